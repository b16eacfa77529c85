from uuid import UUID

from linli.community.actions.roster.writing.households import write_households
from linli.community.actions.roster.writing.owners import write_owners
from linli.community.actions.roster.writing.people import write_people
from linli.community.actions.roster.writing.places import write_places
from linli.community.actions.roster.writing.suggestions import write_suggestions
from linli.community.actions.touch_roster import touch_roster
from linli.community.queries.known_roster import KnownRoster
from linli.community.rules.roster import ImportPlan
from linli.kernel.db.transaction import Tx


async def write_plan(tx: Tx, plan: ImportPlan, known: KnownRoster, by: UUID) -> None:
    """Write all that a plan says, at the doing of an account.

    The caller holds the roster at the revision of ``known``.
    """
    if plan.does_nothing:
        return
    places = await write_places(tx, plan, known)
    owners = await write_owners(tx, plan)
    households = await write_households(tx, plan, known, places)
    await write_people(tx, plan, households, owners, by)
    await write_suggestions(tx, plan, households)
    await touch_roster(tx)
