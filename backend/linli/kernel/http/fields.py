"""Field types that every schema shares: what a client may write into a text, a time, an id.

PostgreSQL refuses NUL characters in text and neither database can hold half of a surrogate pair;
saying so here makes it a 422 with a pointer instead of a failure deep inside.
"""

from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

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


def _written_text(longest: int, shortest: int) -> Any:
    return StringConstraints(
        strip_whitespace=True, min_length=shortest, max_length=longest, pattern=CLEAN
    )


ShortText = Annotated[str, _written_text(100, 1)]
"""A name or title: 1 to 100 characters, trimmed."""

LongText = Annotated[str, _written_text(2000, 1)]
"""A person's own words: 1 to 2000 characters, trimmed."""

Document = Annotated[str, _written_text(200_000, 1)]
"""A whole document, such as a handbook page in Markdown."""

Search = Annotated[str, _written_text(100, 0)]
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
