"""Comparison lists as the API writes them."""

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.comparison_lists.criterion import Better, CriterionKind
from linli.kernel.http.fields import CLEAN, ClientId, LongText, ShortText, Written

KeyName = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$", description="Made by the client")]
Words = Annotated[str, Field(max_length=500, pattern=CLEAN)]
Text = Annotated[str, Written(500)]
MOST_FEN = 10**13
Price = Annotated[StrictInt, Field(ge=0, le=MOST_FEN)]


class CriterionIn(BaseModel):
    """What options are compared by."""

    model_config = ConfigDict(extra="forbid")

    key: KeyName
    label: ShortText
    kind: CriterionKind
    unit: Annotated[str, Field(max_length=20, pattern=CLEAN)] = ""
    better: Better = Better.HIGHER
    weight: Annotated[StrictInt, Field(ge=0, le=1000)] = 0


class OptionIn(BaseModel):
    """One of the things to choose from."""

    model_config = ConfigDict(extra="forbid")

    key: KeyName
    name: ShortText
    note: Words = ""


class CellIn(BaseModel):
    """What is known of an option by a criterion, and where it is known from.

    A number is a decimal as text, a price in fen, yes/no a boolean; what is not known is left out.
    """

    model_config = ConfigDict(extra="forbid")

    option: KeyName
    criterion: KeyName
    value: StrictBool | Price | Text
    source: Words = ""


class ContentIn(BaseModel):
    """A whole list."""

    model_config = ConfigDict(extra="forbid")

    title: ShortText
    question: Words = Field(default="", description="What is to be chosen, in a sentence")
    criteria: Annotated[list[CriterionIn], Field(min_length=1, max_length=40)]
    options: Annotated[list[OptionIn], Field(min_length=2, max_length=20)]
    cells: Annotated[list[CellIn], Field(max_length=800)] = Field(default_factory=list)
    decision_id: UUID | None = Field(
        default=None,
        description="The decision of a session that agreed on the weights; none without weights",
    )

    @model_validator(mode="before")
    @classmethod
    def _not_in_words(cls, body: Any) -> Any:
        if isinstance(body, dict) and body.keys() & {"agreed_in", "agreed_on"}:
            raise PydanticCustomError("weights_in_words", "weights need a decision, not words")
        return body

    @model_validator(mode="after")
    def _keys_are_unique(self) -> Self:
        places = [(cell.option, cell.criterion) for cell in self.cells]
        options = [option.key for option in self.options]
        if len(set(places)) != len(places) or len(set(options)) != len(options):
            raise PydanticCustomError("key_twice", "a key or cell is there twice")
        strangers = {option for option, _ in places} - set(options)
        if strangers:
            raise PydanticCustomError("unknown_option", "a cell names an unknown option")
        return self

    @model_validator(mode="after")
    def _weights_were_agreed(self) -> Self:
        weighted = any(criterion.weight for criterion in self.criteria)
        if weighted and self.decision_id is None:
            raise PydanticCustomError("weights_not_agreed", "weights are agreed in a session")
        if self.decision_id is not None and not weighted:
            raise PydanticCustomError("nothing_weighed", "a decision without weights")
        return self


class ListIn(ContentIn):
    """A list to make."""

    id: ClientId
    project_id: UUID


class RevisionIn(ContentIn):
    """A list as it should be from now on, and why."""

    reason: LongText


class NothingMoreIn(BaseModel):
    """Nothing has to be said."""

    model_config = ConfigDict(extra="forbid")
