"""Whether the document of a written proxy, or of what co-owners agreed on, has arrived."""

from collections.abc import Collection
from uuid import UUID

from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem

MISSING = "proxy_document_missing"


async def documents_here(tx: Tx, ids: Collection[UUID]) -> set[UUID]:
    """Those whose files have all arrived (Civil Code, art. 165; 建房〔2009〕274号, art. 25)."""
    if not ids:
        return set()
    files = await slots_of(tx, ids)
    return {key for key, slots in files.items() if all_here(slots)}


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
