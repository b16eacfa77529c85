"""Whether what a scheme was worked out from is still so."""

from dataclasses import dataclass
from uuid import UUID

from linli.community.public import roster_revision
from linli.deliberation.queries.cost_plans.homes import homes_now
from linli.deliberation.queries.cost_plans.reckoning import roster_digest
from linli.deliberation.queries.cost_plans.scopes import scopes_of
from linli.kernel.db.transaction import Row, Tx


@dataclass(frozen=True, slots=True)
class Standing:
    """The present scopes and roster of a plan, to hold versions against."""

    scopes: list[Row]
    revision: int
    digest: str | None
    """Of the homes now; ``None`` where no version is older than the roster's last change."""

    def of(self, version: Row) -> dict[str, bool]:
        """Two flags for a version: ``scopes_changed`` and ``roster_changed``."""
        scopes_changed = version["scopes"] != self.scopes
        same_roster = version["roster_revision"] == self.revision
        roster_changed = not (
            same_roster or scopes_changed or version["roster_digest"] == self.digest
        )
        return {"scopes_changed": scopes_changed, "roster_changed": roster_changed}


async def standing(tx: Tx, plan_id: UUID, versions: list[Row]) -> Standing:
    """What versions of a plan's schemes are held against.

    The homes are read only when the roster changed at all since one of them.
    """
    revision = await roster_revision(tx)
    older = any(version["roster_revision"] != revision for version in versions)
    digest = roster_digest(await homes_now(tx, plan_id)) if older else None
    return Standing(await scopes_of(tx, plan_id), revision, digest)
