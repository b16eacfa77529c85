"""What a person sees of what is kept about them, and whose account that person's is."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.care.rules.need_words import (
    Basis,
    EndReason,
    GivenBy,
    GivenHow,
    NeedKind,
    NeedStatus,
    Urgency,
)
from linli.kernel.http.fields import ClientId

PersonRelation = Literal["self", "guardian"]


class PersonAccountIn(BaseModel):
    """That an account is the person's own, or their guardian's."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    account_id: UUID = Field(description="At home behind the need's door")
    relation: PersonRelation


class PersonAccountOut(BaseModel):
    """An account that sees the record of the need's person."""

    id: UUID
    account_id: UUID
    account_name: str
    relation: PersonRelation
    created_at: datetime


class CandidateOut(BaseModel):
    """An account at home behind the need's door."""

    account_id: UUID
    account_name: str


class PersonAccountList(BaseModel):
    """Who sees the record, and who could; there is never a next page."""

    items: list[PersonAccountOut]
    candidates: list[CandidateOut]
    next: None = None


class NothingSaidIn(BaseModel):
    """An empty object."""

    model_config = ConfigDict(extra="forbid")


class OwnConsentOut(BaseModel):
    """What was consented to, and how."""

    given_how: GivenHow
    given_by: GivenBy
    given_at: datetime
    wording_version: str
    taken_by_name: str


class OwnNeedOut(BaseModel):
    """A need of one's own; its words are sealed until one opens them."""

    id: UUID
    household_code: str
    relation: PersonRelation
    kind: NeedKind
    urgency: Urgency
    status: NeedStatus
    basis: Basis
    starts_on: date
    review_on: date | None
    ends_on: date | None
    consent: OwnConsentOut | None = Field(description="null while an emergency has none yet")
    end_reason: EndReason | None
    ended_at: datetime | None


class OwnRecordOut(BaseModel):
    """All needs of one's own, the newest first; there is never a next page."""

    items: list[OwnNeedOut]
    next: None = None


class OwnWithdrawalIn(BaseModel):
    """I no longer consent."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
