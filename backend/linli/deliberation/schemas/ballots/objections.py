"""Objections: to a result on notice, or to a paper as soon as it is recorded."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.kernel.http.fields import ClientId, LongText


class ObjectionIn(BaseModel):
    """What somebody holds against a result, or against a paper that was recorded for them."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    words: LongText
    ballot_id: UUID | None = Field(
        None, description="A paper recorded for the caller; contested as soon as it is recorded"
    )


class ObjectionAnswerIn(BaseModel):
    """The answer to an objection."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    words: LongText
    upheld: bool = Field(description="It showed a wrong entry: recount or annul next")


class ObjectionAnswerOut(BaseModel):
    """The answer to an objection."""

    words: str
    upheld: bool
    at: datetime


class ObjectionOut(BaseModel):
    """An objection; who raised it is told to nobody but themselves."""

    id: UUID
    words: str
    raised_at: datetime
    mine: bool
    about_paper: bool = Field(description="About a paper; which one is told to its readers alone")
    answer: ObjectionAnswerOut | None


class ObjectionPage(BaseModel):
    """Objections, the oldest first."""

    items: list[ObjectionOut]
    next: str | None
    objections_until: date | None
