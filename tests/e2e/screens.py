"""Every screen of the app, as its route tables list them, and the way to it by links."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
TABLES = (
    "routes.js",
    "views/office/table.js",
    "views/deliberation/table.js",
    "views/community/editions/table.js",
    "views/care/own/table.js",
)


def all_screens() -> list[str]:
    """The patterns of all screens, in the order of the tables."""
    text = "".join((FRONTEND / table).read_text() for table in TABLES)
    found = dict.fromkeys(re.findall(r"path: '(/[^']*)'", text))
    assert len(found) > 40, "the route tables have another form now"
    return list(found)


def screen_of(address: str, patterns: Iterable[str]) -> str | None:
    """The screen that an address shows; what has no variable part goes before what has."""
    path = address.removeprefix("#").split("?")[0]
    for pattern in sorted(patterns, key=lambda one: one.count(":")):
        if re.fullmatch(re.sub(r":\w+", "[^/]+", pattern), path):
            return pattern
    return None


def face_of(address: str, patterns: Iterable[str]) -> str | None:
    """The screen, and what of it the address opens: a list, or a list with one of it beside."""
    screen = screen_of(address, patterns)
    asked = address.partition("?")[2]
    names = sorted({one.split("=")[0] for one in asked.split("&") if one} - {"label", "step"})
    return f"{screen}?{'&'.join(names)}" if screen and names else screen


@dataclass
class Way:
    """What one person finds by following links.

    Attributes:
        patterns: of all screens.
        faces: the first address of each face of a screen.
        waiting: addresses still to be opened.
    """

    patterns: list[str]
    faces: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def note(self, addresses: Iterable[str]) -> None:
        """Remember the addresses that show something new."""
        for address in addresses:
            face = face_of(address, self.patterns)
            if face is not None and face not in self.faces:
                self.faces[face] = address
                self.waiting.append(address)
