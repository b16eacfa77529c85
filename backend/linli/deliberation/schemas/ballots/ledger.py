"""The ledger of a round: electors, deliveries, paper ballots, proxies, agreements of co-owners."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.ballots.delivery import DeliveredHow
from linli.deliberation.schemas.ballots.files import BallotFileOut
from linli.deliberation.schemas.ballots.objections import ObjectionOut
from linli.deliberation.schemas.ballots.strikes import StrikeOut
from linli.deliberation.schemas.ballots.voting import Answers
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, LongText, Moment, ShortText, Written

Note = Annotated[str, Written(500)]
Told = Annotated[str, Written(200)]


class ElectorOut(BaseModel):
    """An elector as those see it who deliver and record; never what was answered."""

    elector_id: UUID
    code: str = Field(description="Printed on the paper, in its QR code too")
    doors: list[str]
    household_ids: list[UUID]
    area_dm2: int
    co_owned_without_voter: bool
    delivered: bool
    delivery_proven: bool = Field(description="A photo of it has arrived")
    returned: bool
    way: Literal["phone", "paper", "official"] | None
    paper_waiting: bool = Field(description="A paper ballot waits for a second person")


class ElectorPage(BaseModel):
    """Electors, by the first of their doors."""

    items: list[ElectorOut]
    next: str | None


class DeliveryRecord(BaseModel):
    """That a ballot was brought to a door; also what a phone sends by ``sync``."""

    model_config = ConfigDict(extra="forbid")

    round_id: UUID
    household_id: UUID
    how: DeliveredHow
    delivered_at: Moment
    signed: bool = Field(default=False, description="Whoever took it signed; its photo proves it")
    note: Note | None = None


class DeliveryIn(BaseModel):
    """A delivery to record."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    household_id: UUID
    how: DeliveredHow
    delivered_at: Moment
    signed: bool = Field(default=False, description="Whoever took it signed; its photo proves it")
    note: Note | None = None
    attachments: Slots = Field(default_factory=list)


class DeliveryOut(BaseModel):
    """One delivery."""

    id: UUID
    household_id: UUID
    door: str
    how: str
    delivered_at: datetime
    proven: bool = Field(description="Its photo has arrived; nothing else proves it")
    note: str | None
    by: str | None = Field(description="Display name")
    attachments: list[BallotFileOut]


class DeliveryPage(BaseModel):
    """Deliveries, the earliest first."""

    items: list[DeliveryOut]
    next: str | None


class DeliveryRecorded(BaseModel):
    """That a delivery was recorded."""

    id: UUID
    receipt: ReceiptOut


class PaperBallotIn(BaseModel):
    """A paper ballot as the first person reads it."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    elector_id: UUID | None = None
    code: Told | None = Field(None, description="As scanned or typed, instead of the elector")
    handed_in_at: Moment
    answers: Answers
    proxy_id: UUID | None = Field(None, description="Filled in by the holder of a proxy")
    corrects: UUID | None = Field(None, description="The wrongly recorded ballot")
    attachments: Annotated[Slots, Field(min_length=1, description="Photos of the paper")]

    @model_validator(mode="after")
    def _names_one_elector(self) -> Self:
        if (self.elector_id is None) == (self.code is None):
            raise PydanticCustomError("one_elector", "either the elector or the printed code")
        return self


class PaperBallotOut(BaseModel):
    """A paper ballot as those see it who record; what it answers stays with the readers."""

    id: UUID
    elector_id: UUID
    code: str
    doors: list[str]
    handed_in_at: datetime
    recorded_at: datetime
    recorded_by: str | None = Field(description="Display name")
    mine: bool = Field(description="The caller typed it, so somebody else confirms it")
    waits: bool = Field(description="Neither confirmed nor corrected nor struck out")
    corrects: UUID | None
    by_proxy: bool
    confirmed: bool
    confirmed_by: str | None
    counts: bool
    photo_here: bool = Field(description="Its photo has arrived; nobody confirms it before")
    objections: list[ObjectionOut] = Field(description="Of whose paper it is")
    strike: StrikeOut | None
    read_otherwise: bool = Field(description="Somebody read it otherwise than who typed it")
    i_read_otherwise: bool = Field(description="The caller did, so somebody else confirms it")
    attachments: list[BallotFileOut]


class PaperBallotPage(BaseModel):
    """Paper ballots, the oldest first."""

    items: list[PaperBallotOut]
    next: str | None


class PaperRecorded(BaseModel):
    """That a paper ballot was recorded or confirmed."""

    id: UUID
    elector_id: UUID
    code: str
    doors: list[str]
    counts: bool
    why_not: str | None = Field(
        description="``awaits_confirmation`` until a second person reads; ``readings_differ``"
    )
    receipt: ReceiptOut


class PaperConfirmationIn(BaseModel):
    """The same paper as a second person reads it."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    answers: Answers


class ProxyIn(BaseModel):
    """A written proxy; its document is attached."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    elector_id: UUID
    holder_account_id: UUID | None = None
    holder_name: ShortText | None = Field(None, description="Of a holder without an account")
    holder_phone: Told | None = Field(
        None, description="Tells holders of one name apart; only a keyed digest is kept"
    )
    attachments: Annotated[Slots, Field(min_length=1)]

    @model_validator(mode="after")
    def _one_holder(self) -> Self:
        named = self.holder_name is not None and self.holder_phone is not None
        if (self.holder_account_id is None) is not named or (
            self.holder_account_id is not None and (self.holder_name or self.holder_phone)
        ):
            raise PydanticCustomError("one_holder", "an account, or a name with a phone number")
        return self


class ProxyOut(BaseModel):
    """A written proxy."""

    id: UUID
    elector_id: UUID
    code: str
    doors: list[str]
    holder: str | None = Field(description="Name")
    state: Literal["stands", "revoked", "replaced", "over_limit", "own_proxy"]
    document_here: bool = Field(description="Its files have arrived; nobody votes under it before")
    recorded_at: datetime
    recorded_by: str | None = Field(description="Display name; who sends the document")
    attachments: list[BallotFileOut]


class ProxyPage(BaseModel):
    """Proxies in the order of recording."""

    items: list[ProxyOut]
    next: str | None


class ProxyRevocationIn(BaseModel):
    """That an elector takes a proxy back."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    reason: LongText


class VoterAgreementIn(BaseModel):
    """Which of a unit's co-owners votes."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    household_id: UUID
    owner_id: UUID
    agreed_how: Told
    attachments: Annotated[
        Slots, Field(min_length=1, description="What they signed; nobody votes by it before")
    ]


class VoterAgreementOut(BaseModel):
    """Which of a unit's co-owners votes."""

    id: UUID
    household_id: UUID
    owner_id: UUID
    agreed_how: str
    recorded_at: datetime


class CoOwnerOut(BaseModel):
    """One of a unit's owners."""

    owner_id: UUID
    name: str
    has_account: bool


class CoOwnedOut(BaseModel):
    """A unit with several owners."""

    household_id: UUID
    door: str
    owners: list[CoOwnerOut]
    voter_owner_id: UUID | None


class ElectorateOut(BaseModel):
    """Who may vote: as it would be frozen now, or as it was."""

    frozen: bool
    heads: int
    area_dm2: int
    units: int
    without_owner: list[str] = Field(description="Doors that nobody is known to own; at most 200")
    co_owned: list[CoOwnedOut] = Field(description="At most 200")
    co_owned_without_voter: int
    with_account: int = Field(description="Electors who can vote on the phone")
    digest: str | None
