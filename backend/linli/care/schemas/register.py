"""The social worker's list, figures, exports and the calendar, as the API tells them."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.care.rules.need_words import DutyKind
from linli.kernel.http.fields import ClientId, Day, ShortText


class DutyOut(BaseModel):
    """Something that waits for the social worker."""

    id: UUID
    kind: DutyKind
    subject_kind: Literal["assistance_need", "care_task", "assistance_visit"]
    subject_id: UUID
    household_id: UUID
    household_code: str
    raised_at: datetime


class DutyPage(BaseModel):
    """Open duties, the oldest first."""

    items: list[DutyOut]
    next: str | None


class DutySettled(BaseModel):
    """That a duty was settled by hand."""

    id: UUID
    settled_at: datetime


class StatisticsOut(BaseModel):
    """Active needs by group; ``null`` where a figure could give somebody away."""

    total: int | None
    by_kind: dict[str, int | None]
    by_urgency: dict[str, int | None]
    by_building: dict[str, int | None] = Field(description="By building code")


class ExportIn(BaseModel):
    """Why the register is taken out as a file."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    purpose: ShortText


class ExportOut(BaseModel):
    """A file to fetch once, soon, by the one who asked for it."""

    id: UUID
    needs: int
    href: str
    fetch_until: datetime


class HolidayIn(BaseModel):
    """A day on which recurring help rests."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    on_day: Day
    name: ShortText


class HolidayOut(BaseModel):
    """A day on which recurring help rests."""

    id: UUID
    on_day: date
    name: str


class HolidayList(BaseModel):
    """The calendar, the earliest first."""

    items: list[HolidayOut]
    next: str | None
