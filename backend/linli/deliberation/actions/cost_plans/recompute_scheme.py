from uuid import UUID

from linli.deliberation.actions.cost_plans.revise_scheme import revise_scheme
from linli.deliberation.queries.cost_plans.homes import homes_then
from linli.deliberation.queries.cost_plans.schemes import find_version, reductions_of
from linli.deliberation.rules.cost_sharing.cost import Method
from linli.deliberation.schemas.cost_plans.scheme import RulesIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def recompute_scheme(tx: Tx, actor: Actor, scheme_id: UUID, expected: int) -> None:
    """Work the same scheme out anew from the roster and the scopes as they are now.

    Raises:
        Problem: as ``revise_scheme``.
    """
    version = await find_version(tx, actor, scheme_id)
    taken = await reductions_of(tx, version["version_id"])
    body = {
        "title": version["title"],
        **version["rules"],
        "reductions": [
            {name: one[name] for name in ("code", "amount_fen", "payer")} for one in taken
        ],
        "table": await _table(tx, version) if version["method"] == Method.MANUAL else [],
    }
    await revise_scheme(tx, actor, scheme_id, RulesIn.model_validate(body), expected)


async def _table(tx: Tx, version: Row) -> list[Row]:
    return [
        {"code": home["code"], "fen": home["fen"], "scope": place.scope_number}
        for place in await homes_then(tx, version["version_id"])
        for home in place.homes
    ]
