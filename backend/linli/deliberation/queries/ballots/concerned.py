"""Whether what is put to the vote concerns more homes than those who vote on it."""

from uuid import UUID

from sqlalchemy import select

from linli.community.public import HOUSEHOLDS, PROJECT_BUILDINGS
from linli.deliberation.queries.ballots.ownership import inside
from linli.deliberation.queries.cost_plans.homes import homes_then
from linli.deliberation.queries.cost_plans.tables import versions
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import Subject, SubjectKind
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.kernel.db.transaction import Tx

_h = HOUSEHOLDS.c


async def reaches_out(tx: Tx, subject: Subject, scope: UnitScope) -> bool:
    """Whether it would bind homes outside a scope: a proposal or a scheme of a cost plan.

    A comparison list binds nobody by itself.
    """
    if scope.whole:
        return False
    if subject.kind is SubjectKind.PROPOSAL:
        return await _proposal_reaches_out(tx, UUID(subject.id), scope)
    if subject.kind is SubjectKind.SCHEME:
        return await _scheme_reaches_out(tx, subject, scope)
    return False


async def _proposal_reaches_out(tx: Tx, proposal_id: UUID, scope: UnitScope) -> bool:
    """A proposal concerns the buildings of its project, or else the whole community."""
    p, b = proposals.c, PROJECT_BUILDINGS.c
    project = select(p.project_id).where(p.community_id == tx.community, p.id == proposal_id)
    theirs = select(b.building_id).where(
        b.community_id == tx.community, b.project_id == project.scalar_subquery()
    )
    covered = select(_h.id).where(_h.community_id == tx.community, inside(scope))
    outside = select(_h.id).where(_h.community_id == tx.community, _h.id.not_in(covered))
    if await tx.scalar(theirs.limit(1)) is not None:
        outside = outside.where(_h.building_id.in_(theirs))
    return await tx.scalar(outside.limit(1)) is not None


async def _scheme_reaches_out(tx: Tx, subject: Subject, scope: UnitScope) -> bool:
    """The homes of a scheme are those that pay in its version that is voted on, else its newest."""
    v = versions.c
    asks = select(v.id).where(v.community_id == tx.community, v.scheme_id == UUID(subject.id))
    if subject.version is not None:
        asks = asks.where(v.number == subject.version)
    version_id = await tx.scalar(asks.order_by(v.number.desc()).limit(1))
    paying = {home["code"] for place in await homes_then(tx, version_id) for home in place.homes}
    covered = select(_h.id).where(_h.community_id == tx.community, inside(scope))
    outside = select(_h.code).where(_h.community_id == tx.community, _h.id.not_in(covered))
    return any(row["code"] in paying for row in await tx.rows(outside))
