"""Clocks: one that is wrong is said and recorded, the day is the community's, 30 days are kept."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

HERE = ZoneInfo("Asia/Shanghai")
WRONG = timedelta(minutes=25)


@pytest.fixture
async def phone(new_phone: NewPhone, network: Network, scene: Scene) -> Phone:
    """The volunteer's phone, signed in; its clock can be moved on."""
    return await phone_set_to(datetime.now(UTC), new_phone, network, scene)


async def phone_set_to(
    time: datetime, new_phone: NewPhone, network: Network, scene: Scene, **options: str
) -> Phone:
    """A phone whose clock was set before the app was opened, signed in."""
    context = await new_phone(**options)
    await context.clock.install(time=time)
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    return phone


@pytest.mark.parametrize("wrong", [WRONG, -WRONG], ids=["fast", "slow"])
async def test_rule_6_a_clock_off_by_more_than_ten_minutes_is_said_and_recorded_and_not_put_right(
    new_phone: NewPhone, network: Network, scene: Scene, wrong: timedelta
) -> None:
    phone = await phone_set_to(datetime.now(UTC) + wrong, new_phone, network, scene)
    await phone.see("手机时间差了 25 分钟")
    before = datetime.now(UTC)
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    (item,) = await phone.stored()
    assert item["clock_drift_seconds"] == pytest.approx(wrong.total_seconds(), abs=20)
    told = datetime.fromisoformat(item["recorded_at"])
    assert told - before == pytest.approx(wrong, abs=timedelta(seconds=30))
    (row,) = await scene.visit_rows()
    assert row["happened_at"] == datetime.fromisoformat(item["payload"]["happened_at"])
    (drift,) = await drifts_on_record(scene)
    assert drift == pytest.approx(wrong.total_seconds(), abs=20)


async def drifts_on_record(scene: Scene) -> list[int]:
    """What the log says about clocks, in seconds."""
    facts = table(Fact)
    mine = select(facts.c.leaf).where(
        facts.c.community_id == scene.community_id,
        facts.c.kind == "kernel.device_clock.drifted",
    )
    async with scene.server.database() as database, database.transaction(write=False) as tx:
        await tx.enter(scene.community_id)
        leaves = [json.loads(row["leaf"]) for row in await tx.rows(mine)]
    return [int(leaf["public"]["ahead_seconds"]) for leaf in leaves]


async def test_rule_6_a_clock_a_few_minutes_off_is_nobodys_worry(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    set_to = datetime.now(UTC) + timedelta(minutes=9)
    phone = await phone_set_to(set_to, new_phone, network, scene)
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    assert "手机时间差了" not in await phone.page.inner_text("main")
    assert await drifts_on_record(scene) == []


async def test_rule_6_today_is_the_communitys_and_not_the_phones(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    now = datetime.now(HERE)
    abroad = "Pacific/Pago_Pago" if now.hour < 18 else "Pacific/Kiritimati"
    assert now.astimezone(ZoneInfo(abroad)).date() != now.date()
    phone = await Phone.take_out(await new_phone(timezone_id=abroad), network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await phone.see(f"{now.month}月{now.day}日")
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    (row,) = await scene.visit_rows()
    assert row["happened_on"] == row["happened_at"].astimezone(HERE).date()


async def test_rule_6_the_day_ends_at_the_communitys_midnight_and_not_at_that_of_utc(
    phone: Phone, network: Network
) -> None:
    network.become(Mood.CUT)
    day = datetime.now(HERE).replace(hour=0, minute=0, second=0) + timedelta(days=1)
    await phone.page.clock.set_system_time(day + timedelta(hours=7, minutes=55))
    await phone.nobody_home(DOORS[0])
    await phone.open_record(DOORS[0])
    await phone.see("07:55")
    network.become(Mood.PASS)
    await phone.stir()
    await phone.go("#/")
    await phone.all_received(1)

    await phone.page.clock.set_system_time(day + timedelta(hours=8, minutes=5))
    await phone.go("#/outbox")
    await phone.all_received(1)
    await phone.page.clock.set_system_time(day + timedelta(hours=23, minutes=55))
    await phone.go("#/")
    await phone.go("#/outbox")
    await phone.all_received(1)
    await phone.page.clock.set_system_time(day + timedelta(days=1, minutes=5))
    await phone.go("#/outbox")
    await phone.go("#/")
    await phone.see("今天还没有记")


async def test_rule_5_what_was_received_is_kept_for_thirty_days_and_what_was_not_for_good(
    phone: Phone, network: Network, scene: Scene
) -> None:
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[2])
    await scene.keep_doors_up_to(1)
    network.become(Mood.PASS)
    await phone.stir()
    await phone.see("要看一下")
    assert await states_after(phone, timedelta(days=29)) == ["received", "refused"]
    assert await states_after(phone, timedelta(days=31)) == ["refused"]
    assert await states_after(phone, timedelta(days=400)) == ["refused"]
    assert len(await scene.visits()) == 1


async def states_after(phone: Phone, later: timedelta) -> list[str]:
    """What the phone still holds after a whole round of sending on that day."""
    await phone.page.clock.set_system_time(datetime.now(UTC) + later)
    await phone.whole_round()
    return sorted(item["state"] for item in await phone.stored())
