from uuid import UUID

from sqlalchemy import select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.actions.cost_plans.hold_plan import hold_plan, plan_of_scheme
from linli.deliberation.facts.cost_plans import scheme_adopted
from linli.deliberation.queries.cost_plans.homes import homes_then
from linli.deliberation.queries.cost_plans.reckoning import costs_of, scheme_of, stored_tables
from linli.deliberation.queries.cost_plans.schemes import find_version, reductions_of
from linli.deliberation.queries.cost_plans.tables import adoptions, receivables
from linli.deliberation.rules.cost_sharing.receivables import receivable_digest, receivable_list
from linli.deliberation.rules.cost_sharing.scheme import Computed, compute
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new, insert_rows
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem


async def adopt_scheme(
    tx: Tx, actor: Actor, scheme_id: UUID, *, round_id: UUID, version: int | None = None
) -> bool:
    """Freeze a scheme that a ballot adopted: what each home owes becomes the receivable list.

    Args:
        tx: the open transaction.
        actor: who publishes the ballot's result.
        scheme_id: the adopted scheme.
        round_id: the ballot round.
        version: the version that was put to the vote; the newest unless it is named.

    Returns:
        Whether it is new; ``False`` when the same round adopted the same version before.

    Raises:
        Problem: 404; 409 ``other_scheme_adopted`` when the plan is settled already.
    """
    plan_id = await plan_of_scheme(tx, scheme_id)
    await hold_plan(tx, plan_id)
    found = await find_version(tx, actor, scheme_id, version)
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "plan_id": plan_id,
        "scheme_id": scheme_id,
        "version_id": found["version_id"],
        "round_id": round_id,
        "adopted_by": actor.account_id,
        "adopted_at": clock.now(),
    }
    if not await insert_new(tx, adoptions, ("community_id", "plan_id"), row):
        await _require_same(tx, row)
        return False
    computed = await _computed(tx, found)
    await _write_receivables(tx, row["id"], computed)
    public = {"plan": plan_id, "round": round_id, "version": found["number"]}
    public["shares_sha256"] = found["shares_digest"]
    due = receivable_digest(receivable_list(computed))
    record(tx, scheme_adopted(actor, scheme_id, row["adopted_at"], public, due))
    return True


async def _require_same(tx: Tx, row: Row) -> None:
    c = adoptions.c
    same = select(c.id).where(
        c.community_id == tx.community,
        c.plan_id == row["plan_id"],
        c.version_id == row["version_id"],
        c.round_id == row["round_id"],
    )
    if await tx.scalar(same) is None:
        raise Problem(409, "other_scheme_adopted")


async def _computed(tx: Tx, version: Row) -> Computed:
    """The version worked out from its own homes, reductions included."""
    places = await homes_then(tx, version["version_id"])
    costs = costs_of(version["scopes"], places, version["rules"], stored_tables(places))
    taken = await reductions_of(tx, version["version_id"])
    return compute(scheme_of(costs, version["rules"], taken))


async def _write_receivables(tx: Tx, adoption_id: UUID, computed: Computed) -> None:
    c = HOUSEHOLDS.c
    known = await tx.rows(select(c.code, c.id).where(c.community_id == tx.community))
    ids = {row["code"]: row["id"] for row in known}
    head = {"community_id": tx.community, "adoption_id": adoption_id}
    homes = [
        {**head, "id": new_id(), "household_id": ids.get(code), "household_code": code}
        | {"payer": None, "due_fen": fen}
        for code, fen in computed.payments.homes_fen.items()
    ]
    payers = [
        {**head, "id": new_id(), "household_id": None, "household_code": None}
        | {"payer": payer, "due_fen": fen}
        for payer, fen in computed.payments.payers_fen.items()
    ]
    await insert_rows(tx, receivables, homes + payers)
