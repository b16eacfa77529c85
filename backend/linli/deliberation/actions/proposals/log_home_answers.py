"""Taking what homes say to having been spoken for."""

from collections.abc import Sequence
from uuid import UUID

from linli.community.public import homes_of
from linli.deliberation.facts.proposals import home_answered
from linli.deliberation.queries.proposals.known import claimed_homes, known_rows
from linli.deliberation.queries.proposals.tables import answers
from linli.deliberation.rules.proposals.said_when import said_when
from linli.deliberation.schemas.proposals.comment import HomeAnswerIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.problems import not_found
from linli.kernel.sync.items import SyncItem, Verdict

KEY = ("community_id", "id")


async def log_home_answers(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take answers in the order of saying; each stays, the newest of a home holds.

    Args:
        tx: a write transaction inside the actor's community.
        actor: somebody of the home.
        items: each id once; payloads are ``HomeAnswerIn``.

    Returns:
        A verdict for each item, in its place; rejected with ``not_found`` when the home is not
        the actor's or the comment does not speak for it.
    """
    own = {home["household_id"] for home in await homes_of(tx, actor.account_id)}
    spoken = await claimed_homes(tx, {item.payload.comment_id for item in items})
    known = await known_rows(tx, answers, [item.id for item in items])
    return [await _take(tx, actor, item, known.get(item.id), own, spoken) for item in items]


async def _take(  # noqa: PLR0913, PLR0917 - what was asked for the whole batch
    tx: Tx,
    actor: Actor,
    item: SyncItem,
    stored: Row | None,
    own: set[UUID],
    spoken: set[tuple[UUID, UUID]],
) -> Verdict:
    said: HomeAnswerIn = item.payload
    if stored is not None:
        return _recognised(tx, item, stored)
    if said.household_id not in own or (said.comment_id, said.household_id) not in spoken:
        return Verdict.rejected(not_found())
    now = clock.now()
    row = {
        "community_id": tx.community,
        "id": item.id,
        **said.model_dump(),
        "said_at": said_when(said.said_at, now),
        "body_digest": body_digest(tx, said),
        "created_by": actor.account_id,
        "created_at": now,
    }
    if not await insert_new(tx, answers, KEY, row):
        found = await known_rows(tx, answers, [item.id])
        return _recognised(tx, item, found[item.id])
    return Verdict.accepted(record(tx, home_answered(actor, row)))


def _recognised(tx: Tx, item: SyncItem, stored: Row) -> Verdict:
    if stored["body_digest"] == body_digest(tx, item.payload):
        return Verdict.duplicate()
    return Verdict.conflict(*(differing_fields(stored, item.payload) or ["id"]))
