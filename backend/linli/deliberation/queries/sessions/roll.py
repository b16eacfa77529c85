from uuid import UUID

from linli.deliberation.queries.sessions.present import mandates_at, party_of_roles, who_is_here
from linli.identity.public import held_roles, names_of, roles
from linli.kernel.db.transaction import Row, Tx

EXPECTED = (roles.CONTRACTOR, roles.PROPERTY_MANAGER, roles.COMMUNITY_ADMIN)


async def read_roll(tx: Tx, session: Row) -> list[Row]:
    """Who is expected and who is there, representatives first, each once.

    Once the session is over, representatives are those who were so at its end.
    """
    held = {each: {str(roles.REPRESENTATIVE)} for each in sorted(await mandates_at(tx, session))}
    for row in await held_roles(tx, *EXPECTED):
        held.setdefault(row["account_id"], set()).add(row["role"])
    there = {row["account_id"]: row for row in await who_is_here(tx, session["id"])}
    everybody = [*held, *(account for account in there if account not in held)]
    names = await names_of(tx, everybody)
    people = [_person(each, held.get(each, set()), there.get(each), names) for each in everybody]
    return sorted(people, key=lambda person: (not person["representative"], person["party"] or ""))


def _person(account_id: UUID, held: set[str], there: Row | None, names: dict[UUID, str]) -> Row:
    return {
        "account_id": account_id,
        "name": names.get(account_id, ""),
        "party": there["party"] if there else party_of_roles(held),
        "representative": roles.REPRESENTATIVE in held,
        "how": there["how"] if there else None,
        "here": bool(there and there["here"]),
    }
