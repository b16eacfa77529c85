"""Every screen of the app, as its route tables list them, and the way to it by links."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
UNSEEN = frozenset({"label", "step", "from"})
"""Parts of an address that show nothing else."""
SAMPLES = 4
"""So many of a kind are opened: one proposal may be a draft, the next decided."""
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
    """The screen, and what of it the address opens: a tab, a list with one of it beside."""
    screen = screen_of(address, patterns)
    asked = [one.partition("=") for one in address.partition("?")[2].split("&") if one]
    shown = sorted(
        f"{name}={value}" if re.fullmatch("[a-z_]+", value) else name
        for name, _, value in asked
        if name not in UNSEEN
    )
    return f"{screen}?{'&'.join(shown)}" if screen and shown else screen


@dataclass
class Way:
    """What one person finds by following links.

    Attributes:
        patterns: of all screens.
        faces: the addresses of each face of a screen, up to ``SAMPLES``.
        waiting: addresses still to be opened.
    """

    patterns: list[str]
    faces: dict[str, set[str]] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def note(self, addresses: Iterable[str]) -> None:
        """Remember the addresses of a screen that show something new: the first and the last."""
        found: dict[str, list[str]] = {}
        for address in dict.fromkeys(addresses):
            face = face_of(address, self.patterns)
            if face is not None:
                found.setdefault(face, []).append(address)
        for face, those in found.items():
            known = self.faces.setdefault(face, set())
            for address in [those[0], those[-1], *those[1:-1]]:
                if address not in known and len(known) < SAMPLES:
                    known.add(address)
                    self.waiting.append(address)
