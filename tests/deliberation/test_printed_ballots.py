"""Ballots to print: one for each elector, in the order of doors, each with a code that is typed."""

from collections.abc import AsyncIterator

import pytest

from factories.ballots import Assembly, assembled, code, done, ok
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened()
        yield made


async def test_every_elector_has_a_paper_whose_code_is_taken_when_typed(
    assembly: Assembly,
) -> None:
    path = f"{assembly.round}/printed-ballots?building_id={assembly.building.id}"
    papers = ok(await assembly.volunteer.get(path))["items"]
    electors = await assembly.electors()
    assert [paper["code"] for paper in papers] == [elector["code"] for elector in electors]
    assert all(paper["qr_svg"].startswith("<svg") for paper in papers)
    done(await assembly.paper({"code": papers[0]["code"].lower().replace("-", " ")}))


async def test_papers_are_printed_by_those_who_carry_them_within_their_buildings(
    assembly: Assembly,
) -> None:
    path = f"{assembly.round}/printed-ballots?building_id={assembly.building.id}"
    assert code(await (await assembly.resident()).get(path)) == (403, "forbidden")
    elsewhere = await assembly.as_("volunteer", Scope.BUILDING, new_id())
    assert ok(await elsewhere.get(path))["items"] == []
