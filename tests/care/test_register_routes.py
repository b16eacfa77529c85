"""The register over HTTP on both databases: who sees what, to the byte."""

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import openpyxl
import pytest
from fastapi import FastAPI
from PIL import Image

from factories.care_register import (
    MORNING,
    NAME,
    PHONE,
    WORDS,
    Person,
    Town,
    at,
    consent,
    make_person,
    make_town,
    need_body,
    rows_of,
    run_due,
)
from factories.community import make_project
from factories.identity import serving, signed_in_client
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id
from linli.kernel.vault.models import VaultOpening

SEALED = (NAME, WORDS, PHONE, "林女士", "门铃坏了")
OTHERS = (
    "community_admin",
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)
PEOPLE = ("social_worker", "lead", "volunteer", "second", "stranger", *OTHERS)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@dataclass
class House:
    """A town with one need, its task, and whoever a test has sign in."""

    town: Town
    app: FastAPI
    database: Database
    stack: AsyncExitStack
    need_id: str
    task_id: str = ""
    visit_id: str = ""
    clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)

    async def client(self, who: str) -> httpx.AsyncClient:
        """The client of a person of the town, of an office, or of a stranger."""
        if who not in self.clients:
            person = await self._person(who)
            entered = signed_in_client(self.app, person.account)
            self.clients[who] = await self.stack.enter_async_context(entered)
        return self.clients[who]

    async def _person(self, who: str) -> Person:
        if who == "stranger":
            return (await make_town(self.database)).social_worker
        known: Person | None = getattr(self.town, who, None)
        return known or await make_person(self.database, self.town.community_id, who)

    async def get(self, who: str, path: str) -> httpx.Response:
        return await (await self.client(who)).get(self.town.base + path)

    async def post(self, who: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        keyed = {"Idempotency-Key": str(new_id()), **headers}
        return await (await self.client(who)).post(self.town.base + path, json=body, headers=keyed)


@pytest.fixture
async def house(app: FastAPI, database: Database) -> AsyncIterator[House]:
    async with AsyncExitStack() as stack:
        house = House(await make_town(database), app, database, stack, str(new_id()))
        body = {"id": house.need_id, **need_body(house.town.doors[0])}
        assert (await house.post("volunteer", "/assistance-needs", body)).status_code == 201
        await run_due(database, house.town)
        yield house


async def help_once(house: House) -> None:
    """The volunteer takes the task, and notes a first try at a closed door."""
    (task,) = (await house.get("volunteer", "/care-tasks")).json()["items"]
    house.task_id = task["id"]
    await house.post("volunteer", f"/care-tasks/{house.task_id}/acceptance", {})
    house.visit_id = str(new_id())
    visit = {
        "id": house.visit_id,
        "care_task_id": house.task_id,
        "household_id": str(house.town.doors[0]),
        "happened_at": MORNING.isoformat(),
        "outcome": "nobody_home",
        "note": "门铃坏了",
    }
    assert (await house.post("volunteer", "/assistance-visits", visit)).status_code == 201


def addresses(house: House) -> list[str]:
    """All addresses of the community that can be read, with what exists filled in."""
    known = {
        "community_id": str(house.town.community_id),
        "need_id": house.need_id,
        "task_id": house.task_id,
        "household_id": str(house.town.doors[0]),
        "building_id": str(house.town.building.id),
    }
    found = []
    for path, operations in house.app.openapi()["paths"].items():
        if "get" in operations and "{community_id}" in path:
            filled = path.format_map(_Filled(known))
            required = [
                f"{p['name']}={known.get(p['name'], house.need_id)}"
                for p in operations["get"].get("parameters", ())
                if p["in"] == "query" and p.get("required")
            ]
            found.append(f"{filled}?{'&'.join(required)}")
    return found


class _Filled(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return self["need_id"]


async def test_no_address_tells_sealed_words_to_anybody_but_the_helper_of_the_task(
    house: House,
) -> None:
    await help_once(house)
    read = addresses(house)
    assert len(read) > 20
    told: dict[str, set[str]] = {}
    for who in PEOPLE:
        for address in read:
            answer = await (await house.client(who)).get(address)
            assert answer.status_code < 500, (who, address, answer.text)
            for words in SEALED:
                if words.encode() in answer.content:
                    told.setdefault(who, set()).add(words)
    assert told == {"volunteer": {WORDS}}


EXPECTED: dict[str, set[str]] = {
    "/assistance-needs": {"social_worker", "lead"},
    "/assistance-needs/{need}": {"social_worker", "lead"},
    "/assistance-needs/{need}/openings": {"social_worker"},
    "/care/needs-picture?building_id={building}": {"social_worker", "lead"},
    "/care/needs-picture?building_id={other}": {"social_worker"},
    "/assistance-statistics": {"social_worker", "community_admin"},
    "/register-duties": {"social_worker"},
    "/need-suggestions": {"social_worker"},
    "/care-tasks": {"social_worker", "lead", "volunteer", "second"},
    "/care-tasks/{task}": {"social_worker", "lead", "volunteer"},
    "/care-tasks/{task}/steps": {"social_worker", "lead"},
    "/assistance-visits": {"social_worker", "lead"},
    "/lift-stoppages": {*PEOPLE} - {"stranger"},
    "/care-holidays": {*PEOPLE} - {"stranger"},
}


async def test_what_one_may_not_see_is_not_there(house: House) -> None:
    await help_once(house)
    names = {
        "need": house.need_id,
        "task": house.task_id,
        "building": house.town.building.id,
        "other": house.town.other_building.id,
    }
    for path, allowed in EXPECTED.items():
        for who in PEOPLE:
            answer = await house.get(who, path.format_map(names))
            assert answer.status_code == (200 if who in allowed else 404), (path, who)


CHANGES: dict[str, tuple[Any, set[str]]] = {
    "/assistance-needs/{need}/openings": (
        {"id": "{id}", "purpose": "arrange help"},
        {"social_worker"},
    ),
    "/assistance-visits/{visit}/openings": (
        {"id": "{id}", "purpose": "prepare"},
        {"social_worker"},
    ),
    "/assistance-register-exports": ({"id": "{id}", "purpose": "report"}, {"social_worker"}),
    "/assistance-needs/{need}/pauses": (
        {"id": "{id}", "from_on": "2026-11-24", "until_on": "2026-11-25"},
        {"social_worker"},
    ),
    "/assistance-needs/{need}/reviews": (
        {"id": "{id}", "review_on": "2026-12-24"},
        {"social_worker"},
    ),
    "/care-tasks/{task}/assignment": ({"account_id": "{second}"}, {"social_worker", "lead"}),
    "/assistance-needs/{need}/end": (
        {"id": "{id}", "reason": "no_longer_needed"},
        {"social_worker"},
    ),
}


async def test_what_one_may_not_do_is_not_there_either(house: House) -> None:
    await help_once(house)
    town = house.town
    names = {"need": house.need_id, "task": house.task_id, "visit": house.visit_id}
    for path, (body, allowed) in CHANGES.items():
        for who in sorted(PEOPLE, key=lambda who: who in allowed):
            fill = {"{id}": str(new_id()), "{second}": str(town.second.id)}
            sent = {key: fill.get(value, value) for key, value in body.items()}
            answer = await house.post(who, path.format_map(names), sent)
            expected = {200, 201} if who in allowed else {404}
            assert answer.status_code in expected, (path, who, answer.text)


async def test_a_building_lead_learns_that_a_need_exists_and_nothing_of_it(house: House) -> None:
    (item,) = (await house.get("lead", "/assistance-needs")).json()["items"]
    known = {name for name, value in item.items() if value is not None}
    assert known == {
        "id",
        "household_id",
        "household_code",
        "building_id",
        "urgent",
        "status",
        "version",
    }
    picture = await house.get("lead", f"/care/needs-picture?building_id={house.town.building.id}")
    marks = {
        door["household_id"]: door["mark"]
        for well in picture.json()["stairwells"]
        for door in well["doors"]
    }
    need, *others = [marks[str(door)] for door in house.town.doors]
    assert (need, set(others)) == ("need", {"none"})


async def test_the_answer_to_a_registration_is_a_receipt_and_a_repeat_gets_the_same(
    house: House,
) -> None:
    body = {"id": str(new_id()), **need_body(house.town.doors[1], urgency="urgent")}
    first = await house.post("volunteer", "/assistance-needs", body)
    again = await house.post("volunteer", "/assistance-needs", body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["receipt"]["leaf_hash"]
    other = {**body, "urgency": "low", "consent": consent()}
    changed = await house.post("volunteer", "/assistance-needs", other)
    assert (changed.status_code, changed.json()["errors"][0]["pointer"]) == (409, "/urgency")


async def test_a_duplicate_is_told_with_the_need_it_duplicates(house: House) -> None:
    body = {"id": str(new_id()), **need_body(house.town.doors[0])}
    answer = await house.post("volunteer", "/assistance-needs", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "need_exists")
    assert house.need_id in answer.json()["detail"]


async def test_a_diagnosis_is_refused_with_advice_in_both_languages(house: House) -> None:
    body = {"id": str(new_id()), **need_body(house.town.doors[1], instruction="术后要人扶")}
    for language, advice in (("en", "without naming an illness"), ("zh-CN", "不要写疾病")):
        answer = await house.post(
            "volunteer", "/assistance-needs", body, **{"Accept-Language": language}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "diagnosis_words")
        assert advice in answer.json()["detail"]
        assert answer.json()["errors"][0]["pointer"] == "/instruction"


async def test_the_register_takes_what_phones_send_in_batches(house: House) -> None:
    need_id, visit_id = str(new_id()), str(new_id())
    items = [
        {
            "id": need_id,
            "kind": "assistance_need",
            "recorded_at": MORNING.isoformat(),
            "payload": need_body(house.town.doors[2]),
            "attachments": [],
        },
        {
            "id": visit_id,
            "kind": "assistance_visit",
            "recorded_at": MORNING.isoformat(),
            "payload": {
                "care_task_id": None,
                "household_id": str(house.town.doors[2]),
                "happened_at": MORNING.isoformat(),
                "did": ["home_visit"],
                "minutes": 10,
                "outcome": "done",
                "follow_up": False,
                "note": None,
                "attachments": [],
            },
            "attachments": [],
        },
    ]
    batch = {
        "device_id": str(new_id()),
        "app_version": "1",
        "device_time": MORNING.isoformat(),
        "items": items,
    }
    verdicts = []
    for _ in range(2):
        answer = await house.post("volunteer", "/sync", batch)
        assert answer.status_code == 200, answer.text
        verdicts.append([(r["verdict"], r["receipt"]["index"]) for r in answer.json()["results"]])
    assert [verdict for verdict, _ in verdicts[0]] == ["accepted"] * 2
    assert [verdict for verdict, _ in verdicts[1]] == ["duplicate"] * 2
    assert [index for _, index in verdicts[0]] == [index for _, index in verdicts[1]]
    single = {"id": need_id, **items[0]["payload"]}
    assert (await house.post("volunteer", "/assistance-needs", single)).status_code == 200


async def test_opening_shows_the_content_and_the_persons_record_shows_the_opening(
    house: House,
) -> None:
    body = {"id": str(new_id()), "purpose": "call her daughter"}
    opened = await house.post("social_worker", f"/assistance-needs/{house.need_id}/openings", body)
    assert opened.json()["person_name"] == NAME
    assert opened.json()["instruction"] == WORDS
    assert opened.json()["consent"]["given_how"] == "spoken_at_door"
    await help_once(house)
    listed = (
        await house.get("social_worker", f"/assistance-needs/{house.need_id}/openings")
    ).json()
    told = [(each["purpose"], each["actor_id"], each["care_task_id"]) for each in listed["items"]]
    assert ("call her daughter", str(house.town.social_worker.id), None) in told
    assert ("care_task", str(house.town.volunteer.id), house.task_id) in told
    assert all(each["actor_name"] for each in listed["items"])


async def test_withdrawal_is_one_call_and_may_be_repeated(house: House) -> None:
    body = {"id": str(new_id()), "given_how": "spoken_at_door"}
    path = f"/assistance-needs/{house.need_id}/withdrawal"
    first = await house.post("volunteer", path, body)
    assert (first.status_code, first.json()["key_destroyed"]) == (201, True)
    again = await house.post("volunteer", path, body)
    assert (again.status_code, again.json()) == (200, first.json())
    gone = await house.post(
        "social_worker",
        f"/assistance-needs/{house.need_id}/openings",
        {"id": str(new_id()), "purpose": "look"},
    )
    assert (gone.status_code, gone.json()["code"]) == (410, "erased")
    need = (await house.get("social_worker", f"/assistance-needs/{house.need_id}")).json()
    assert (need["status"], need["end_reason"]) == ("withdrawn", "withdrawn")
    assert (await house.get("lead", f"/assistance-needs/{house.need_id}")).status_code == 404


async def test_two_volunteers_accept_at_once_and_one_is_told_it_is_taken(house: House) -> None:
    (task,) = (await house.get("volunteer", "/care-tasks")).json()["items"]
    path = f"/care-tasks/{task['id']}/acceptance"
    answers = await asyncio.gather(*[house.post(who, path, {}) for who in ("volunteer", "second")])
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    lost = next(answer for answer in answers if answer.status_code == 409)
    assert (lost.json()["code"], lost.json()["title"]) == ("task_taken", "Somebody was faster")


async def test_answers_that_are_kept_for_repeats_tell_no_instruction(house: House) -> None:
    (task,) = (await house.get("volunteer", "/care-tasks")).json()["items"]
    key = {"Idempotency-Key": "once"}
    path = f"/care-tasks/{task['id']}/acceptance"
    first = await house.post("volunteer", path, {}, **key)
    again = await house.post("volunteer", path, {}, **key)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (first.json(), first.json()["instruction"]) == (again.json(), None)
    bare = await (await house.client("volunteer")).post(house.town.base + path, json={})
    assert (bare.status_code, bare.json()["code"]) == (400, "idempotency_key_required")


async def test_a_task_carries_an_etag_that_guards_changes(house: House) -> None:
    (task,) = (await house.get("volunteer", "/care-tasks")).json()["items"]
    read = await house.get("volunteer", f"/care-tasks/{task['id']}")
    path = f"/care-tasks/{task['id']}/acceptance"
    stale = await house.post("volunteer", path, {}, **{"If-Match": '"9"'})
    assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    good = await house.post("volunteer", path, {}, **{"If-Match": read.headers["ETag"]})
    assert (good.status_code, good.json()["version"]) == (200, task["version"] + 1)


async def test_today_brings_the_instruction_to_the_helper_until_it_is_done(house: House) -> None:
    await help_once(house)
    (task,) = (await house.get("volunteer", "/today")).json()["care_tasks"]
    assert (task["instruction"], task["status"], task["floor"]) == (WORDS, "accepted", 1)
    visit = {
        "id": str(new_id()),
        "care_task_id": house.task_id,
        "household_id": str(house.town.doors[0]),
        "happened_at": MORNING.isoformat(),
        "did": ["stair_support"],
        "minutes": 15,
        "outcome": "done",
    }
    assert (await house.post("volunteer", "/assistance-visits", visit)).status_code == 201
    assert (await house.get("volunteer", "/today")).json()["care_tasks"] == []
    visits = (await house.get("lead", f"/assistance-visits?care_task_id={house.task_id}")).json()
    assert [(v["outcome"], v["has_note"]) for v in visits["items"]] == [
        ("nobody_home", True),
        ("done", False),
    ]


async def export(house: House, who: str = "social_worker") -> httpx.Response:
    return await house.post(
        who, "/assistance-register-exports", {"id": str(new_id()), "purpose": "street office"}
    )


async def test_the_register_goes_out_as_a_marked_file_and_every_opening_is_on_record(
    house: House,
) -> None:
    hostile = need_body(house.town.doors[1], instruction="=HYPERLINK(1)", person_name="=1+1")
    await house.post("volunteer", "/assistance-needs", {"id": str(new_id()), **hostile})
    made = (await export(house)).json()
    assert made["needs"] == 2
    file = await (await house.client("social_worker")).get(made["href"])
    assert file.status_code == 200
    assert file.headers["Cache-Control"] == "no-store"
    sheet = openpyxl.load_workbook(io.BytesIO(file.content)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    mark = cells[1][0]
    assert "王秀英" in mark
    assert "2026-11-23 09:00" in mark
    assert "street office" in mark
    assert mark in sheet.oddHeader.center.text
    assert {cells[3][3], cells[4][3]} == {NAME, "=1+1"}
    assert all(cell.data_type == "s" for row in sheet.iter_rows(4) for cell in row if cell.value)
    path = f"/assistance-needs/{house.need_id}/openings"
    (opening,) = (await house.get("social_worker", path)).json()["items"]
    assert opening["purpose"].endswith("street office")


async def test_the_file_is_only_for_whoever_asked_and_only_for_a_while(
    house: House, database: Database
) -> None:
    made = (await export(house)).json()
    other = await make_person(database, house.town.community_id, "social_worker")
    async with signed_in_client(house.app, other.account) as client:
        assert (await client.get(made["href"])).status_code == 404
    assert (await (await house.client("lead")).get(made["href"])).status_code == 404
    await house.post(
        "social_worker",
        f"/assistance-needs/{house.need_id}/end",
        {"id": str(new_id()), "reason": "moved_away"},
    )
    file = await (await house.client("social_worker")).get(made["href"])
    assert NAME not in str(list(openpyxl.load_workbook(io.BytesIO(file.content)).active.values))
    at(minutes=11)
    late = await (await house.client("social_worker")).get(made["href"])
    assert (late.status_code, late.json()["code"]) == (410, "export_expired")


async def test_figures_of_few_needs_are_withheld_and_of_many_are_told(house: House) -> None:
    few = (await house.get("community_admin", "/assistance-statistics")).json()
    assert few["total"] is None
    assert set(few["by_kind"].values()) == {None}
    kinds = ("stair_support", "shopping", "medicine_pickup", "home_visit", "escort", "other")
    for door in house.town.doors:
        for kind in kinds:
            body = {"id": str(new_id()), **need_body(door, kind)}
            await house.post("social_worker", "/assistance-needs", body)
    many = (await house.get("community_admin", "/assistance-statistics")).json()
    assert many["total"] == 36
    assert set(many["by_kind"].values()) == {6}
    assert set(many["by_urgency"].values()) == {None}
    assert set(many["by_building"].values()) == {None}


async def test_a_lift_stoppage_is_set_by_the_office_and_known_to_all(
    house: House, database: Database
) -> None:
    town = house.town
    project_id = await make_project(database, town.community_id, [town.building.id])
    body = {
        "id": str(new_id()),
        "project_id": str(project_id),
        "building_id": str(town.building.id),
        "stopped_from": MORNING.isoformat(),
        "stopped_until": None,
        "reason": "new lift",
    }
    assert (await house.post("volunteer", "/lift-stoppages", body)).status_code == 403
    made = await house.post("property_manager", "/lift-stoppages", body)
    assert (made.status_code, made.json()["building_code"]) == (201, "1")
    await run_due(database, town)
    tasks = (await house.get("lead", "/care-tasks")).json()["items"]
    assert [task["origin"] for task in tasks].count("lift_stoppage") == 13
    address = f"{town.base}/lift-stoppages/{body['id']}"
    runs = {"stopped_until": "2026-11-24T00:00:00Z"}
    office = await house.client("community_admin")
    assert (await office.patch(address, json=runs)).status_code == 428
    ended = await office.patch(address, json=runs, headers={"If-Match": '"1"'})
    assert (ended.status_code, ended.headers["ETag"]) == (200, '"2"')
    await run_due(database, town)
    planned = (await house.get("lead", "/care-tasks?status=offered")).json()["items"]
    assert len(planned) == 2


async def test_a_manual_tick_does_not_do_the_work(house: House, database: Database) -> None:
    for hours in (40, 70):
        at(hours=hours)
        await run_due(database, house.town)
    duties = (await house.get("social_worker", "/register-duties")).json()["items"]
    assert [duty["kind"] for duty in duties] == ["task_escalated"]
    answer = await house.post("social_worker", f"/register-duties/{duties[0]['id']}/settlement")
    assert (answer.status_code, answer.json()["code"]) == (409, "settled_by_doing")


async def test_lists_go_on_page_by_page(house: House) -> None:
    for door in house.town.doors[1:]:
        body = {"id": str(new_id()), **need_body(door)}
        await house.post("social_worker", "/assistance-needs", body)
    seen, cursor = [], ""
    while True:
        page = (await house.get("social_worker", f"/assistance-needs?limit=2{cursor}")).json()
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert len(seen) == len(set(seen)) == 6
    assert seen == sorted(seen, key=UUID)


async def test_a_group_volunteer_finds_no_offers_and_no_doors(
    house: House, database: Database
) -> None:
    town = house.town
    person = await make_person(database, town.community_id, "volunteer", Scope.GROUP, new_id())
    async with signed_in_client(house.app, person.account) as client:
        tasks = (await client.get(f"{town.base}/care-tasks")).json()["items"]
        body = {"id": str(new_id()), **need_body(town.doors[1])}
        refused = await client.post(f"{town.base}/assistance-needs", json=body)
    assert (tasks, refused.status_code) == ([], 404)


async def test_a_photo_follows_its_visit_and_is_seen_by_the_social_worker_alone_on_record(
    house: House,
) -> None:
    await help_once(house)
    photo = io.BytesIO()
    Image.new("RGB", (4, 4)).save(photo, "PNG")
    packed = photo.getvalue()
    name = hashlib.sha256(packed).hexdigest()
    visit = {
        "id": str(new_id()),
        "care_task_id": house.task_id,
        "household_id": str(house.town.doors[0]),
        "happened_at": MORNING.isoformat(),
        "did": ["stair_support"],
        "outcome": "partly",
        "attachments": [],
    }
    slot = {"sha256": name, "size": len(packed), "content_type": "image/png"}
    bare = await house.post("volunteer", "/assistance-visits", visit)
    more = await house.post("volunteer", "/assistance-visits", {**visit, "attachments": [slot]})
    assert (bare.status_code, more.status_code) == (201, 200)
    assert more.json()["attachments"] == [{**slot, "state": "missing"}]
    address = f"{house.town.base}/attachments/{name}"
    headers = {"Content-Type": "image/png"}
    sent = await (await house.client("volunteer")).put(address, content=packed, headers=headers)
    assert sent.status_code == 201
    seen = {who: await (await house.client(who)).get(address) for who in ("social_worker", "lead")}
    assert (seen["social_worker"].content, seen["lead"].status_code) == (packed, 404)
    openings = await rows_of(house.database, house.town, VaultOpening, record_id=UUID(visit["id"]))
    assert [(row["actor_id"], row["purpose"]) for row in openings] == [
        (house.town.social_worker.id, "attachment")
    ]


async def test_who_learned_the_hash_of_a_visits_photo_gets_it_with_no_report_of_their_own(
    house: House,
) -> None:
    await help_once(house)
    photo = b"%PDF-1.7 " + WORDS.encode()
    slot = {
        "sha256": hashlib.sha256(photo).hexdigest(),
        "size": len(photo),
        "content_type": "application/pdf",
    }
    visit = {
        "id": str(new_id()),
        "care_task_id": house.task_id,
        "household_id": str(house.town.doors[0]),
        "happened_at": MORNING.isoformat(),
        "did": ["stair_support"],
        "outcome": "partly",
        "attachments": [slot],
    }
    await house.post("volunteer", "/assistance-visits", visit)
    address = f"{house.town.base}/attachments/{slot['sha256']}"
    sent = await (await house.client("volunteer")).put(address, content=photo)
    resident = await house.client("resident")
    assert sent.status_code == 201
    assert await declared_on_a_report(house, slot) == "missing"
    for guess in (b"", b"x" * len(photo)):
        assert (await resident.put(address, content=guess)).status_code == 422
    assert (await resident.get(address)).status_code == 404
    assert (await (await house.client("social_worker")).get(address)).content == photo


async def declared_on_a_report(house: House, learned: dict[str, Any]) -> str:
    """A resident names a file in a report of their own; whether it is there."""
    report = {
        "kind": "lighting",
        "building_id": str(house.town.building.id),
        "floor": 2,
        "words": "二楼的灯不亮",
        "happened_at": MORNING.isoformat(),
    }
    head = {"id": str(new_id()), "kind": "feedback", "recorded_at": MORNING.isoformat()}
    batch = {
        "device_id": str(new_id()),
        "app_version": "test",
        "device_time": MORNING.isoformat(),
        "items": [{**head, "payload": report, "attachments": [learned]}],
    }
    (result,) = (await house.post("resident", "/sync", batch)).json()["results"]
    assert result["verdict"] == "accepted", result
    state: str = result["attachments"][0]["state"]
    return state
