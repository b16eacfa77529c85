from datetime import date
from uuid import UUID

from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.remind_of_term import plan_reminder
from linli.deliberation.facts.representatives import mandate_changed
from linli.deliberation.models.representatives.mandate import Mandate
from linli.deliberation.queries.representatives.candidacies import standing_in
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id


async def give_mandates(tx: Tx, election: Row, result: Row) -> None:
    """Give their mandates to those elected; whoever came next stands in for a single seat."""
    standing = await standing_in(tx, election["id"])
    rows = [_mandate(tx, election, standing[UUID(each)]) for each in result["elected"]]
    following = _next(result)
    if following is not None and len(rows) == election["seats"] == 1:
        substitute = _mandate(tx, election, standing[UUID(following)])
        rows.append({**substitute, "stands_in_for": rows[0]["id"]})
    for row in rows:
        await insert_mandate(tx, row, None)
    if rows:
        await keep_mandates(tx, election["building_id"])


def _next(result: Row) -> str | None:
    """Who has most votes among those not elected, where that is one and has a vote at all."""
    rest = {name: n for name, n in result["votes"].items() if name not in result["elected"]}
    most = max(rest.values(), default=0)
    named = [name for name, number in rest.items() if number == most]
    return named[0] if most and len(named) == 1 else None


def _mandate(tx: Tx, election: Row, account_id: UUID) -> Row:
    term: tuple[date, date] = (election["term_from"], election["term_until"])
    return mandate_row(tx, election["building_id"], account_id, term, election_id=election["id"])


def mandate_row(
    tx: Tx, building_id: UUID, account_id: UUID, term: tuple[date, date], **basis: UUID | None
) -> Row:
    """A new mandate; ``basis`` says by what, for whom it stands in, and under which id."""
    return {
        "community_id": tx.community,
        "id": basis.pop("id", None) or new_id(),
        "building_id": building_id,
        "account_id": account_id,
        "from_on": term[0],
        "until_on": term[1],
        "election_id": None,
        "assembly_id": None,
        "stands_in_for": None,
        "made_at": clock.now(),
        "version": 1,
        **basis,
    }


async def insert_mandate(tx: Tx, row: Row, by: UUID | None) -> None:
    """Store a mandate, record that it was given, and plan the reminder of its end."""
    await insert_rows(tx, table(Mandate), [row])
    told = ("building_id", "account_id", "from_on", "until_on", "stands_in_for")
    about = {name: row[name] for name in told}
    record(tx, mandate_changed(by, "given", row["id"], row["made_at"], **about))
    await plan_reminder(tx, row["id"], row["from_on"], row["until_on"])
