"""What a session talks about, with the digest of what its notice says."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select

from linli.community.public import BUILDINGS
from linli.deliberation.queries.sessions.subjects import subjects_now
from linli.deliberation.queries.sessions.tables import agenda, agenda_reports
from linli.deliberation.rules.sessions.agenda import Said, why_undecidable
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import canonical

_c = agenda.c


async def agenda_of(tx: Tx, session_id: UUID) -> list[Row]:
    """The items of a session in their order; each with its reports and its digests as of now."""
    reports = await _reports(tx, session_id)
    place = and_(BUILDINGS.c.community_id == _c.community_id, BUILDINGS.c.id == _c.building_id)
    asks = (
        select(
            _c.id,
            _c.position,
            _c.title,
            _c.details,
            _c.subject_kind,
            _c.subject_id,
            _c.feedback_kind,
            _c.building_id,
            BUILDINGS.c.code.label("building_code"),
            _c.noticed_digest,
            _c.noticed_subject,
            _c.taken_up_at,
            _c.closed_at,
            _c.version,
        )
        .select_from(agenda.outerjoin(BUILDINGS, place))
        .where(
            _c.community_id == tx.community,
            _c.session_id == session_id,
            _c.withdrawn_at.is_(None),
        )
        .order_by(_c.position, _c.id)
    )
    rows = await tx.rows(asks)
    told = [{**row, "reports": reports.get(row["id"], [])} for row in rows]
    behind = await subjects_now(tx, told)
    return [_judged(row, behind.get(row["subject_id"])) for row in told]


def _judged(row: Row, subject: str | None) -> Row:
    """With ``digest`` and ``subject_digest`` as of now, and why it can only be talked about."""
    now, said = Said(digest_of(row), subject), row["noticed_digest"]
    noticed = Said(said, row["noticed_subject"]) if said is not None else None
    why = why_undecidable(noticed, now)
    return {**row, "digest": now.item, "subject_digest": subject, "undecidable": why}


def digest_of(item: Row) -> str:
    """SHA-256 of what a notice says of an item, in hexadecimal."""
    named = ("title", "details", "subject_kind", "subject_id", "feedback_kind", "building_id")
    said: dict[str, Any] = {name: item[name] for name in named}
    return sha256(canonical({**said, "reports": sorted(map(str, item["reports"]))})).hexdigest()


async def _reports(tx: Tx, session_id: UUID) -> dict[UUID, list[UUID]]:
    r = agenda_reports.c
    of_item = and_(_c.community_id == r.community_id, _c.id == r.agenda_item_id)
    asks = (
        select(r.agenda_item_id, r.feedback_id)
        .join_from(agenda_reports, agenda, of_item)
        .where(r.community_id == tx.community, _c.session_id == session_id)
        .order_by(r.id)
    )
    found: dict[UUID, list[UUID]] = {}
    for row in await tx.rows(asks):
        found.setdefault(row["agenda_item_id"], []).append(row["feedback_id"])
    return found


async def next_position(tx: Tx, session_id: UUID) -> int:
    """The place after the last item; the session must be locked."""
    last = select(func.max(_c.position)).where(
        _c.community_id == tx.community, _c.session_id == session_id
    )
    return int(await tx.scalar(last) or 0) + 1
