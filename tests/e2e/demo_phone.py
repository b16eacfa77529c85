"""A neighbour's phone with the demo community on it."""

from dataclasses import replace

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.walk import STANDARD, Look, choose, sign_in
from processes.server import Server

CHINESE = replace(STANDARD, language="zh-CN", language_name="中文")


async def demo_phone(
    new_phone: NewPhone, server: Server, login: str, look: Look = CHINESE
) -> Phone:
    """Signed in, in this look whatever another test has chosen for this neighbour before."""
    context = await new_phone()
    await sign_in(context, server.url, login)
    phone = await Phone.take_out(context, server.url)
    await phone.page.locator("nav.bottom").wait_for()
    await choose(phone.page, look)
    await phone.go("#/")
    return phone
