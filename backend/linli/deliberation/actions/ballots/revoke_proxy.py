from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.actions.ballots.settle_counted import settle_counted
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.proxy import ProxyRevocation
from linli.deliberation.permissions.ballots import RECORD_PROXY
from linli.deliberation.queries.ballots.tables import authorizations, revocations
from linli.deliberation.schemas.ballots.ledger import ProxyRevocationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found


async def revoke_proxy(
    tx: Tx, actor: Actor, round_id: UUID, authorization_id: UUID, body: ProxyRevocationIn
) -> bool:
    """Record that an elector took a proxy back (Civil Code, art. 173 (2)); whether it is new.

    A ballot cast under it no longer counts.

    Raises:
        Problem: 404; 409 ``round_is_over`` after the closing, ``already_revoked``.
    """
    round_ = await hold_round(tx, round_id)
    a, r = authorizations.c, revocations.c
    mine = (a.community_id == tx.community, a.round_id == round_id, a.id == authorization_id)
    elector_id = await tx.scalar(select(a.elector_id).where(*mine))
    if elector_id is None:
        raise not_found()
    elector = await hold_elector(tx, round_id, elector_id)
    await require_elector_in_reach(tx, actor, elector_id, RECORD_PROXY)
    theirs = (r.community_id == tx.community, r.authorization_id == authorization_id)
    known = await tx.scalar(select(r.id).where(*theirs))
    if known is not None and known != body.id:
        raise Problem(409, "already_revoked")
    if known is None and (round_["state"] != "open" or clock.now() >= round_["closes_at"]):
        raise Problem(409, "round_is_over")
    values = {"round_id": round_id, "authorization_id": authorization_id, "reason": body.reason}
    if not await create_once(tx, actor, ProxyRevocation, body, **values):
        return False
    await settle_counted(tx, round_, elector_id)
    public = {"round": round_id, "authorization": authorization_id}
    private = {"elector": elector["code"]}
    fact = ledger_fact(actor, "proxy_revocation.made", body.id, clock.now(), public, private)
    record(tx, fact)
    return True
