from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from linli.care.models.door_visit import DoorVisit
from linli.kernel.db.fast import Fast
from linli.kernel.db.listed import listed
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_visits = table(DoorVisit)
_ids = listed("ids")
_KNOWN = Fast(
    select(_ids.c.value.label("id"), _visits.c.body_digest).select_from(
        _ids.outerjoin(
            _visits,
            and_(
                _visits.c.community_id == bindparam("community_id", type_=Uuid),
                _visits.c.id == _ids.c.value,
            ),
        )
    )
)


async def known_visits(tx: Tx, visit_ids: Collection[UUID]) -> dict[UUID, bytes]:
    """The digests of those of these visits that are stored, by id."""
    asked = {"community_id": tx.community, "ids": list(visit_ids)}
    rows = await tx.rows(_KNOWN, asked)
    return {row["id"]: row["body_digest"] for row in rows if row["body_digest"] is not None}


async def stored_visit(tx: Tx, visit_id: UUID) -> Row:
    """A stored visit, told as the API is told it."""
    this = (_visits.c.community_id == tx.community, _visits.c.id == visit_id)
    row = await tx.row(select(_visits).where(*this))
    if row is None:
        raise RuntimeError("visits are known before they are compared")
    return {**row, "explained": [UUID(document) for document in row["explained"]]}
