"""The made-up people of the demo community, one for each role and thirty-two volunteers."""

from dataclasses import dataclass
from typing import Final

PASSWORD: Final = "linli-demo-2026"  # noqa: S105 - announced on the screen; demo mode only


@dataclass(frozen=True)
class Person:
    """A made-up neighbour.

    Attributes:
        login: what is typed to sign in.
        name: shown to others.
        role: the role in the community.
        building: the code of the building the role is for; ``None`` for the whole community.
    """

    login: str
    name: str
    role: str
    building: str | None = None


ONE_OF_EACH: Final = (
    Person("admin", "周敏", "community_admin"),
    Person("social", "沈洁", "social_worker"),
    Person("lead", "杨欣", "building_lead", "3"),
    Person("rep", "郑国平", "representative", "3"),
    Person("supervisor", "何德厚", "supervisor"),
    Person("lawyer", "许文", "legal_adviser"),
    Person("contractor", "贺工", "contractor"),
    Person("property", "陆经理", "property_manager"),
    Person("resident", "王秀英", "resident"),
)

_GIVEN: Final = (
    *("秀兰", "建国", "桂芳", "志强", "玉珍", "德明", "淑华", "永福"),
    *("春梅", "国栋", "美玲", "长江", "凤英", "家和", "月琴", "大勇"),
)
_FAMILY: Final = ("李", "陈")


def volunteers() -> list[Person]:
    """Thirty-two volunteers, signing in as ``volunteer``, ``volunteer2`` to ``volunteer32``."""
    names = [family + given for given in _GIVEN for family in _FAMILY]
    return [
        Person("volunteer" if number == 1 else f"volunteer{number}", name, "volunteer")
        for number, name in enumerate(names, start=1)
    ]


def logins() -> list[tuple[str, str]]:
    """Role and login of one account for each role."""
    found = [(person.role, person.login) for person in ONE_OF_EACH]
    return [("volunteer", "volunteer"), *found]
