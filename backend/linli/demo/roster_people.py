"""Owners and residents of the made-up roster."""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from linli.demo.people import ONE_OF_EACH, volunteers

_FAMILY: Final = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗"
_GIVEN: Final = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红梅"
_DEVELOPER: Final = "怡景置业有限公司(开发商)"
_UNSOLD: Final = 21
_OWN_TWO: Final = 9
_CO_OWNED: Final = 0.17
_LIVE_IN_THREE: Final = ("lead", "rep", "resident", "supervisor")
_FIRST_IN_THREE: Final = 245
_APART: Final = 23
_REMARKS: Final = (
    ("独居老人", 17),
    ("孕妇 预产期3月", 15),
    ("低保", 14),
    ("租户", 13),
    ("腿脚不便 坐轮椅", 12),
    ("党员", 11),
    ("术后恢复", 11),
    ("高龄(86岁)", 10),
    ("残疾二级", 10),
    ("楼栋长", 7),
)


@dataclass(frozen=True)
class Household:
    """What a row tells besides the place."""

    owners: str
    phones: tuple[str, ...]
    resident: str
    people: int | None
    occupancy: str
    remark: str


class Neighbours:
    """Deals out households: some unsold, some owned by one who has another, some co-owned."""

    def __init__(self, random: Random, homes: int) -> None:
        """Decide who is special among so many homes."""
        self._random = random
        numbers = list(range(homes))
        random.shuffle(numbers)
        self._unsold = set(numbers[:_UNSOLD])
        rest = iter(numbers[_UNSOLD:])
        self._remarks = {next(rest): text for text, count in _REMARKS for _ in range(count)}
        self._pairs = {next(rest): pair for pair in range(_OWN_TWO) for _ in range(2)}
        self._owners_of_two = [(self._name(), self._phone(9_000 + at)) for at in range(_OWN_TWO)]
        special = self._unsold | self._remarks.keys() | self._pairs.keys()
        self._ours = _homes_of_ours([number for number in range(homes) if number not in special])

    def household(self, number: int) -> Household:
        """The household of one home, counted from 0; some belong to people with an account."""
        told = self._made_up(number)
        ours = self._ours.get(number)
        return told if ours is None else replace(told, owners=ours, resident=ours, occupancy="自住")

    def _made_up(self, number: int) -> Household:
        if number in self._unsold:
            return Household(_DEVELOPER, (), "", None, "空置", "")
        owners, phones = self._ownership(number)
        occupancy = self._random.choices(("自住", "出租", "空置"), (60, 19, 21))[0]
        first = owners.split("、")[0]
        resident = self._random.choice(("", first, first, f"{self._name()}(租户)"))
        people = self._random.randint(1, 5)
        remark = self._remarks.get(number, "")
        return Household(owners, phones, resident, people, occupancy, remark)

    def shopkeeper(self, number: int) -> tuple[str, str]:
        """Owner and phone of a shop."""
        return self._name(), self._phone(7_000 + number)

    def _ownership(self, number: int) -> tuple[str, tuple[str, ...]]:
        if number in self._pairs:
            name, phone = self._owners_of_two[self._pairs[number]]
            return name, (phone,)
        names = [self._name()]
        if self._random.random() < _CO_OWNED:
            names.append(self._name())
        landline = (f"027-8812{number:04}",) if self._random.random() < _CO_OWNED else ()
        return "、".join(names), (self._phone(number), *landline)

    def _name(self) -> str:
        given = self._random.sample(_GIVEN, self._random.choice((1, 2, 2)))
        return self._random.choice(_FAMILY) + "".join(given)

    @staticmethod
    def _phone(number: int) -> str:
        """Numbers of a block that is nobody's."""
        return f"1990000{number:04}"


def _homes_of_ours(plain: list[int]) -> dict[int, str]:
    """Homes of the demo's own people: four in building 3, the volunteers all over the place."""
    names = {person.login: person.name for person in ONE_OF_EACH}
    near = [number for number in plain if number >= _FIRST_IN_THREE][::_APART]
    homes = dict(zip(near, (names[login] for login in _LIVE_IN_THREE), strict=False))
    rest = [number for number in plain[::_APART] if number not in homes]
    return homes | dict(zip(rest, (person.name for person in volunteers()), strict=False))
