"""A newer program meets the outbox of an older one, and an older program that of a newer one."""

import base64
import hashlib
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.photos import on_server, small_photo
from e2e.scene import Scene
from linli.kernel.ids import new_id
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

OLDER_DATABASE = (Path(__file__).parent / "older_database.js").read_text()
RAISE_VERSION = """async (version) => {
    const names = await new Promise((done, fail) => {
        const asked = indexedDB.open('linli', version);
        asked.onupgradeneeded = () => asked.result.createObjectStore('of_tomorrow');
        asked.onsuccess = () => { asked.result.close(); done(asked.result.version); };
        asked.onerror = () => fail(asked.error);
    });
    return names;
}"""
VERSION_NOW = (
    "indexedDB.databases().then((all) => all.find(({ name }) => name === 'linli').version)"
)
THERE = ZoneInfo("Asia/Shanghai")
MANY = 230
"""More than one sending takes."""


def earlier_today() -> datetime:
    """Two hours ago, or the beginning of the community's day: the phone counts what is of today."""
    midnight = datetime.combine(datetime.now(THERE).date(), time(), THERE)
    return max(datetime.now(UTC) - timedelta(hours=2), midnight.astimezone(UTC))


def older_item(scene: Scene, number: int, **more: Any) -> dict[str, Any]:
    """A visit as the first version kept it."""
    household = str(scene.household_ids[number % len(DOORS)])
    at = (earlier_today() + timedelta(milliseconds=number)).isoformat()
    return {
        "id": str(new_id()),
        "shape": 1,
        "seq": number + 1,
        "account_id": str(scene.volunteer.account_id),
        "community_id": str(scene.community_id),
        "kind": "door_visit",
        "order_key": household,
        "label": DOORS[number % len(DOORS)],
        "payload": {
            "canvass_id": str(scene.canvass_id),
            "household_id": household,
            "happened_at": at,
            "outcome": "nobody_home",
            "attachments": [],
        },
        "attachments": [],
        "state": "queued",
        "recorded_at": at,
        "attempts": 3,
        "next_try_at": 0,
        "failure": {"code": "offline", "at": at},
        "problem": None,
        "receipt": None,
        **more,
    }


def with_photo(item: dict[str, Any], photo: bytes) -> dict[str, Any]:
    """The same visit with a photo."""
    digest = hashlib.sha256(photo).hexdigest()
    slot = {"sha256": digest, "size": len(photo), "content_type": "image/jpeg"}
    payload = {**item["payload"], "attachments": [slot]}
    return {**item, "payload": payload, "attachments": [{**slot, "state": "waiting"}]}


async def test_rule_4_an_upgrade_of_the_schema_with_a_full_outbox_loses_nothing(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    photo = small_photo()
    items = [older_item(scene, number) for number in range(MANY)]
    items[0] = with_photo(items[0], photo)
    items[1] |= {"state": "sending"}
    sha256 = items[0]["attachments"][0]["sha256"]
    context = await new_phone()
    page = await context.new_page()
    await page.goto(f"{network.url}/healthz")
    kept = {"account_id": str(scene.volunteer.account_id), "sha256": sha256}
    kept["base64"] = base64.b64encode(photo).decode()
    await page.evaluate(OLDER_DATABASE, {"items": items, "photo": kept})

    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password, then="您好")
    assert await phone.page.evaluate(VERSION_NOW) > 1
    await phone.all_received(MANY)
    assert {item["id"] for item in await phone.stored()} == {item["id"] for item in items}
    assert await scene.visits() == sorted(item["id"] for item in items)
    await on_server(phone, scene, sha256)


async def test_rule_4_an_older_program_sends_what_a_newer_one_recorded(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    (item,) = await phone.stored()
    newer = await phone.page.evaluate(VERSION_NOW) + 7
    await phone.page.close()
    network.become(Mood.PASS)
    page = await phone.page.context.new_page()
    await page.goto(f"{network.url}/healthz")
    assert await page.evaluate(RAISE_VERSION, newer) == newer

    again = await Phone.take_out(phone.page.context, network.url)
    await again.send_now()
    await again.go("#/")
    await again.all_received(1)
    assert await again.page.evaluate(VERSION_NOW) == newer
    assert await scene.visits() == [item["id"]]
