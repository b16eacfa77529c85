from linli.deliberation.queries.representatives.homes import voiced_homes
from linli.deliberation.queries.representatives.tables import election_homes
from linli.deliberation.rules.canonical import digest
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.ids import new_id


async def freeze_homes(tx: Tx, election: Row) -> Row:
    """Store which homes have a voice in a locked election.

    Returns:
        ``homes``, how many they are, and ``homes_digest``, which tells whether a list is this one.
    """
    homes = await voiced_homes(tx, election["building_id"])
    of_election = {"community_id": tx.community, "election_id": election["id"]}
    rows = [{**of_election, "id": new_id(), "household_id": each} for each in homes]
    await insert_rows(tx, election_homes, rows)
    return {"homes": len(homes), "homes_digest": digest([str(each) for each in homes])}
