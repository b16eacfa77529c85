"""Site-visit reports and their signatures."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.deliberation.schemas.comparison_lists.content import KeyName
from linli.kernel.attachments.slots import Slot, Slots
from linli.kernel.http.fields import ClientId, Day, LongText, ShortText, Written


class ReportIn(BaseModel):
    """What was seen of an option on the spot."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    option: KeyName
    visited_on: Day
    place: ShortText
    visitors: Annotated[str, Written(500)]
    findings: LongText
    attachments: Slots = Field(default_factory=list)


class SignatureIn(BaseModel):
    """Standing for a report: a drawn picture, or the typed name alone."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    name: ShortText
    drawn: Slot | None = Field(default=None, description="The picture of the signature")


class FileOut(BaseModel):
    """A file of a report."""

    sha256: str
    size: int
    content_type: str
    state: str = Field(description="missing, until it has arrived, then stored")


class SignatureOut(BaseModel):
    """Who stands for a report."""

    id: UUID
    name: str = Field(description="As the signer wrote it")
    by_name: str = Field(description="The name of the account that signed, from its invitation")
    how: str
    drawn: FileOut | None
    signed_at: datetime


class ReportOut(BaseModel):
    """What was seen of an option on the spot."""

    id: UUID
    list_id: UUID
    option: str
    visited_on: date
    place: str
    visitors: str
    findings: str
    reported_at: datetime
    photos: list[FileOut]
    signatures: list[SignatureOut]


class ReportList(BaseModel):
    """Reports, the oldest visit first."""

    items: list[ReportOut]
