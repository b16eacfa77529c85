"""What happened at the doors in the two weeks before the demo is opened. Always the same."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from linli.demo.words import GRIEVANCES

DAYS: Final = 14
SEED: Final = 2026
TRIES: Final = 3
# Shares of all doors: what a door's fate, drawn once between 0 and 1, comes to.
LEFT_ALONE: Final = 0.008
REFUSED: Final = 0.02
TALKED: Final = 0.68
REACHED: Final = 0.78
TRIED: Final = 0.80
# Shares of all talks.
HEARD: Final = 0.12
ASKS_HELP: Final = 0.03
_HOURS: Final = (9, 10, 15, 19)
_STANCES: Final = ("support",) * 7 + ("undecided",) * 2 + ("oppose",)


@dataclass(frozen=True)
class Knock:
    """One visit of the story."""

    household_id: UUID
    happened_at: datetime
    outcome: str
    stance: str | None = None
    grievance: tuple[str, str, str] | None = None
    help_suggested: tuple[str, ...] = ()
    leave_alone: bool = False


def knocks(households: Sequence[UUID], today: date, zone: ZoneInfo) -> list[Knock]:
    """Visits to two thirds of the doors, some of them in vain, in the order they happened."""
    chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
    found = [knock for household in households for knock in _story(household, today, zone, chance)]
    return sorted(found, key=lambda knock: knock.happened_at)


def _story(household: UUID, today: date, zone: ZoneInfo, chance: random.Random) -> Iterator[Knock]:
    fate = chance.random()
    days = sorted(chance.sample(range(1, DAYS + 1), 3), reverse=True)
    moments = [_moment(today - timedelta(days=day), zone, chance) for day in days]
    if fate > TRIED:
        return
    in_vain = TRIES if fate > REACHED else chance.choice((0, 0, 0, 1, 2))
    for moment in moments[:in_vain]:
        yield Knock(household, moment, "nobody_home")
    if in_vain < TRIES and fate < TALKED:
        yield _talk(household, moments[in_vain], fate, chance)


def _talk(household: UUID, moment: datetime, fate: float, chance: random.Random) -> Knock:
    if fate < REFUSED:
        alone = fate < LEFT_ALONE
        return Knock(household, moment, "refused", leave_alone=alone)
    heard = chance.choice(GRIEVANCES) if chance.random() < HEARD else None
    wants = ("stair_support",) if chance.random() < ASKS_HELP else ()
    return Knock(household, moment, "talked", chance.choice(_STANCES), heard, wants)


def _moment(day: date, zone: ZoneInfo, chance: random.Random) -> datetime:
    at = time(chance.choice(_HOURS), chance.randrange(60))
    return datetime.combine(day, at, zone)
