"""Erasing what facts say in private; the leaves and their proofs stay whole."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select

from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.models import Fact, FactPrivate


async def erase_private(tx: Tx, subject_ids: Collection[UUID]) -> None:
    """Delete the private payloads and salts of all facts about these subjects.

    The caller records a fact that says so. Facts of this very transaction are not in the log yet
    and keep theirs.
    """
    facts, private = table(Fact).c, table(FactPrivate)
    about = select(facts.seq).where(
        facts.community_id == tx.community, facts.subject_id.in_(subject_ids)
    )
    theirs = (private.c.community_id == tx.community, private.c.seq.in_(about))
    await tx.execute(delete(private).where(*theirs))
