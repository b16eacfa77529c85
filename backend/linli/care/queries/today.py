"""What a phone shows first."""

from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import select

from linli.care.queries.canvasses import seen_canvass
from linli.care.queries.care_tasks import my_current_tasks
from linli.care.queries.doors_today import doors_today
from linli.care.queries.places import canvasses
from linli.community.public import handbook_state, time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Tx


async def read_today(tx: Tx, actor: Actor) -> bytes:
    """The actor's doors, tasks and canvasses of the community's present day, as JSON."""
    zone = ZoneInfo(await time_zone_of(tx, tx.community))
    now = clock.now()
    day = day_of(now, zone.key)
    going_on = (
        select(canvasses.c.id, canvasses.c.title, canvasses.c.explains)
        .where(seen_canvass(actor), canvasses.c.starts_on <= day, canvasses.c.ends_on >= day)
        .order_by(canvasses.c.id)
    )
    today = {
        "date": day,
        "server_time": now,
        "doors": await doors_today(tx, actor, now, day, zone),
        "care_tasks": await my_current_tasks(tx, actor, day),
        "handbook_version": await handbook_state(tx, tx.community),
        "canvasses": await tx.rows(going_on),
    }
    return orjson.dumps(today)
