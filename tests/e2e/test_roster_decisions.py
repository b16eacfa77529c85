"""Rows that were decided are worked in before a roster is written, never left out unseen."""

import pytest

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.walk import read
from factories.community import make_community
from factories.identity import make_member
from factories.roster_import import csv
from processes.server import Server

pytestmark = pytest.mark.e2e

ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
TWO = "1栋,1单元,102,待测,李丽,19900000002,空置,"


async def test_writing_waits_until_what_was_decided_is_worked_in(
    new_phone: NewPhone, server: Server
) -> None:
    async with server.database() as database:
        community_id = await make_community(database)
        admin = await make_member(database, community_id, "community_admin")
    phone = await Phone.take_out(await new_phone(), server.url)
    await phone.sign_in(admin.login, admin.password, then="导入住户表")
    await phone.go("#/office/roster")
    file = {"name": "roster.csv", "mimeType": "text/csv", "buffer": csv(ONE, TWO)}
    await phone.page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
    await phone.press("上传并试算")
    await phone.see("写入 1 户")

    await phone.page.get_by_role("link", name="等您定").first.click()
    await phone.page.locator("main a[href*='row=']").first.click()
    await phone.page.get_by_label("建筑面积").fill("76.25")
    await phone.press("就这么改")
    await phone.see("记下了")
    await phone.follow("回到列表")
    await phone.see("定了 1 行，还没重算")
    await phone.press("写入 1 户")
    await phone.see("现在写入，会漏掉这些行")
    assert (await read(phone.page, "/buildings"))["items"] == []
    await phone.page.get_by_role("dialog").get_by_role("button", name="重新试算").click()

    await phone.press("写入 2 户")
    await phone.page.get_by_role("dialog").get_by_role("button", name="写入").click()
    await phone.see("好，写入了")
    (building,) = (await read(phone.page, "/buildings"))["items"]
    assert building["households"] == 2
