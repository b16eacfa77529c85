"""Every screen of the app, as its route tables list them, and where it is found."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from e2e.phone import Phone

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
TABLES = ("routes.js", "views/office/table.js", "views/deliberation/table.js")
ARRIVE = (Path(__file__).parent / "arrive.js").read_text()
LINKS = (
    """() => [...document.querySelectorAll('a[href^="#/"]')].map((a) => a.getAttribute('href'))"""
)


def all_screens() -> list[str]:
    """The patterns of all screens, in the order of the tables."""
    text = "".join((FRONTEND / table).read_text() for table in TABLES)
    found = dict.fromkeys(re.findall(r"path: '(/[^']*)'", text))
    assert len(found) > 40, "the route tables have another form now"
    return list(found)


def screen_of(address: str, patterns: list[str]) -> str | None:
    """The screen that an address shows."""
    path = address.removeprefix("#").split("?")[0]
    for pattern in patterns:
        if re.fullmatch(re.sub(r":\w+", "[^/]+", pattern), path):
            return pattern
    return None


async def arrive(phone: Phone, address: str) -> None:
    """Open an address and wait until what it shows has been read."""
    await phone.page.evaluate(ARRIVE, address)


@dataclass
class Found:
    """Where a person finds which screen.

    Attributes:
        addresses: one address for each screen.
        waiting: addresses still to be looked at.
    """

    patterns: list[str]
    addresses: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)

    def note(self, address: str) -> None:
        """Remember an address, if it is the first of its screen."""
        screen = screen_of(address, self.patterns)
        if screen is not None and screen not in self.addresses:
            self.addresses[screen] = address
            self.waiting.append(address)


async def find_screens(phone: Phone) -> dict[str, str]:
    """Follow every link from the first screen on; an address for each screen that is found."""
    found = Found(all_screens())
    found.note("#/")
    while found.waiting:
        await arrive(phone, found.waiting.pop(0))
        for address in await phone.page.evaluate(LINKS):
            found.note(address)
    return found.addresses
