"""Recording a written proxy."""

from uuid import UUID

from sqlalchemy import func, select

from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.actions.ballots.settle_counted import settle_counted
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.proxy import ProxyAuthorization
from linli.deliberation.permissions.ballots import RECORD_PROXY
from linli.deliberation.queries.ballots.proxies import every_proxy, states_of
from linli.deliberation.queries.ballots.tables import authorizations
from linli.deliberation.rules.ballots.line_code import line_code
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.proxies import ProxyState
from linli.deliberation.schemas.ballots.ledger import ProxyIn
from linli.identity.public import is_member
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, invalid


async def authorize_proxy(tx: Tx, actor: Actor, round_id: UUID, body: ProxyIn) -> bool:
    """Record that an elector authorized somebody in writing; whether it is new.

    The round is held alone, so that two recorders together cannot exceed a holder's limit.

    Raises:
        Problem: 404; 409 ``round_not_open`` or ``proxy_over_limit``; 422 ``unknown_member``, or
            ``holder_records_own_proxy``: nobody gives themself a vote by writing it down alone.
    """
    round_ = await hold_round(tx, round_id)
    elector = await hold_elector(tx, round_id, body.elector_id)
    await require_elector_in_reach(tx, actor, elector["id"], RECORD_PROXY)
    if body.holder_account_id == actor.account_id:
        raise invalid("/holder_account_id", "holder_records_own_proxy")
    if body.holder_account_id is not None and not await is_member(tx, body.holder_account_id):
        raise invalid("/holder_account_id", "unknown_member")
    values = await _values(tx, round_, body)
    is_new = await create_once(tx, actor, ProxyAuthorization, body, **values)
    if is_new:
        _check_open(round_)
        await _check_limit(tx, round_, body.id)
        await settle_counted(tx, round_, elector["id"])
        record(tx, _made(actor, body, elector["code"], values))
    await declare_slots(tx, actor, "proxy_authorization", {body.id: body.attachments})
    return is_new


def _check_open(round_: Row) -> None:
    if round_["state"] != "open" or clock.now() >= round_["closes_at"]:
        raise Problem(409, "round_not_open")


async def _values(tx: Tx, round_: Row, body: ProxyIn) -> Row:
    a = authorizations.c
    mine = (a.community_id == tx.community, a.round_id == round_["id"])
    last = await tx.scalar(select(func.max(a.sequence)).where(*mine))
    return {
        "round_id": round_["id"],
        "elector_id": body.elector_id,
        "sequence": int(last or 0) + 1,
        "holder_key": _holder_key(tx, round_["id"], body),
        "holder_account_id": body.holder_account_id,
        "holder_name": body.holder_name,
    }


def _holder_key(tx: Tx, round_id: UUID, body: ProxyIn) -> str:
    """The same for one holder, whatever their proxies; opaque, for it stands in the archive."""
    who = f"account {body.holder_account_id}"
    if body.holder_account_id is None:
        phone = "".join(filter(str.isalnum, body.holder_phone or ""))
        who = f"person {''.join((body.holder_name or '').split())} {phone}"
    return line_code(tx.keyring.derive(f"ballot round {round_id}"), "holder", who)


async def _check_limit(tx: Tx, round_: Row, authorization_id: UUID) -> None:
    limit = profile_of(round_["profile"]).proxy_limit
    state = states_of(await every_proxy(tx, round_["id"]), limit)[authorization_id]
    if state is ProxyState.OVER_LIMIT:
        raise Problem(409, "proxy_over_limit", limit=limit)


def _made(actor: Actor, body: ProxyIn, code: str, values: Row) -> FactDraft:
    private = {"elector": code, "holder": values["holder_key"], "sequence": values["sequence"]}
    kind, public = "proxy_authorization.made", {"round": values["round_id"]}
    return ledger_fact(actor, kind, body.id, clock.now(), public, private)
