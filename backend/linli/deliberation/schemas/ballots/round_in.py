"""A ballot round as it is drafted, and the steps it takes."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.ballots.decision_rule import Preset
from linli.deliberation.rules.ballots.matters import Matter
from linli.deliberation.rules.ballots.question import QuestionKind, SubjectKind
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.kernel.http.fields import ClientId, Day, LongText, ShortText, Written

Words = Annotated[str, Written(500)]
"""A question or a quotation: 1 to 500 characters, trimmed."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,30}$")]
"""How an option is named in answers."""

MIN_OPTIONS = 2
Places = Annotated[list[UUID], Field(max_length=500)]


class BallotOptionIn(BaseModel):
    """One of the options of a choice."""

    model_config = ConfigDict(extra="forbid")

    key: Key
    title: ShortText
    explanation: LongText | None = None
    subject_id: UUID | None = Field(
        None, description="A scheme; an option of a comparison list is named by its key"
    )


class QuestionSubjectIn(BaseModel):
    """What is decided with the question."""

    model_config = ConfigDict(extra="forbid")

    kind: SubjectKind
    id: UUID


class BallotQuestionIn(BaseModel):
    """One question."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    kind: QuestionKind = QuestionKind.YES_NO
    words: Words
    explanation: LongText | None = None
    matter: Matter
    preset: Preset | None = Field(None, description="Unless said, as the matter suggests")
    options: Annotated[list[BallotOptionIn], Field(max_length=20)] = Field(default_factory=list)
    subject: QuestionSubjectIn | None = None

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        choice = self.kind is QuestionKind.CHOICE
        if choice and len(self.options) < MIN_OPTIONS:
            raise PydanticCustomError("options_needed", "a choice has two options at least")
        if not choice and self.options:
            raise PydanticCustomError("options_not_asked", "a yes/no question has no options")
        return self


class RoundScopeIn(BaseModel):
    """Buildings and stairwells; both empty: the whole community."""

    model_config = ConfigDict(extra="forbid")

    building_ids: Places = Field(default_factory=list)
    stairwell_ids: Places = Field(default_factory=list)


class RoundDraft(BaseModel):
    """All of a round that can be changed until its notice."""

    model_config = ConfigDict(extra="forbid")

    title: ShortText
    background: LongText
    project_id: UUID | None = None
    mode: RoundMode
    scope: RoundScopeIn = Field(default_factory=RoundScopeIn)
    opens_on: Day = Field(description="First day of voting, from 00:00")
    closes_on: Day = Field(description="Last day of voting, until 24:00")
    follow_majority: Words | None = Field(None, description="The covenant's clause, quoted")
    run_off_of: UUID | None = Field(None, description="The round whose options did not pass")
    questions: Annotated[list[BallotQuestionIn], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.closes_on < self.opens_on:
            raise PydanticCustomError("ends_before_start", "the last day lies before the first")
        if len({question.id for question in self.questions}) != len(self.questions):
            raise PydanticCustomError("question_twice", "each question has an id of its own")
        return self


class RoundIn(RoundDraft):
    """A round to draft."""

    id: ClientId


class RoundStepIn(BaseModel):
    """A step of a round."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId


class ReasonedRoundStepIn(RoundStepIn):
    """A step that needs a reason; everybody can read it."""

    reason: LongText
