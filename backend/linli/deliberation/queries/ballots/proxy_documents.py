"""Whether the document of a written proxy has arrived."""

from collections.abc import Collection
from uuid import UUID

from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem

MISSING = "proxy_document_missing"


async def documents_here(tx: Tx, proxy_ids: Collection[UUID]) -> set[UUID]:
    """The authorizations whose files have all arrived (Civil Code, art. 165: in writing)."""
    if not proxy_ids:
        return set()
    files = await slots_of(tx, proxy_ids)
    return {proxy_id for proxy_id, slots in files.items() if all_here(slots)}


def all_here(files: Collection[Row]) -> bool:
    """Whether there are files, and none of them is still awaited; as ``slots_of`` gives them."""
    return bool(files) and all(file["state"] == "stored" for file in files)


async def require_document(tx: Tx, proxy_id: UUID) -> None:
    """Refuse what would be done under a proxy whose document nobody can look at yet.

    Raises:
        Problem: 409 ``proxy_document_missing``.
    """
    if proxy_id not in await documents_here(tx, [proxy_id]):
        raise Problem(409, MISSING)
