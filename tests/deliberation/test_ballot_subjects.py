"""What a round may decide: only what is ready, and only about those who vote in it."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from factories.ballots import (
    CLOSES,
    Assembly,
    assembled,
    choice,
    code,
    done,
    field_error,
    ok,
    question,
)
from factories.community import MadeBuilding, make_building, make_project
from factories.identity import actor
from factories.put_to_vote import (
    READY,
    about,
    about_schemes,
    compared,
    move,
    planned,
    proposed,
    publish,
)
from linli.config import Settings
from linli.deliberation.actions.cost_plans.adopt_scheme import adopt_scheme
from linli.deliberation.queries.ballots.tables import rounds
from linli.deliberation.queries.cost_plans.tables import adoptions, receivables
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.facts.record import append_facts
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


@pytest.fixture
async def elsewhere(assembly: Assembly) -> MadeBuilding:
    """A second building, with nobody in the first."""
    return await make_building(assembly.database, assembly.community_id, 2, code="2", stairwells=2)


def in_(*buildings: UUID) -> dict[str, list[str]]:
    return {"building_ids": [str(each) for each in buildings]}


async def moving(assembly: Assembly, asked: dict[str, Any], scope: Any) -> list[tuple[int, str]]:
    """What a draft, a revision to this scope and a notice of it answer."""
    drafted = await assembly.draft(questions=[asked], scope=scope)
    done(await assembly.draft(questions=[asked]))
    etag = {"If-Match": '"1"'}
    body = {
        name: value
        for name, value in ok(await assembly.admin.get(assembly.round)).items()
        if name in {"title", "background", "mode", "opens_on", "closes_on"}
    }
    revision = {**body, "questions": [asked], "scope": scope}
    revised = await assembly.admin.put(assembly.round, json=revision, headers=etag)
    narrowed = sorted(scope.get("building_ids", []))
    await assembly.execute(update(rounds).values(scope_buildings=narrowed))
    return [code(each) for each in (drafted, revised, await assembly.step("notice"))]


async def test_a_round_of_one_building_decides_no_scheme_that_others_pay(
    assembly: Assembly, elsewhere: MadeBuilding
) -> None:
    both = (assembly.building.id, elsewhere.id)
    for methods in (["per_household"], ["per_household", "area"]):
        plan, schemes = await planned(assembly, *methods, buildings=both)
        asked = about_schemes(plan, schemes)
        refused = await moving(assembly, asked, in_(assembly.building.id))
        assert refused == [(409, "scheme_outside_scope")] * 3
        done(await assembly.step("withdrawal", reason="范围不对"))
        assembly.round_id = UUID(int=assembly.round_id.int + 1)


async def test_a_round_decides_the_schemes_of_its_own_homes(
    assembly: Assembly, elsewhere: MadeBuilding
) -> None:
    plan, schemes = await planned(assembly, "per_household")
    asked = about_schemes(plan, schemes)
    done(await assembly.draft(questions=[asked], scope=in_(assembly.building.id)))
    done(await assembly.step("notice"))
    done(await assembly.step("withdrawal", reason="改日子"))
    assembly.round_id = UUID(int=assembly.round_id.int + 1)
    both = in_(assembly.building.id, elsewhere.id)
    done(await assembly.draft(questions=[about_schemes(plan, schemes)], scope=both))
    done(await assembly.step("notice"))


async def test_a_stairwell_decides_for_itself_and_not_for_the_next(
    assembly: Assembly, elsewhere: MadeBuilding
) -> None:
    plan, schemes = await planned(assembly, "area", buildings=(elsewhere.id,))
    wells = [str(each) for each in elsewhere.stairwell_ids]
    asked = about_schemes(plan, schemes)
    refused = await assembly.draft(questions=[asked], scope={"stairwell_ids": wells[:1]})
    assert code(refused) == (409, "scheme_outside_scope")
    done(await assembly.draft(questions=[asked], scope={"stairwell_ids": wells}))


@pytest.mark.usefixtures("elsewhere")
async def test_a_proposal_for_all_is_not_adopted_by_one_building(assembly: Assembly) -> None:
    proposal = await proposed(assembly.admin, *READY)
    refused = await moving(assembly, about(proposal), in_(assembly.building.id))
    assert refused == [(409, "proposal_outside_scope")] * 3


async def test_a_proposal_of_a_project_is_decided_by_the_buildings_of_the_project(
    assembly: Assembly, elsewhere: MadeBuilding
) -> None:
    ours = [assembly.building.id]
    project = await make_project(assembly.database, assembly.community_id, ours)
    proposal = await proposed(assembly.admin, *READY, project=project)
    refused = await assembly.draft(questions=[about(proposal)], scope=in_(elsewhere.id))
    assert code(refused) == (409, "proposal_outside_scope")
    done(await assembly.draft(questions=[about(proposal)], scope=in_(*ours)))
    done(await assembly.step("notice"))


async def test_a_scheme_whose_homes_lie_outside_when_all_is_over_is_not_adopted(
    assembly: Assembly, elsewhere: MadeBuilding
) -> None:
    both = (assembly.building.id, elsewhere.id)
    plan, schemes = await planned(assembly, "per_household", buildings=both)
    await assembly.opened(questions=[about_schemes(plan, schemes)])
    for owner in range(6):
        done(await assembly.cast(await assembly.resident(owner)))
    await assembly.published()
    ours = [str(assembly.building.id)]
    await assembly.execute(update(rounds).values(scope_buildings=ours))
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "final"
    assert await assembly.rows(adoptions) == await assembly.rows(receivables) == []
    (fact,) = await assembly.rows(table(Fact), kind="deliberation.ballot_round.unsettled")
    assert "scheme_outside_scope" in fact["leaf"]


async def test_a_plan_nobody_can_read_may_be_drafted_about_and_not_noticed(
    assembly: Assembly,
) -> None:
    plan, schemes = await planned(assembly, "per_household", "area", published=False)
    drafted = done(await assembly.draft(questions=[about_schemes(plan, schemes)]))
    assert drafted["still_missing"] == [{"question": 1, "what": "plan_unpublished"}]
    refused = await assembly.step("notice")
    assert code(refused) == (409, "plan_unpublished")
    assert "question 1" in refused.json()["detail"]
    await publish(assembly, f"cost-plans/{plan}")
    assert (await assembly.read())["still_missing"] == []
    done(await assembly.step("notice"))


async def test_a_plan_of_which_a_scheme_was_adopted_is_not_put_to_the_vote_again(
    assembly: Assembly,
) -> None:
    plan, schemes = await planned(assembly, "per_household", "area")
    drafted = done(await assembly.draft(questions=[about_schemes(plan, schemes)]))
    assert drafted["still_missing"] == []
    by = actor(assembly.community_id, "community_admin")
    async with assembly.database.transaction(write=True) as tx:
        await tx.enter(assembly.community_id)
        await adopt_scheme(tx, by, UUID(schemes[0]), round_id=new_id())
        await append_facts(tx)
    assert (await assembly.read())["still_missing"] == [{"question": 1, "what": "plan_settled"}]
    assert code(await assembly.step("notice")) == (409, "plan_settled")


@pytest.mark.parametrize("targets", [(), ("open_for_comment",), (*READY, "revision")])
async def test_a_proposal_that_is_still_talked_over_is_not_noticed(
    assembly: Assembly, targets: tuple[str, ...]
) -> None:
    proposal = await proposed(assembly.admin, *targets)
    drafted = done(await assembly.draft(questions=[about(proposal)]))
    assert drafted["still_missing"] == [{"question": 1, "what": "proposal_in_work"}]
    assert code(await assembly.step("notice")) == (409, "proposal_in_work")
    for target in READY if not targets else READY[1:]:
        done(await move(assembly.admin, proposal, target))
    noticed = done(await assembly.step("notice"))
    assert noticed["still_missing"] == []


@pytest.mark.parametrize(
    "matter", ["raising_fund", "rebuilding", "business_on_common_parts", "lift_advertising"]
)
async def test_nothing_is_decided_with_less_than_the_law_asks_for(
    assembly: Assembly, matter: str
) -> None:
    asked = question(matter=matter, preset="ordinary")
    assert code(await assembly.draft(questions=[asked])) == (409, "preset_below_the_law")
    done(await assembly.draft(questions=[question(matter=matter)]))


async def test_less_than_the_careful_suggestion_is_taken_and_said_on_the_notice(
    assembly: Assembly,
) -> None:
    asked = [question(matter="owners_pay_extra", preset="ordinary"), question()]
    done(await assembly.draft(questions=asked))
    noticed = done(await assembly.step("notice"))
    weaker = [each["weaker_than_suggested"] for each in noticed["questions"]]
    assert weaker == [True, False]


async def rename(assembly: Assembly, listed: str, version: int) -> httpx.Response:
    """Swap the names of two brands."""
    body = {
        "title": "电梯品牌",
        "reason": "写错了",
        "criteria": [{"key": "words", "label": "口碑", "kind": "text"}],
        "options": [{"key": "a", "name": "品牌B"}, {"key": "b", "name": "品牌A"}],
    }
    headers = {"If-Match": f'"{version}"'}
    return await assembly.admin.put(f"comparison-lists/{listed}", json=body, headers=headers)


async def test_a_list_calls_its_options_as_the_ballot_does_and_is_held_while_it_is_voted_on(
    assembly: Assembly,
) -> None:
    listed = await compared(assembly)
    subject = {"kind": "comparison_list", "id": listed}
    done(await assembly.draft(questions=[choice("a", "b", subject=subject)]))
    ok(await rename(assembly, listed, 1))
    drafted = await assembly.read()
    assert drafted["still_missing"] == [{"question": 1, "what": "options_renamed"}]
    assert code(await assembly.step("notice")) == (409, "options_renamed")
    done(await assembly.step("withdrawal", reason="名称不对"))
    assembly.round_id = UUID(int=assembly.round_id.int + 1)
    asked = choice("a", "b", subject=subject)
    for option, title in zip(asked["options"], ("品牌B", "品牌A"), strict=True):
        option["title"] = title
    done(await assembly.draft(questions=[asked]))
    done(await assembly.step("notice"))
    assert code(await rename(assembly, listed, 2)) == (409, "list_in_ballot")
    done(await assembly.step("withdrawal", reason="改日子"))
    ok(await rename(assembly, listed, 2))


async def test_a_ballot_is_not_brought_before_the_notice(assembly: Assembly) -> None:
    await assembly.opened()
    early = await assembly.deliver(0, delivered_at="2026-11-01T10:00:00+08:00")
    assert field_error(early) == ("/delivered_at", "before_notice")
    done(await assembly.deliver(0, delivered_at="2026-11-02T10:00:00+08:00"))
