"""Wording a proposal anew: another version, never a change of one."""

import hashlib
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.facts.proposals import proposal_changed
from linli.deliberation.models.proposals.proposal import ProposalVersion
from linli.deliberation.queries.proposals.proposals import locked_proposal, steers_proposal
from linli.deliberation.queries.proposals.tables import proposals, versions
from linli.deliberation.rules.lifecycles.proposal import TEXT_MAY_CHANGE
from linli.deliberation.schemas.proposals.proposal import ProposalVersionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem, conflict, forbidden


async def write_version(tx: Tx, actor: Actor, proposal_id: UUID, body: ProposalVersionIn) -> bool:
    """Word a proposal anew; whether it is new.

    Raises:
        Problem: 404; 403 to anybody but its author and the office; 409 ``text_is_fixed``,
            ``proposal_in_ballot`` or ``conflict``; 412 ``changed_meanwhile`` when another version
            came first.
    """
    proposal = await locked_proposal(tx, actor, proposal_id)
    if not steers_proposal(actor, proposal):
        raise forbidden()
    digest = body_digest(tx, body)
    if await _is_known(tx, body.id, digest):
        return False
    require_open_text(proposal)
    if body.follows != proposal["newest"]:
        raise changed_meanwhile()
    text = body.model_dump(exclude={"follows"})
    await add_version(tx, actor, proposal, digest, **text)
    return True


async def _is_known(tx: Tx, version_id: UUID, digest: bytes) -> bool:
    v = versions.c
    asks = select(v.body_digest).where(v.community_id == tx.community, v.id == version_id)
    stored = await tx.scalar(asks)
    if stored is not None and bytes(stored) != digest:
        raise conflict("id")
    return stored is not None


def require_open_text(proposal: Row) -> None:
    """Refuse to change what people are commenting on or deciding.

    Raises:
        Problem: 409 ``text_is_fixed``; ``proposal_in_ballot`` while a round asks about it.
    """
    if proposal["held_by_round"] is not None:
        raise Problem(409, "proposal_in_ballot")
    if proposal["state"] not in TEXT_MAY_CHANGE:
        raise Problem(409, "text_is_fixed")


async def add_version(tx: Tx, actor: Actor, proposal: Row, digest: bytes, **text: Any) -> int:
    """Give a locked proposal its next version; the number.

    ``text`` is ``id title body what_changed``. The fact carries the digest of the text, so that
    anybody can check which words were decided on.
    """
    number: int = proposal["newest"] + 1
    await insert_version(tx, actor, proposal["id"], number, digest, **text)
    c = proposals.c
    this = update(proposals).where(c.community_id == tx.community, c.id == proposal["id"])
    await tx.execute(this.values(newest=number, title=text["title"]))
    return number


async def insert_version(
    tx: Tx, actor: Actor, proposal_id: UUID, number: int, digest: bytes, **text: Any
) -> None:
    """Store one version and record it."""
    now = clock.now()
    row = {
        "community_id": tx.community,
        "proposal_id": proposal_id,
        "number": number,
        "body_digest": digest,
        "created_by": actor.account_id,
        "created_at": now,
        **text,
    }
    await insert_rows(tx, table(ProposalVersion), [row])
    sha256 = hashlib.sha256(f"{text['title']}\n\n{text['body']}".encode()).hexdigest()
    about = {"number": number, "sha256": sha256}
    record(tx, proposal_changed(actor, "worded", proposal_id, now, **about))
