"""Keeping a ballot with its answers: all questions or none, and never changed again."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import bindparam, func, select

from linli.deliberation.models.ballots.ballot import Ballot
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.tables import answers, ballots
from linli.deliberation.rules.ballots.ballot_document import answers_commitment, ballot_document
from linli.deliberation.rules.ballots.ballot_state import BallotState
from linli.deliberation.rules.ballots.round_mode import Way
from linli.deliberation.schemas.ballots.voting import QuestionAnswerIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.leaf import SALT_BYTES
from linli.kernel.http.creation import body_digest, create_once
from linli.kernel.ids import new_id
from linli.kernel.problems import conflict, invalid

_COMMUNITY = bindparam("community_id", type_=Uuid)
_KNOWN = Fast(
    select(ballots.c.body_digest).where(
        ballots.c.community_id == _COMMUNITY, ballots.c.id == bindparam("ballot_id", type_=Uuid)
    )
)
_LAST = Fast(
    select(func.max(ballots.c.sequence).label("last")).where(
        ballots.c.community_id == _COMMUNITY,
        ballots.c.elector_id == bindparam("elector_id", type_=Uuid),
    )
)
Answered = dict[UUID, str]
"""Question → answer."""


@dataclass(frozen=True)
class NewBallot:
    """A ballot about to be kept."""

    round_id: UUID
    elector: Row
    way: Way
    cast_at: datetime
    answers: Answered
    proxy_id: UUID | None = None
    corrects: UUID | None = None


async def known_ballot(tx: Tx, body: BaseModel) -> bool:
    """Whether the very same ballot was kept before.

    Raises:
        Problem: 409 ``conflict`` when its id is another ballot's.
    """
    ballot_id: UUID = body.id  # type: ignore[attr-defined]  # every creation body has one
    stored = await tx.row(_KNOWN, {"community_id": tx.community, "ballot_id": ballot_id})
    if stored is not None and stored["body_digest"] != body_digest(tx, body):
        raise conflict("id")
    return stored is not None


async def check_answers(
    tx: Tx, round_id: UUID, given: Sequence[QuestionAnswerIn], *, on_paper: bool
) -> Answered:
    """One answer to every question, each one that the question takes.

    Only paper can be invalid: a phone offers nothing that is.

    Raises:
        Problem: 422 ``answer_missing``, ``answer_twice``, ``unknown_question`` or
            ``unknown_answer``.
    """
    asked = {UUID(question.id): question.answers for question in await questions_of(tx, round_id)}
    found: Answered = {}
    for place, each in enumerate(given):
        at = f"/answers/{place}"
        if each.question_id not in asked:
            raise invalid(f"{at}/question_id", "unknown_question")
        if each.question_id in found:
            raise invalid(f"{at}/question_id", "answer_twice")
        taken = asked[each.question_id]
        if each.answer not in taken or (not on_paper and each.answer == BallotState.INVALID):
            raise invalid(f"{at}/answer", "unknown_answer")
        found[each.question_id] = each.answer
    if len(found) != len(asked):
        raise invalid("/answers", "answer_missing", questions=len(asked))
    return found


async def keep_ballot(tx: Tx, actor: Actor, new: NewBallot, body: BaseModel) -> dict[str, str]:
    """Store a ballot and its answers; the elector must be held.

    Returns:
        The document that the log commits to.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    sequence = await _next(tx, new.elector["id"])
    values = {
        "round_id": new.round_id,
        "elector_id": new.elector["id"],
        "way": str(new.way),
        "sequence": sequence,
        "cast_at": new.cast_at,
        "proxy_id": new.proxy_id,
        "corrects": new.corrects,
        "answer_salt": salt,
    }
    await create_once(tx, actor, Ballot, body, **values)
    ballot_id: UUID = body.id  # type: ignore[attr-defined]  # every creation body has one
    place = {"community_id": tx.community, "ballot_id": ballot_id}
    rows = [
        {**place, "id": new_id(), "question_id": question, "answer": answer}
        for question, answer in new.answers.items()
    ]
    await insert_rows(tx, answers, rows)
    return _document(new, sequence, salt)


async def _next(tx: Tx, elector_id: UUID) -> int:
    last = await tx.scalar(_LAST, {"community_id": tx.community, "elector_id": elector_id})
    return int(last or 0) + 1


def _document(new: NewBallot, sequence: int, salt: bytes) -> dict[str, str]:
    answered = {str(question): answer for question, answer in new.answers.items()}
    committed = answers_commitment(salt, answered)
    document = ballot_document(new.elector["code"], new.way, sequence, new.cast_at, committed)
    if new.proxy_id is not None:
        document["proxy"] = str(new.proxy_id)
    if new.corrects is not None:
        document["corrects"] = str(new.corrects)
    return document
