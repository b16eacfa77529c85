"""A question as it is noticed: what is asked, which rule decides it, what it decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from linli.deliberation.rules.ballots.counting import YES_NO, answers_of_choice
from linli.deliberation.rules.ballots.decision_rule import DecisionRule, Row, rule_of
from linli.deliberation.rules.canonical import digest


class QuestionKind(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    CHOICE = "choice"


class SubjectKind(StrEnum):
    """What a question may decide."""

    PROPOSAL = "proposal"
    SCHEME = "scheme"  # of a cost plan
    COMPARISON_LIST = "comparison_list"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the options of a choice."""

    key: str
    title: str
    explanation: str | None = None
    subject: str | None = None
    subject_version: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that is put to the vote, and its version since the notice."""

    kind: SubjectKind
    id: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        id: key.
        kind: yes/no, or a choice among options.
        words: what is asked.
        explanation: what stands below it.
        matter: which matter of Civil Code, art. 278, it is.
        preset: the named rule.
        rule: that rule as rows, as it was when the round was drafted.
        options: in their published order; empty for yes/no.
        subject: kind and key of what it decides.
        subject_version: the version of it that was put to the vote.
    """

    id: str
    kind: str
    words: str
    explanation: str | None
    matter: str
    preset: str
    rule: tuple[Row, ...]
    options: tuple[Option, ...] = ()
    subject: tuple[str, str] | None = None
    subject_version: int | None = None

    @property
    def decision_rule(self) -> DecisionRule:
        """The thresholds (raises as ``rule_of``)."""
        return rule_of(self.rule)

    @property
    def answers(self) -> tuple[str, ...]:
        """Every answer that a ballot may give (raises as ``answers_of_choice``)."""
        if self.kind == QuestionKind.YES_NO:
            return tuple(YES_NO)
        return answers_of_choice(self.option_keys)

    @property
    def option_keys(self) -> list[str]:
        """Keys in their published order."""
        return [option.key for option in self.options]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What is put to the vote; of a choice about a plan, the schemes that are offered."""
        if self.subject is None:
            return ()
        kind, key = SubjectKind(self.subject[0]), self.subject[1]
        if kind is not SubjectKind.SCHEME or self.kind != QuestionKind.CHOICE:
            return (Subject(kind, key, self.subject_version),)
        return tuple(
            Subject(kind, option.subject, option.subject_version)
            for option in self.options
            if option.subject
        )

    def as_document(self) -> dict[str, Any]:
        """All that was published about it, as strings; empty members are left out."""
        document: dict[str, Any] = {
            "question": self.id,
            "kind": str(self.kind),
            "words": self.words,
            "explanation": self.explanation,
            "matter": str(self.matter),
            "preset": str(self.preset),
            "rule": list(self.rule),
            "options": [_filled(_option(option)) for option in self.options],
        }
        if self.subject is not None:
            about = {"kind": self.subject[0], "id": self.subject[1]}
            document["subject"] = _filled({**about, "version": _text(self.subject_version)})
        return _filled(document)

    @property
    def digest(self) -> str:
        """Tells whether a question was changed after its notice."""
        return digest(self.as_document())


def _option(option: Option) -> dict[str, Any]:
    return {
        "key": option.key,
        "title": option.title,
        "explanation": option.explanation,
        "subject": option.subject,
        "version": _text(option.subject_version),
    }


def _text(version: int | None) -> str | None:
    return None if version is None else str(version)


def _filled(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if value is not None}


def rules_of(questions: Sequence[Question]) -> dict[str, DecisionRule]:
    """Question → its rule, as ``frozen_form`` takes them."""
    return {question.id: question.decision_rule for question in questions}
