from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import delete, select, update

from linli.community.public import STAIRWELLS, buildings_of_project
from linli.deliberation.actions.cost_plans.hold_plan import hold_plan, refuse_frozen
from linli.deliberation.actions.refused import rules_refuse
from linli.deliberation.facts.cost_plans import plan_changed
from linli.deliberation.queries.cost_plans.reckoning import net_of_scope
from linli.deliberation.queries.cost_plans.tables import places, plans, scopes
from linli.deliberation.schemas.cost_plans.plan import PlaceIn, ScopeIn, ScopesIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.ids import new_id
from linli.kernel.problems import invalid


async def set_scopes(tx: Tx, actor: Actor, plan_id: UUID, body: ScopesIn, expected: int) -> None:
    """Say what is to be paid where, and what others pay of it.

    Schemes keep the scopes they were worked out from until they are recomputed.

    Raises:
        Problem: 404; 409 ``scheme_frozen``; 412 when somebody else was faster; 422 where a source
            exceeds what is left, or a place is not the project's.
    """
    plan = await hold_plan(tx, plan_id)
    await refuse_frozen(tx, plan_id)
    if plan["version"] != expected:
        raise changed_meanwhile()
    await _check_places(tx, plan["project_id"], body)
    nets = [_net(at, scope) for at, scope in enumerate(body.scopes)]
    this = (plans.c.community_id == tx.community, plans.c.id == plan_id)
    await tx.execute(update(plans).where(*this).values(version=expected + 1))
    await _replace(tx, plan_id, body)
    public = {
        "scopes": len(nets),
        "total_fen": sum(scope.total_fen for scope in body.scopes),
        "net_fen": sum(nets),
    }
    record(tx, plan_changed(actor, "scopes_set", plan_id, clock.now(), **public))


def _net(at: int, scope: ScopeIn) -> int:
    pointers = {"source": f"/scopes/{at}/sources", "total": f"/scopes/{at}/total_fen"}
    with rules_refuse(pointers, f"/scopes/{at}"):
        return net_of_scope(scope.model_dump(mode="json")).net_fen


async def _check_places(tx: Tx, project_id: UUID, body: ScopesIn) -> None:
    own = set(await buildings_of_project(tx, project_id) or ())
    c = STAIRWELLS.c
    asks = select(c.id, c.building_id).where(c.community_id == tx.community, c.building_id.in_(own))
    homes_of = {row["id"]: row["building_id"] for row in await tx.rows(asks)}
    for pointer, place in _places(body):
        if place.building_id not in own:
            raise invalid(f"{pointer}/building_id", "building_not_in_project")
        if place.stairwell_id and homes_of.get(place.stairwell_id) != place.building_id:
            raise invalid(f"{pointer}/stairwell_id", "unknown_stairwell")


def _places(body: ScopesIn) -> Iterator[tuple[str, PlaceIn]]:
    for at, scope in enumerate(body.scopes):
        for number, place in enumerate(scope.places):
            yield f"/scopes/{at}/places/{number}", place


async def _replace(tx: Tx, plan_id: UUID, body: ScopesIn) -> None:
    mine = (scopes.c.community_id == tx.community, scopes.c.plan_id == plan_id)
    old = select(scopes.c.id).where(*mine)
    of_plan = (places.c.community_id == tx.community, places.c.scope_id.in_(old))
    await tx.execute(delete(places).where(*of_plan))
    await tx.execute(delete(scopes).where(*mine))
    rows = [
        {"community_id": tx.community, "id": new_id(), "plan_id": plan_id, "number": number}
        | scope.model_dump(mode="json", exclude={"places"})
        for number, scope in enumerate(body.scopes, 1)
    ]
    await insert_rows(tx, scopes, rows)
    await insert_rows(tx, places, list(_place_rows(tx, rows, body)))


def _place_rows(tx: Tx, rows: list[Row], body: ScopesIn) -> Iterator[Row]:
    for row, scope in zip(rows, body.scopes, strict=True):
        for number, place in enumerate(scope.places, 1):
            yield {
                "community_id": tx.community,
                "id": new_id(),
                "scope_id": row["id"],
                "number": number,
                **place.model_dump(),
            }
