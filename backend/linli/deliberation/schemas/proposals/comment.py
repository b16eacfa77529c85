"""Comments on proposals, and what others say to them, as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.schemas.proposals.proposal import Number, PositionName
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, LongText, Moment, Written

MOST_HOMES = 300
MaybeWords = Annotated[str, Written(2000, 0)]
AnswerName = Literal["confirmed", "contradicted"]
VoteName = Literal["agree", "disagree", "pass"]


class ProposalCommentIn(BaseModel):
    """A comment, or a reply: the payload of a sync item of the kind ``proposal_comment``."""

    model_config = ConfigDict(extra="forbid")

    proposal_id: UUID
    version_number: Number = Field(description="Of the text that was read")
    reply_to: UUID | None = None
    position: PositionName | None = Field(None, description="None in replies")
    words: MaybeWords = Field(description="Empty where a photo or a voice note says it")
    speaks_for: Annotated[list[UUID], Field(max_length=MOST_HOMES)] = Field(
        default_factory=list,
        description="Homes: one's own, or those of one's building that a representative lists",
    )
    said_at: Moment = Field(description="By the phone's clock; never corrected")
    attachments: Slots = Field(default_factory=list)

    @model_validator(mode="after")
    def _comment_or_reply(self) -> Self:
        if (self.reply_to is None) == (self.position is None):
            raise PydanticCustomError("position_or_reply", "a comment has a position, a reply none")
        if self.reply_to is not None and self.speaks_for:
            raise PydanticCustomError("reply_speaks_for", "a reply speaks for nobody else")
        return self

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.words and not self.attachments:
            raise PydanticCustomError("words_or_file", "words, a photo or a voice note")
        return self


class ProposalCommentCreate(ProposalCommentIn):
    """A comment under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> ProposalCommentIn:
        """The comment as a sync item carries it, without its id."""
        return ProposalCommentIn.model_validate(self.model_dump(exclude={"id"}))


class HomeAnswerIn(BaseModel):
    """Whether a home was spoken for rightly: the payload of a sync item ``home_answer``."""

    model_config = ConfigDict(extra="forbid")

    comment_id: UUID
    household_id: UUID
    answer: AnswerName
    said_at: Moment


class HomeAnswerCreate(HomeAnswerIn):
    """An answer under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> HomeAnswerIn:
        """The answer as a sync item carries it, without its id."""
        return HomeAnswerIn.model_validate(self.model_dump(exclude={"id"}))


class Taken(BaseModel):
    """That something was taken, with its receipt."""

    id: UUID
    receipt: ReceiptOut


class CommentVoteIn(BaseModel):
    """Whether one agrees with what a comment says."""

    model_config = ConfigDict(extra="forbid")

    vote: VoteName


class CommentVoteRecord(CommentVoteIn):
    """What one thinks of a comment: the payload of a sync item ``comment_vote``."""

    comment_id: UUID
    said_at: Moment = Field(description="By the phone's clock; the newest word holds")


class ModerationIn(BaseModel):
    """Words to hide from others, or to show again; the reason is public."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    verb: Literal["hide", "show"]
    reason: LongText


class HomesBehind(BaseModel):
    """How many homes a comment speaks for, by what they say themselves."""

    claimed: int
    confirmed: int
    contradicted: int
    speaks_for: int


class CommentFile(BaseModel):
    """A file of a comment."""

    sha256: str
    content_type: str
    state: Literal["missing", "stored"]


class ProposalCommentOut(BaseModel):
    """A comment. Of hidden ones ``words`` is there for the author and the office only."""

    id: UUID
    proposal_id: UUID
    version_number: int
    reply_to: UUID | None
    position: PositionName | None
    is_current: bool = Field(description="Whether this is where its author stands now")
    words: str | None
    hidden_because: str | None
    hidden_at: datetime | None
    author_id: UUID
    author_name: str
    is_mine: bool
    said_at: datetime
    building_codes: list[str] = Field(description="Of the homes it speaks for")
    homes: HomesBehind
    votes: dict[VoteName, int]
    my_vote: VoteName | None
    files: list[CommentFile]


class SpokenForOut(BaseModel):
    """That somebody says where a home of the caller stands on a proposal."""

    proposal_id: UUID
    comment_id: UUID
    household_id: UUID
    household_code: str
    by_name: str
    position: PositionName


class ProposalCommentPage(BaseModel):
    """Comments and replies in the order of arrival."""

    items: list[ProposalCommentOut]
    next: str | None
