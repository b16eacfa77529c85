"""Photos of the minutes: the signed page, the whiteboard. They come by ``sync``."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select

from linli.deliberation.actions.sessions.room import locked_session
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.photos import in_minutes
from linli.deliberation.queries.sessions.tables import photos
from linli.deliberation.rules.lifecycles.session import MINUTES_MAY_CHANGE
from linli.deliberation.schemas.session_outcome import MinutesPhotoIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict

MOST = 20
"""Photos of one session's minutes."""


async def photograph_minutes(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Put photos to the minutes, as long as their text may change.

    The payload names the photo, so that nothing else can be hung on by sending the item again.

    Rejected: 404; 409 ``session_moved`` once the minutes were handed in, or ``enough_photos``; 422
    ``one_photo``.
    """
    fitting = [item for item in items if _brings_its_photo(item)]
    told = dict(
        zip(
            [item.id for item in fitting],
            await receive_each(tx, actor, fitting, photos, _take),
            strict=True,
        )
    )
    other = Verdict.rejected(invalid("/sha256", "one_photo"))
    return [told.get(item.id, other) for item in items]


def _brings_its_photo(item: SyncItem) -> bool:
    told: MinutesPhotoIn = item.payload
    brought = [slot.sha256 for slot in item.attachments if slot.content_type.startswith("image/")]
    return brought == [told.sha256] and len(item.attachments) == 1


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: MinutesPhotoIn = item.payload
    await locked_session(tx, told.session_id, MINUTES_MAY_CHANGE)
    kept = select(func.count()).select_from(photos).where(*in_minutes(tx, told.session_id))
    if int(await tx.scalar(kept) or 0) >= MOST:
        raise Problem(409, "enough_photos", limit=MOST)
    await tx.execute(insert(photos).values(created(tx, actor, item, **told.model_dump())))
    subject, public = (photos.name, item.id), {"session": told.session_id}
    at, sha256 = told.taken_at, told.sha256
    return record(tx, about("minutes", "photographed", *subject, at, actor, public, sha256=sha256))
