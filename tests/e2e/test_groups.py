"""A volunteer group is renamed and ended at the desk."""

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.walk import create
from factories.community import make_community
from factories.identity import make_member
from linli.kernel.ids import new_id
from processes.server import Server

pytestmark = pytest.mark.e2e


async def test_a_group_is_renamed_and_ended_at_the_desk(
    new_phone: NewPhone, server: Server
) -> None:
    async with server.database() as database:
        community_id = await make_community(database)
        admin = await make_member(database, community_id, "community_admin")
    phone = await Phone.take_out(await new_phone(), server.url)
    await phone.sign_in(admin.login, admin.password, then="先把社区建起来")
    body = {"id": str(new_id()), "kind": "care", "name": "帮扶组"}
    await create(phone.page, "/volunteer-groups", body)
    await phone.go("#/office/groups")
    await phone.follow("改名")
    await phone.page.get_by_label("小组名称").fill("爱心互助组")
    await phone.press("改名")
    await phone.see("小组已改名")

    await phone.press("结束小组")
    dialog = phone.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("爱心互助组")
    await dialog.get_by_role("textbox").fill("施工结束了")
    await dialog.get_by_role("button", name="结束小组").click()
    await phone.see("已经结束的小组")
    await expect(phone.page.get_by_role("button", name="结束小组")).to_have_count(0)
