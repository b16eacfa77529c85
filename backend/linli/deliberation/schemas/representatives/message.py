"""Messages to representatives as the API reads and writes them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, LongText


class MessageIn(BaseModel):
    """What a resident writes: the payload of a sync item ``representative_message``."""

    model_config = ConfigDict(extra="forbid")

    mandate_id: UUID = Field(description="Of one's own building; after it, who follows gets it")
    words: LongText


class MessageCreate(MessageIn):
    """A message under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> MessageIn:
        """The message as a sync item carries it."""
        return MessageIn.model_validate(self.model_dump(exclude={"id"}))


class MessageSent(BaseModel):
    """That a message was taken, with its receipt."""

    id: UUID
    receipt: ReceiptOut


class MessageAnswerIn(BaseModel):
    """The answer; there is one."""

    model_config = ConfigDict(extra="forbid")

    words: LongText


class MessageAnswered(BaseModel):
    """That a message was answered."""

    id: UUID
    answered_at: datetime


class MessageOut(BaseModel):
    """A message, for the two between whom it is."""

    id: UUID
    mandate_id: UUID
    to_name: str
    from_name: str
    household_code: str
    building_name: str
    sent_at: datetime
    words: str | None = Field(description="`null` once it was erased")
    answer: str | None
    answered_at: datetime | None
    answered_name: str | None


class MessagePage(BaseModel):
    """Messages, the newest first."""

    items: list[MessageOut]
    next: str | None
