"""The facts of a round, with what of them is opened."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select, union_all

from linli.deliberation.queries.ballots.tables import (
    agreements,
    authorizations,
    ballots,
    confirmations,
    deliveries,
    objection_answers,
    objections,
    official_results,
    readings,
    results,
    revocations,
    strike_agreements,
    strikes,
)
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.models import Fact, FactPrivate

_f, _p = table(Fact).c, table(FactPrivate).c
OF_ROUNDS = "deliberation."
"""That a photo of a paper or proxy arrived is an entry of the log too, but none of the round's."""
OPENED = frozenset({"ballot", "proxy_authorization", "ballot_delivery"})
"""Tables whose private payloads name codes only; those of others stay closed."""
_ABOUT = (
    agreements,
    ballots,
    confirmations,
    readings,
    strikes,
    strike_agreements,
    authorizations,
    revocations,
    deliveries,
    official_results,
    results,
    objections,
    objection_answers,
)
_NAMES_NOBODY = or_(_f.subject_kind != "objection", _f.actor_id.is_(None))
"""Objections of before entries were numbered tell who raised them: they are not shown."""


async def round_facts(tx: Tx, round_id: UUID, size: int) -> list[Row]:
    """Facts of a round within the first ``size`` of the log, as lines of the archive.

    Each is ``seq leaf`` and, where it is opened, ``salt private``.
    """
    subjects = union_all(
        *(
            select(of.c.id).where(of.c.community_id == tx.community, of.c.round_id == round_id)
            for of in _ABOUT
        )
    ).subquery("subjects")
    own = _facts(size, tx).where(_f.subject_kind == "ballot_round", _f.subject_id == round_id)
    theirs = _facts(size, tx).join(subjects, subjects.c.id == _f.subject_id).where(_NAMES_NOBODY)
    rows = [*await tx.rows(own), *await tx.rows(theirs)]
    return [_line(row) for row in sorted(rows, key=lambda row: row["seq"])]


def _facts(size: int, tx: Tx) -> Select[Any]:
    private = and_(_p.community_id == _f.community_id, _p.seq == _f.seq)
    return (
        select(_f.seq, _f.leaf, _f.subject_kind, _p.salt, _p.payload)
        .select_from(table(Fact).outerjoin(table(FactPrivate), private))
        .where(_f.community_id == tx.community, _f.seq < size, _f.kind.startswith(OF_ROUNDS))
    )


def _line(row: Row) -> Row:
    line = {"seq": str(row["seq"]), "leaf": row["leaf"]}
    if row["subject_kind"] in OPENED and row["salt"] is not None:
        line |= {"salt": row["salt"].hex(), "private": row["payload"]}
    return line
