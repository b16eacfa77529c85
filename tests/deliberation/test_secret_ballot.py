"""That nothing leads from a voter to a choice, and that each home has one voice."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import DateTime, delete, literal_column, select, text
from sqlalchemy.exc import DBAPIError

from factories.elections import CLOSES, ballot, come_to, open_, stand, start, vote
from factories.house import House, Neighbour, housed, move_in, refused, told
from linli.config import Settings
from linli.deliberation.models.representatives.secret_ballot import (
    SecretBox,
    SecretReceipt,
    SecretRoll,
)
from linli.deliberation.rules.representatives.receipt import (
    prove_receipt,
    receipt_holds,
    receipt_leaf,
)
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.types import UtcTime
from linli.kernel.facts.models import Fact, FactPrivate

pytestmark = pytest.mark.usefixtures("morning")

SECRET = (SecretRoll, SecretBox, SecretReceipt)


@pytest.fixture
async def house(database: Database, config: Settings) -> AsyncIterator[House]:
    async with housed(database, config, floors=8) as made:
        yield made


async def opened(house: House, voters: int) -> tuple[str, list[Neighbour], list[str]]:
    """An election open for voting, its voters, and two who stand."""
    people = [await house.neighbour(door) for door in range(voters)]
    election = await start(house)
    names = [await stand(election, person) for person in people[:2]]
    await open_(house, election)
    return election, people, names


async def rows_of(house: House, query: Any) -> list[dict[str, Any]]:
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        return await tx.rows(query)


@pytest.mark.parametrize("model", SECRET)
def test_no_list_has_a_time_a_number_or_an_account(model: Any) -> None:
    columns = {column.name for column in table(model).columns}
    assert columns <= {"community_id", "id", "election_id", "household_id", "choice", "leaf"}
    for column in table(model).columns:
        assert not isinstance(column.type, (DateTime, UtcTime))
        assert not column.autoincrement or column.autoincrement == "auto"
    assert table(model).dialect_options["sqlite"]["with_rowid"] is False


@pytest.mark.parametrize("lists", [(SecretRoll, SecretBox), (SecretBox, SecretReceipt)])
def test_two_lists_share_nothing_but_the_election(lists: tuple[Any, Any]) -> None:
    first, second = ({column.name for column in table(model).columns} for model in lists)
    assert first & second == {"community_id", "id", "election_id"}


async def test_ids_of_the_lists_tell_no_time(house: House) -> None:
    election, people, names = await opened(house, 6)
    for person in people:
        told(await vote(election, person, names[0]))
    for model in SECRET:
        c = table(model).c
        found = await rows_of(house, select(c.id).where(c.community_id == house.community_id))
        ids = [row["id"] for row in found]
        assert len(set(ids)) == 6
        # A UUIDv7 made within an hour of this vote would begin with the same 24 bits.
        assert len({each.int >> 104 for each in ids}) > 1


async def test_the_order_of_the_box_is_not_the_order_of_voting(house: House) -> None:
    """Sixteen homes vote: eight for one, then eight for the other. The box must not say so."""
    election, people, names = await opened(house, 16)
    orders = []
    for turn, person in enumerate(people):
        told(await vote(election, person, names[turn // 8]))
    for _ in range(2):
        stored = await as_it_lies(house, SecretBox)
        assert Counter(row["choice"][0] for row in stored) == {names[0]: 8, names[1]: 8}
        orders.append([row["choice"][0] for row in stored])
        await come_to(house, CLOSES)
    in_turn = [names[turn // 8] for turn in range(16)]
    # One order in 12,870 is the order of voting, and as many are its reverse.
    for order in orders:
        assert order not in (in_turn, in_turn[::-1])
    published = told(await people[0].client.get(f"elections/{election}/box"))
    assert Counter(choice[0] for choice in published["choices"]) == {names[0]: 8, names[1]: 8}
    assert published["receipts"] == sorted(published["receipts"])
    assert len(published["roll"]) == 16
    assert published["roll"] == sorted(published["roll"], key=lambda code: (len(code), code))


async def test_without_a_quorum_only_numbers_and_receipts_are_published(house: House) -> None:
    election, people, names = await opened(house, 6)
    for person in people:
        told(await vote(election, person, names[0]))
    await come_to(house, CLOSES)
    voter = await house.again(people[0])
    result = told(await voter.get(f"elections/{election}"))["result"]
    assert (result["outcome"], result["took_part"]) == ("no_quorum", 6)
    published = told(await voter.get(f"elections/{election}/box"))
    assert (published["roll"], published["choices"]) == (None, None)
    assert len(published["receipts"]) == 6
    f = table(Fact).c
    mine = (f.community_id == house.community_id, f.kind == "deliberation.election.closed")
    (fact,) = await rows_of(house, select(f.leaf).where(*mine))
    assert "box_digest" not in fact["leaf"], "so few choices could be tried in turn"


async def as_it_lies(house: House, model: Any) -> list[dict[str, Any]]:
    """The rows as the database stores them: by place on disk, and by who wrote them."""
    c = table(model).c
    query = select(table(model)).where(c.community_id == house.community_id)
    if not house.database.on_postgres:
        return await rows_of(house, query)
    return await rows_of(house, query.order_by(text("xmin::text::bigint, ctid")))


async def test_all_rows_of_the_box_were_written_by_one_transaction(house: House) -> None:
    """On PostgreSQL every row bears the number of its transaction; on SQLite there is none."""
    if not house.database.on_postgres:
        with pytest.raises(DBAPIError):
            await rows_of(house, text("SELECT rowid FROM secret_box"))
        return
    election, people, names = await opened(house, 5)
    for person in people:
        told(await vote(election, person, names[0]))
    for model in (SecretBox, SecretReceipt):
        mark = literal_column("xmin::text").label("mark")
        mine = table(model).c.community_id == house.community_id
        marks = select(mark).select_from(table(model)).where(mine).distinct()
        assert len(await rows_of(house, marks)) == 1


async def test_the_log_says_who_took_part_and_never_what_was_chosen(house: House) -> None:
    election, people, names = await opened(house, 9)
    receipts = []
    for person in people:
        body = ballot(election, person, names[1])
        receipts.append(body["receipt"])
        told(await person.client.post(f"elections/{election}/ballots", json=body))
    f, p = table(Fact).c, table(FactPrivate).c
    mine = f.community_id == house.community_id
    taken = select(f.leaf, p.payload).join_from(
        table(Fact), table(FactPrivate), (p.seq == f.seq) & (p.community_id == f.community_id)
    )
    kind = f.kind == "deliberation.election.home_took_part"
    facts = await rows_of(house, taken.where(mine, kind))
    assert len(facts) == 9
    for row in facts:
        assert set(json.loads(row["payload"])) == {"household"}
        for word in (*names, *receipts):
            assert word not in row["leaf"]
            assert word not in row["payload"]
    everything = await rows_of(house, select(f.leaf).where(mine, f.kind.like("%election%")))
    assert not any(receipt in row["leaf"] for row in everything for receipt in receipts)
    await come_to(house, CLOSES)
    closing = await rows_of(
        house, select(f.leaf).where(mine, f.kind == "deliberation.election.closed")
    )
    (closed,) = [json.loads(row["leaf"])["public"] for row in closing]
    assert closed["votes"] == {names[0]: "0", names[1]: "9"}


async def test_two_phones_of_one_home_at_once_are_one_voice(house: House) -> None:
    election, people, names = await opened(house, 2)
    household_id = people[0].household_id
    assert household_id is not None
    phones = [people[0], *[await house.at_home(household_id) for _ in range(5)]]
    answers = await asyncio.gather(
        *[vote(election, phone, names[turn % 2]) for turn, phone in enumerate(phones)]
    )
    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 5]
    assert {refused(answer)[1] for answer in answers if answer.is_error} == {"already_voted"}
    for model in SECRET:
        c = table(model).c
        query = select(c.id).where(c.community_id == house.community_id)
        assert len(await rows_of(house, query)) == 1


async def test_many_homes_at_once_lose_no_ballot(house: House) -> None:
    election, people, names = await opened(house, 10)
    answers = await asyncio.gather(*[vote(election, person, names[0]) for person in people])
    assert {answer.status_code for answer in answers} == {201}
    for model in SECRET:
        c = table(model).c
        query = select(c.id).where(c.community_id == house.community_id)
        assert len(await rows_of(house, query)) == 10


async def test_a_phone_that_missed_the_answer_sends_the_same_again(house: House) -> None:
    election, people, names = await opened(house, 2)
    body = ballot(election, people[0], names[0])
    path = f"elections/{election}/ballots"
    sent = [people[0].client.post(path, json=body) for _ in range(3)]
    answers = await asyncio.gather(*sent)
    assert sorted(answer.status_code for answer in answers) == [200, 200, 201]
    other = await people[0].client.post(path, json=ballot(election, people[0], names[1]))
    assert refused(other) == (409, "already_voted")
    used = {**ballot(election, people[1], names[1]), "receipt": body["receipt"]}
    assert refused(await people[1].client.post(path, json=used)) == (422, "receipt_used")
    await come_to(house, CLOSES)
    assert (await people[0].client.post(path, json=body)).status_code == 200


async def test_a_ballot_is_for_ones_own_home_in_this_building(house: House) -> None:
    election, people, names = await opened(house, 2)
    path = f"elections/{election}/ballots"
    theirs = {**ballot(election, people[0], names[0]), "household_id": str(people[1].household_id)}
    assert refused(await people[0].client.post(path, json=theirs)) == (403, "forbidden")
    stranger = await house.as_("community_admin")
    not_mine = {**theirs}
    assert refused(await stranger.client.post(path, json=not_mine)) == (403, "forbidden")


async def test_who_has_two_homes_has_two_voices(house: House) -> None:
    election, people, names = await opened(house, 2)
    second = house.building.household_ids[5]
    await move_in(house.database, house.community_id, people[0].account_id, second)
    told(await vote(election, people[0], names[0]))
    two = Neighbour(people[0].client, people[0].account_id, second)
    assert (await vote(election, two, names[0])).status_code == 201


async def test_a_ballot_names_no_more_than_there_are_seats_and_only_who_stands(
    house: House,
) -> None:
    election, people, names = await opened(house, 3)
    path = f"elections/{election}/ballots"
    both = ballot(election, people[0], *names)
    assert refused(await people[0].client.post(path, json=both)) == (422, "too_many_names")
    nobody = ballot(election, people[0], str(people[2].account_id))
    assert refused(await people[0].client.post(path, json=nobody)) == (422, "unknown_candidate")
    assert (await vote(election, people[0])).status_code == 201


async def test_the_box_is_opened_to_the_building_and_only_after_closing(house: House) -> None:
    election, people, names = await opened(house, 9)
    for person in people:
        told(await vote(election, person, names[0]))
    path = f"elections/{election}/box"
    assert refused(await people[0].client.get(path)) == (409, "box_closed")
    await come_to(house, CLOSES)
    assert (await people[0].client.get(path)).status_code == 200
    stranger = await house.as_("resident")
    assert refused(await stranger.client.get(path)) == (403, "forbidden")


async def test_a_receipt_proves_that_a_ballot_was_taken_in_and_nothing_else(house: House) -> None:
    election, people, names = await opened(house, 9)
    tokens = [bytes([turn]) * 32 for turn in range(9)]
    for person, token in zip(people, tokens, strict=True):
        leaf = receipt_leaf(election, token).hex()
        body = {"household_id": str(person.household_id), "choice": [names[0]], "receipt": leaf}
        told(await person.client.post(f"elections/{election}/ballots", json=body))
    await come_to(house, CLOSES)
    box = told(await people[0].client.get(f"elections/{election}/box"))
    leaves = [bytes.fromhex(leaf) for leaf in box["receipts"]]
    for token in tokens:
        proof = prove_receipt(leaves, receipt_leaf(election, token))
        assert receipt_holds(election, token, proof, bytes.fromhex(box["receipts_root"]))
    assert not receipt_holds(election, b"x" * 32, proof, bytes.fromhex(box["receipts_root"]))


async def test_the_database_refuses_to_change_roll_box_and_receipts(house: House) -> None:
    election, people, names = await opened(house, 2)
    told(await vote(election, people[0], names[0]))
    changes = [
        "UPDATE secret_roll SET election_id = election_id",
        "DELETE FROM secret_roll",
        "UPDATE secret_box SET choice = choice",
        "UPDATE secret_receipt SET leaf = leaf",
    ]
    for change in changes:
        with pytest.raises(DBAPIError):
            await run(house, text(change))


async def run(house: House, statement: Any) -> None:
    async with house.database.transaction(write=True) as tx:
        await tx.enter(house.community_id)
        await tx.execute(statement)


async def test_an_election_with_a_ballot_too_few_is_void(house: House) -> None:
    election, people, names = await opened(house, 10)
    for person in people:
        told(await vote(election, person, names[0]))
    (first, *_) = await as_it_lies(house, SecretBox)
    await run(house, delete(table(SecretBox)).where(table(SecretBox).c.id == first["id"]))
    await come_to(house, CLOSES)
    shown = told(await people[0].client.get(f"elections/{election}"))
    assert (shown["result"]["outcome"], shown["result"]["elected"]) == ("void", [])
    assert datetime.fromisoformat(shown["closed_at"]).astimezone(UTC) == CLOSES
