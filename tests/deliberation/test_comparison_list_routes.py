"""Comparison lists and site-visit reports over HTTP, on both databases."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from fractions import Fraction
from io import BytesIO
from typing import Any
from uuid import UUID

import httpx
import pytest
from PIL import Image
from sqlalchemy import insert, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from factories.care_canvass_stage import code, key
from factories.community import make_community, make_project
from factories.cost_plans import Costs, change_in_vain, costing
from factories.decided import MOMENT, WEIGHTS, make_decision
from linli.config import Settings
from linli.deliberation.models.comparison_lists import (
    ComparisonList,
    ComparisonListVersion,
    SiteVisitReport,
    SiteVisitSignature,
)
from linli.deliberation.schemas.comparison_lists.content import ContentIn
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

CRITERIA = [
    {"key": "price", "label": "每部价格", "kind": "price", "better": "lower", "weight": 50},
    {"key": "noise", "label": "噪声", "kind": "number", "unit": "dB", "better": "lower"},
    {"key": "speed", "label": "速度", "kind": "number", "unit": "m/s", "weight": 30},
    {"key": "local", "label": "本市有维保点", "kind": "yes_no", "weight": 20},
    {"key": "words", "label": "用户口碑", "kind": "text"},
]
PLAIN = [{**criterion, "weight": 0} for criterion in CRITERIA]
OPTIONS = [
    {"key": key_, "name": name} for key_, name in (("a", "安和"), ("b", "稳达"), ("c", "云梯"))
]
VALUES: dict[str, dict[str, Any]] = {
    "a": {"price": 26_000_000, "noise": "52", "speed": "1.75", "local": True, "words": "安静"},
    "b": {"price": 30_000_000, "noise": "50.5", "speed": "2.5", "local": False},
    "c": {"price": 28_000_000, "speed": "2.0", "local": True},
}


def content(**more: Any) -> dict[str, Any]:
    cells = [
        {"option": option, "criterion": criterion, "value": value, "source": "报价单"}
        for option, row in VALUES.items()
        for criterion, value in row.items()
    ]
    whole = {"title": "电梯品牌", "question": "选哪个牌子？", "criteria": CRITERIA}
    return {**whole, "options": OPTIONS, "cells": cells, **more}


def cell(option: str, criterion: str, value: Any) -> dict[str, Any]:
    return {"option": option, "criterion": criterion, "value": value, "source": ""}


@pytest.fixture
async def costs(database: Database, config: Settings) -> AsyncIterator[Costs]:
    async with costing(database, config) as made:
        yield made


async def weighed(costs: Costs, **more: Any) -> dict[str, Any]:
    """A new list whose weights a session agreed on."""
    decided = await make_decision(costs.database, costs.community_id)
    body = {"id": str(new_id()), "project_id": str(costs.project_id), "decision_id": decided}
    return {**body, **content(**more)}


async def make(costs: Costs, admin: httpx.AsyncClient, *, published: bool = True) -> str:
    body = await weighed(costs)
    made = await admin.post("comparison-lists", json=body)
    assert made.status_code == 201, made.text
    path = f"comparison-lists/{body['id']}"
    if published:
        answer = await admin.post(f"{path}/publication", json={}, headers=key())
        assert answer.status_code == 200, answer.text
    return path


async def test_a_list_is_scored_with_its_working_shown(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = await make(costs, admin)
    found = (await resident.get(path)).json()
    assert [(one["option"], one["rank"]) for one in found["scores"]] == [
        ("a", 1),
        ("c", 2),
        ("b", 3),
    ]
    for one in found["scores"]:
        lines = one["lines"]
        assert sum(Fraction(line["part"]) for line in lines) == Fraction(one["score"])
        for line in lines:
            exact = Fraction(line["points"]) * line["weight"] / 100
            assert Fraction(line["part"]) == exact
    middle = next(one for one in found["scores"] if one["option"] == "c")
    assert {line["criterion"]: line["points"] for line in middle["lines"]} == {
        "price": "1/2",
        "speed": "1/3",
        "local": "1",
    }
    assert {c["key"]: c["best"] for c in found["criteria"]} == {
        "price": ["a"],
        "noise": ["b"],
        "speed": ["b"],
        "local": ["a", "c"],
        "words": [],
    }


async def test_a_draft_is_seen_by_those_who_visit_and_by_nobody_else(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    path = await make(costs, admin, published=False)
    seen = {}
    for role in ("representative", "supervisor", "resident", "volunteer", "contractor"):
        client = await costs.as_(role)
        seen[role] = (await client.get(path)).status_code
        assert len((await client.get("comparison-lists")).json()["items"]) == (seen[role] == 200)
        assert code(await client.post("comparison-lists", json=content())) == (403, "forbidden")
    assert seen == {
        "representative": 200,
        "supervisor": 200,
        "resident": 404,
        "volunteer": 404,
        "contractor": 404,
    }


async def test_a_list_is_made_once_however_often_it_is_sent(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    body = await weighed(costs)
    answers = await asyncio.gather(*[admin.post("comparison-lists", json=body) for _ in range(4)])
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    other = await admin.post("comparison-lists", json={**body, "title": "别的"})
    assert code(other) == (409, "conflict")


@pytest.mark.parametrize(
    ("change", "pointer", "wrong"),
    [
        ({"decision_id": None}, "", "weights_not_agreed"),
        ({"agreed_in": "第三次议事会", "agreed_on": "2026-11-01"}, "", "weights_in_words"),
        ({"decision_id": None, "agreed_in": "第三次议事会"}, "", "weights_in_words"),
        ({"criteria": PLAIN}, "", "nothing_weighed"),
        ({"decision_id": str(new_id())}, "/decision_id", "unknown_decision"),
        ({"cells": [cell("a", "speed", "快")]}, "/cells", "number_expected"),
        ({"cells": [cell("a", "speed", True)]}, "/cells", "number_expected"),
        ({"cells": [cell("a", "price", "26万")]}, "/cells", "value_of_wrong_kind"),
        ({"cells": [cell("a", "local", "yes")]}, "/cells", "value_of_wrong_kind"),
        ({"cells": [cell("a", "height", "1")]}, "/cells", "unknown_criterion"),
        ({"cells": [cell("z", "speed", "1")]}, "", "unknown_option"),
        ({"cells": [cell("a", "speed", "1")] * 2}, "", "key_twice"),
        ({"criteria": [*CRITERIA, CRITERIA[0]]}, "/criteria", "criterion_twice"),
        (
            {"criteria": [{"key": "w", "label": "口碑", "kind": "text", "weight": 1}], "cells": []},
            "/criteria",
            "text_has_no_points",
        ),
        (
            {"criteria": [{"key": "p", "label": "价", "kind": "price", "weight": 1}], "cells": []},
            "/criteria",
            "price_is_better_lower",
        ),
        ({"project_id": str(new_id())}, "/project_id", "unknown_project"),
        ({"options": OPTIONS[:1]}, "/options", "too_short"),
    ],
)
async def test_a_list_that_cannot_be_is_refused_with_a_pointer(
    costs: Costs, change: dict[str, Any], pointer: str, wrong: str
) -> None:
    admin = await costs.as_("community_admin")
    body = {**await weighed(costs), **change}
    refused = await admin.post("comparison-lists", json=body)
    assert refused.status_code == 422, refused.text
    (error,) = refused.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, wrong)
    assert not error["message"].startswith("field.")


async def test_without_weights_nothing_is_scored(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    body = {"id": str(new_id()), "project_id": str(costs.project_id), **content(criteria=PLAIN)}
    made = (await admin.post("comparison-lists", json=body)).json()
    assert (made["scores"], made["decision_id"], made["agreed_on"]) == ([], None, None)


async def test_who_reads_a_list_reads_what_its_weights_rest_on(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    found = (await resident.get(await make(costs, admin))).json()
    assert (found["agreed_in"], found["agreed_on"]) == ("第三次议事会", "2026-11-01")
    assert found["agreed_words"] == WEIGHTS


@pytest.mark.parametrize(
    ("state", "wrong"),
    [
        ("closed", None),
        ("published", None),
        ("in_session", "session_not_over"),
        ("in_recess", "session_not_over"),
        ("cancelled", "session_not_over"),
    ],
)
async def test_weights_rest_on_a_decision_that_nothing_can_undo_any_more(
    costs: Costs, state: str, wrong: str | None
) -> None:
    admin = await costs.as_("community_admin")
    decided = await make_decision(costs.database, costs.community_id, state)
    body = {**await weighed(costs), "decision_id": decided}
    answers = [await admin.post("comparison-lists", json=body) for _ in range(2)]
    statuses = [answer.status_code for answer in answers]
    assert statuses == ([201, 200] if wrong is None else [422, 422])
    assert [each["code"] for each in answers[0].json().get("errors", [])] == [wrong] * bool(wrong)


async def test_a_decision_of_elsewhere_weighs_nothing_here(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    neighbours = await make_community(costs.database)
    other = await make_project(costs.database, costs.community_id, [costs.building_id])
    path = await make(costs, admin)
    for of, project, wrong in (
        (neighbours, None, "unknown_decision"),
        (costs.community_id, other, "decision_of_other_project"),
    ):
        decided = await make_decision(costs.database, of, project_id=project)
        body = {**await weighed(costs), "decision_id": decided}
        edit = content(decision_id=decided, reason="换一条决定")
        for answer in (
            await admin.post("comparison-lists", json=body),
            await admin.put(path, json=edit, headers={"If-Match": '"1"'}),
        ):
            (error,) = answer.json()["errors"]
            assert (error["pointer"], error["code"]) == ("/decision_id", wrong)
    mine = await make_decision(costs.database, costs.community_id, project_id=costs.project_id)
    own = {**await weighed(costs), "decision_id": mine}
    assert (await admin.post("comparison-lists", json=own)).status_code == 201


async def test_weights_of_the_past_that_rest_on_words_stay_readable(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = await make(costs, admin)
    told = {"agreed_in": "第二次议事会", "agreed_on": "2025-11-01"}
    said = {**ContentIn(**content(criteria=PLAIN)).model_dump(mode="json"), **told}
    for criterion, was in zip(said["criteria"], CRITERIA, strict=True):
        criterion["weight"] = was.get("weight", 0)
    row = {"community_id": costs.community_id, "id": new_id(), "list_id": UUID(path[-36:])}
    row |= {"number": 2, "content": said, "reason": "", "digest": "", "created_by": new_id()}
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        await tx.execute(insert(table(ComparisonListVersion)).values(**row, created_at=MOMENT))
        await tx.execute(update(table(ComparisonList)).values(version=2))
    found = (await resident.get(path)).json()
    assert (found["agreed_in"], found["decision_id"]) == ("第二次议事会", None)
    assert (found["agreed_words"], len(found["scores"])) == ("", 3)
    (change,) = (await resident.get(f"{path}/versions")).json()["items"][0]["changes"]
    assert (change["what"], change["before"]) == ("agreed", WEIGHTS)
    in_words = await admin.put(path, json=content(**told, reason="改"), headers={"If-Match": '"2"'})
    assert in_words.json()["errors"][0]["code"] == "weights_in_words"
    decided = await make_decision(costs.database, costs.community_id)
    edit = content(decision_id=decided, reason="选定会议决定")
    edited = await admin.put(path, json=edit, headers={"If-Match": '"2"'})
    assert (edited.status_code, edited.json()["decision_id"]) == (200, decided)


async def test_later_edits_are_versions_that_name_what_changed(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = await make(costs, admin)
    heavier = [{**c, "weight": 60} if c["key"] == "price" else c for c in CRITERIA]
    cells = [c for c in content()["cells"] if (c["option"], c["criterion"]) != ("a", "words")]
    cells = [
        {**c, "value": "3"} if (c["option"], c["criterion"]) == ("c", "speed") else c for c in cells
    ]
    decided = (await admin.get(path)).json()["decision_id"]
    edit = content(criteria=heavier, cells=cells, reason="厂家更正了速度", decision_id=decided)
    answers = await asyncio.gather(
        *[admin.put(path, json=edit, headers={"If-Match": '"1"'}) for _ in range(3)]
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]
    newest, first = (await resident.get(f"{path}/versions")).json()["items"]
    assert (newest["number"], newest["reason"], first["changes"]) == (2, "厂家更正了速度", [])
    assert [
        (change["what"], change["option"], change["criterion"], change["before"], change["after"])
        for change in newest["changes"]
    ] == [
        ("weight", None, "price", 50, 60),
        ("value", "a", "words", "安静", None),
        ("source", "a", "words", "报价单", None),
        ("value", "c", "speed", "2.0", "3"),
    ]
    old = (await resident.get(f"{path}?version=1")).json()
    assert (old["number"], old["version"], old["criteria"][0]["weight"]) == (1, 2, 50)
    assert code(await admin.put(path, json=edit)) == (428, "if_match_required")


def picture(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return file.getvalue()


def slot(content_: bytes) -> dict[str, Any]:
    sha256 = hashlib.sha256(content_).hexdigest()
    return {"sha256": sha256, "size": len(content_), "content_type": "image/png"}


REPORT = {
    "option": "a",
    "visited_on": "2026-11-01",
    "place": "江岸区翠柳苑 3 栋",
    "visitors": "郑国平、王秀英",
    "findings": "运行平稳，关门声音小；轿厢里说话听得清。",
}


async def test_a_visit_is_reported_with_photos_and_signed(costs: Costs, config: Settings) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    one, two = await costs.as_("representative"), await costs.as_("supervisor")
    path = await make(costs, admin)
    photo, drawn = picture("green"), picture("white")
    body = {"id": str(new_id()), **REPORT, "attachments": [slot(photo)]}
    made = await one.post(f"{path}/site-visit-reports", json=body)
    assert (made.status_code, made.json()["photos"][0]["state"]) == (201, "missing")
    again = await one.post(f"{path}/site-visit-reports", json=body)
    assert again.status_code == 200
    for content_ in (photo, drawn):
        name = slot(content_)["sha256"]
        if content_ is drawn:
            signed = await one.post(
                f"site-visit-reports/{body['id']}/signatures",
                json={"id": str(new_id()), "name": "郑国平", "drawn": slot(drawn)},
            )
            assert signed.status_code == 201, signed.text
        stored = await one.put(f"attachments/{name}", content=content_)
        assert stored.status_code == 201, stored.text
        assert (await resident.get(f"attachments/{name}")).content == content_
    typed = {"id": str(new_id()), "name": "何德厚"}
    await two.post(f"site-visit-reports/{body['id']}/signatures", json=typed)
    more = {**body, "attachments": [slot(photo), slot(picture("red"))]}
    assert (await one.post(f"{path}/site-visit-reports", json=more)).status_code == 200
    (report,) = (await resident.get(f"{path}/site-visit-reports")).json()["items"]
    assert len(report["photos"]) == 1  # what was signed gets no more photos
    assert [(one["name"], one["how"]) for one in report["signatures"]] == [
        ("郑国平", "drawn"),
        ("何德厚", "typed"),
    ]
    assert report["signatures"][0]["drawn"]["state"] == "stored"
    assert config.data_folder.exists()


async def test_who_signs_with_anothers_name_is_told_by_the_accounts(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = await make(costs, admin)
    report = str(new_id())
    await admin.post(f"{path}/site-visit-reports", json={"id": report, **REPORT})
    sign = f"site-visit-reports/{report}/signatures"
    for name, account in (("郑国平", "何德厚"), ("郑国平", "郑国平")):
        signer = await costs.named("supervisor", account)
        signed = await signer.post(sign, json={"id": str(new_id()), "name": name})
        assert signed.status_code == 201, signed.text
    (read,) = (await resident.get(f"{path}/site-visit-reports")).json()["items"]
    assert [(one["name"], one["by_name"]) for one in read["signatures"]] == [
        ("郑国平", "何德厚"),
        ("郑国平", "郑国平"),
    ]


async def test_everybody_signs_a_report_once_however_fast(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    path = await make(costs, admin)
    body = {"id": str(new_id()), **REPORT}
    await admin.post(f"{path}/site-visit-reports", json=body)
    sign = f"site-visit-reports/{body['id']}/signatures"
    answers = await asyncio.gather(
        *[admin.post(sign, json={"id": str(new_id()), "name": f"周敏{n}"}) for n in range(4)]
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert {code(answer)[1] for answer in answers if answer.is_error} == {"signed_already"}


async def test_what_is_wrong_with_a_report_is_said(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = f"{await make(costs, admin)}/site-visit-reports"
    for change, wrong in (
        ({"option": "z"}, "unknown_option"),
        ({"visited_on": "2199-01-01"}, "visit_in_future"),
    ):
        refused = await admin.post(path, json={"id": str(new_id()), **REPORT, **change})
        assert refused.json()["errors"][0]["code"] == wrong
    body = {"id": str(new_id()), **REPORT}
    assert code(await resident.post(path, json=body)) == (403, "forbidden")
    signature = {"id": str(new_id()), "name": "周敏"}
    unknown = await admin.post(f"site-visit-reports/{new_id()}/signatures", json=signature)
    assert code(unknown) == (404, "not_found")


async def test_photos_of_a_draft_are_not_for_everybody(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    path = await make(costs, admin, published=False)
    photo = picture("red")
    body = {"id": str(new_id()), **REPORT, "attachments": [slot(photo)]}
    await admin.post(f"{path}/site-visit-reports", json=body)
    name = slot(photo)["sha256"]
    await admin.put(f"attachments/{name}", content=photo)
    assert (await admin.get(f"attachments/{name}")).status_code == 200
    assert code(await resident.get(f"attachments/{name}")) == (404, "not_found")


@pytest.mark.parametrize("model", [ComparisonListVersion, SiteVisitReport, SiteVisitSignature])
@pytest.mark.parametrize("deleting", [True, False])
async def test_the_database_keeps_versions_reports_and_signatures(
    costs: Costs, model: type[SQLModel], *, deleting: bool
) -> None:
    admin = await costs.as_("community_admin")
    path = await make(costs, admin)
    body = {"id": str(new_id()), **REPORT}
    await admin.post(f"{path}/site-visit-reports", json=body)
    sign = f"site-visit-reports/{body['id']}/signatures"
    await admin.post(sign, json={"id": str(new_id()), "name": "周敏"})
    with pytest.raises(DBAPIError, match="append-only"):
        await change_in_vain(costs, model, deleting=deleting)
