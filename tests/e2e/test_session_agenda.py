"""Putting together an agenda on the phone: what it is about, what changed since, another day."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.phone import SECONDS, Phone
from e2e.room import CouncilRoom, open_council
from factories.community import make_project
from linli.deliberation.actions.comparison_lists.make_list import make_list
from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.write_version import write_version
from linli.deliberation.actions.sessions.give_notice import give_notice
from linli.deliberation.actions.sessions.plan_session import plan_session
from linli.deliberation.schemas.comparison_lists.content import ListIn
from linli.deliberation.schemas.proposals.proposal import ProposalIn, ProposalVersionIn
from linli.deliberation.schemas.sessions import SessionIn
from linli.kernel import clock
from linli.kernel.ids import new_id
from processes.network import Network
from processes.server import Server

pytestmark = pytest.mark.e2e


@pytest.fixture
async def room(server: Server) -> CouncilRoom:
    return await open_council(server)


async def at_the_desk(new_phone: NewPhone, network: Network, room: CouncilRoom, at: str) -> Phone:
    taken = await Phone.take_out(await new_phone(), network.url)
    await taken.sign_in(room.secretary.login, room.secretary.password, then="更多")
    await taken.go(at)
    return taken


async def test_a_proposal_is_chosen_for_the_agenda_opened_from_it_and_held_to_its_version(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    office, session_id = room.acting("secretary"), new_id()
    quiet = ProposalIn(id=new_id(), title="夜间不施工", body="晚上八点以后停工。")
    starts = clock.now() + timedelta(days=9)
    session = SessionIn.model_validate(
        {"id": session_id, "kind": "council", "title": "下一次", "place": "活动室"}
        | {"starts_at": starts.isoformat()}
    )
    async with room.writing() as tx:
        await make_proposal(tx, office, quiet)
        await plan_session(tx, office, session)
    desk_at = f"#/deliberation/sessions/{session_id}/desk?part=agenda"
    desk = await at_the_desk(new_phone, network, room, desk_at)
    await desk.page.locator("#about").select_option("proposal")
    await desk.press("加一项")
    await desk.see("请选择")
    await desk.page.locator("#subject").select_option(str(quiet.id))
    await expect(desk.page.locator("#title")).to_have_value("夜间不施工")
    await desk.press("加一项")
    await desk.follow("打开提案")
    await desk.see("晚上八点以后停工。")

    async with room.writing() as tx:
        await give_notice(tx, office, session_id)
    async with room.writing() as tx:
        again = ProposalVersionIn(
            id=new_id(), title="夜间施工", body="可以。", what_changed="x", follows=1
        )
        await write_version(tx, office, quiet.id, again)
    await desk.go(f"#/deliberation/sessions/{session_id}")
    await desk.see("它的内容有了新版本")
    await desk.see("只能谈，今天不能定")


async def test_a_comparison_list_is_chosen_for_the_agenda_and_opened_from_it(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    office, session_id = room.acting("secretary"), new_id()
    async with room.server.database() as database:
        project = await make_project(database, room.community_id, [])
    told = {"id": session_id, "kind": "council", "title": "下一次", "place": "活动室"}
    starts = clock.now() + timedelta(days=9)
    session = SessionIn.model_validate(told | {"starts_at": starts.isoformat()})
    brands = {"id": new_id(), "project_id": project, "title": "三个牌子比一比"}
    brands["criteria"] = [{"key": "words", "label": "口碑", "kind": "text"}]
    brands["options"] = [{"key": key, "name": f"品牌{key}"} for key in ("a", "b")]
    async with room.writing() as tx:
        await plan_session(tx, office, session)
        await make_list(tx, office, ListIn.model_validate(brands))
    desk_at = f"#/deliberation/sessions/{session_id}/desk?part=agenda"
    desk = await at_the_desk(new_phone, network, room, desk_at)
    await desk.page.locator("#about").select_option("comparison_list")
    await desk.page.locator("#subject").select_option(str(brands["id"]))
    await expect(desk.page.locator("#title")).to_have_value("三个牌子比一比")
    await desk.press("加一项")
    await desk.follow("打开比选清单")
    await desk.see("口碑")


async def test_a_session_is_put_on_another_day_and_waits_for_its_notice(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    office, session_id = room.acting("secretary"), new_id()
    told = {"id": session_id, "kind": "weekly", "title": "周例会", "place": "活动室"}
    session = SessionIn.model_validate(told | {"starts_at": clock.now().isoformat()})
    async with room.writing() as tx:
        await plan_session(tx, office, session)
    desk_at = f"#/deliberation/sessions/{session_id}/desk"
    desk = await at_the_desk(new_phone, network, room, desk_at)
    await desk.page.locator("summary", has_text="改时间或地点").click()
    day = (clock.now() + timedelta(days=20)).date().isoformat()
    await desk.page.locator("#day").fill(day)
    await desk.page.locator("#why").fill("停电")
    await desk.press("改时间或地点")
    await desk.see("请重新发通知")
    held_on, state = await room.planned_for(session_id)
    assert (held_on.isoformat(), state) == (day, "planned")
    await expect(desk.page.locator("#why")).to_have_value("", timeout=SECONDS)
