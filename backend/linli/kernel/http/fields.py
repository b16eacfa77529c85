"""Field types that every schema shares: what a client may write into a text, a time, an id.

PostgreSQL refuses NUL characters in text and neither database can hold half of a surrogate pair;
saying so here makes it a 422 with a pointer instead of a failure deep inside.
"""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

CLEAN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Any characters but control characters; tabs and line breaks are allowed."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def _written(value: Any) -> Any:
    """Times come as RFC 3339 text; a bare number says neither its unit nor its offset."""
    if isinstance(value, (str, date)):
        return value
    raise PydanticCustomError("rfc3339", "a date or time is text as in RFC 3339")


def _in_range(moment: datetime) -> datetime:
    day = moment.date()
    if not FIRST_DAY < day < LAST_DAY:
        raise PydanticCustomError("out_of_range", "outside the years that are kept")
    return moment.astimezone(UTC)


def _day_in_range(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise PydanticCustomError("out_of_range", "outside the years that are kept")
    return day


def _version_7(value: UUID) -> UUID:
    if value.version != 7:  # noqa: PLR2004 - the version's own number
        raise PydanticCustomError("not_uuid7", "an id made by a client is a UUIDv7")
    return value


UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
"""Unicode categories of what takes no ink by itself: controls, marks of direction, spaces."""
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing (Unicode, Default_Ignorable and braille blank)."""

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates (Unicode TR 9, 2.1-2.5): what comes after them is shown in
another order than it stands in, so that a name or an amount can pass for another.

No writing needs them in a field: one in Arabic script (Uyghur) or with Latin words in it is put in
order by its letters, and where that isn't enough by the marks U+200E, U+200F and U+061C, which turn
nothing round and may stay.
"""


def _readable(text: str) -> str:
    if text and all(one in BLANKS or unicodedata.category(one) in UNSEEN for one in text):
        raise PydanticCustomError("nothing_to_read", "nothing of this text can be seen")
    if not TURNING.isdisjoint(text):
        raise PydanticCustomError("turns_direction", "unseen signs turn the direction of this text")
    return text


@dataclass(frozen=True)
class Written:
    """A text that a person writes: trimmed, in the order it is shown in, and something to read."""

    longest: int
    shortest: int = 1

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Constrained as the API's document tells, then looked at."""
        text = core_schema.str_schema(
            strip_whitespace=True,
            min_length=self.shortest,
            max_length=self.longest,
            pattern=CLEAN,
        )
        return core_schema.no_info_after_validator_function(_readable, text)


ShortText = Annotated[str, Written(100)]
"""A name or title: 1 to 100 characters, trimmed."""

LongText = Annotated[str, Written(2000)]
"""A person's own words: 1 to 2000 characters, trimmed."""

Document = Annotated[str, Written(200_000)]
"""A whole document, such as a handbook page in Markdown."""

Search = Annotated[str, Written(100, 0)]
"""What is typed into a search box."""

Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_in_range)]
"""A moment with its offset (RFC 3339), from 1900 to 2199, held in UTC."""

Day = Annotated[date, BeforeValidator(_written), AfterValidator(_day_in_range)]
"""A calendar day, from 1900 to 2199."""

ClientId = Annotated[
    UUID,
    AfterValidator(_version_7),
    Field(
        description="UUIDv7 made by the client", examples=["01993b2e-7c00-7abc-8def-0123456789ab"]
    ),
]
"""An id made by the client."""

Count = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]
"""How many; fits the database's integer."""
