"""A comparison list as what an agenda item is about; on both databases."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from conftest import KEYRING, ROOT
from factories.clock import Clock
from factories.community import MOMENT, make_community, make_project
from factories.council import Council, convene, refused
from factories.meeting_place import MeetingPlace, code
from linli.deliberation.models.sessions import AgendaReport, DeliberationSession
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.queries.sessions.tables import agenda
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate, unmigrate
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

FOLDER = ROOT / "migrations"
CONTENT = {
    "title": "电梯品牌",
    "criteria": [{"key": "words", "label": "口碑", "kind": "text"}],
    "options": [{"key": key, "name": f"品牌{key.upper()}"} for key in ("a", "b")],
}


@pytest.fixture
async def council(place: MeetingPlace, passing: Clock) -> Council:
    return await convene(place, passing)


async def compared(council: Council) -> str:
    place = council.place
    project = await make_project(place.database, place.community_id, [place.building.id])
    body = {"id": str(new_id()), "project_id": str(project), **CONTENT}
    await council.secretary.done("comparison-lists", body)
    return str(body["id"])


async def test_a_list_is_named_on_an_agenda_and_decided_as_the_notice_knew_it(
    council: Council,
) -> None:
    office, brands = council.secretary, await compared(council)
    await council.planned()
    await council.put_on("选品牌", subject_kind="comparison_list", subject_id=brands)
    noticed = await office.done(f"{council.path}/notice")
    (shown,) = noticed["agenda"]
    assert (shown["subject_kind"], shown["subject_id"]) == ("comparison_list", brands)
    await office.done(f"comparison-lists/{brands}/publication")
    council.passing.pass_by(days=8)
    await office.done(f"{council.path}/opening")
    (shown,) = (await office.told(council.path))["agenda"]
    assert (shown["decidable"], shown["undecidable"]) == (True, None)
    body = {**CONTENT, "title": "电梯牌子", "reason": "换个说法"}
    tag = {"If-Match": '"1"'}
    revised = await office.client.put(f"comparison-lists/{brands}", json=body, headers=tag)
    assert revised.status_code == 200, revised.text
    (shown,) = (await office.told(council.path))["agenda"]
    assert shown["undecidable"] == "subject_changed_after_notice"
    assert await refused(office, council.motion()) == "item_subject_changed"


async def test_a_list_that_is_not_there_is_not_named(council: Council) -> None:
    await council.planned()
    body = {"id": str(new_id()), "title": "x", "subject_kind": "comparison_list"}
    path = f"{council.path}/agenda-items"
    unknown = await council.secretary.post(path, {**body, "subject_id": str(new_id())})
    assert unknown.json()["errors"][0]["code"] == "unknown_subject"
    assert code(await council.secretary.post(path, body)) == (422, "invalid")


async def add(database: Database, community_id: UUID, model: Any, **values: object) -> UUID:
    made = {"community_id": community_id, "id": new_id(), **values}
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(model).values(made))
    found: UUID = made["id"]
    return found


CREATED: dict[str, Any] = {"body_digest": b"", "created_by": new_id(), "created_at": MOMENT}
OF_A_LIST = {**CREATED, "version": 1, "position": 1, "title": "选品牌"}
OF_A_LIST |= {"subject_kind": "comparison_list", "subject_id": new_id()}


async def kinds(database: Database, community_id: UUID) -> list[tuple[str, UUID | None]]:
    c = agenda.c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        rows = await tx.rows(select(c.subject_kind, c.subject_id).order_by(c.id))
    return [(row["subject_kind"], row["subject_id"]) for row in rows]


async def test_an_item_that_others_refer_to_stays_when_lists_come_and_go(
    empty_database: Callable[[], tuple[str, str]],
) -> None:
    database = open_database(empty_database()[0], KEYRING)
    await migrate(database.writer, FOLDER)
    here = await make_community(database)
    session = {"kind": "council", "title": "x", "place": "x", "starts_at": MOMENT}
    session |= {**CREATED, "version": 1, "held_on": MOMENT.date(), "state": "planned", "tick": 0}
    held = await add(database, here, table(DeliberationSession), **session)
    item_id = await add(database, here, agenda, **OF_A_LIST, session_id=held)
    report = {**CREATED, "kind": "dust", "state": "reported", "reported_on": MOMENT.date()}
    said = await add(database, here, reports, **report, happened_at=MOMENT, state_since=MOMENT)
    about = {"agenda_item_id": item_id, "feedback_id": said}
    await add(database, here, table(AgendaReport), **about)
    await unmigrate(database.writer, FOLDER, "ballot_readings")
    assert await kinds(database, here) == [("other", None)]
    with pytest.raises(DBAPIError):
        await add(database, here, agenda, **OF_A_LIST, session_id=held)
    await migrate(database.writer, FOLDER)
    await add(database, here, agenda, **OF_A_LIST, session_id=held)
    assert await kinds(database, here) == [
        ("other", None),
        ("comparison_list", OF_A_LIST["subject_id"]),
    ]
    with pytest.raises(DBAPIError):
        await add(database, here, agenda, **{**OF_A_LIST, "subject_kind": "x"}, session_id=held)
    if not database.on_postgres:
        async with database.transaction(write=False) as tx:
            assert await tx.scalar(text("PRAGMA integrity_check")) == "ok"
            assert await tx.rows(text("PRAGMA foreign_key_check")) == []
    await database.close()
