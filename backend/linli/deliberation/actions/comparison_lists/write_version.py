from uuid import UUID

from linli.deliberation.queries.comparison_lists.lists import list_versions
from linli.deliberation.rules.canonical import digest
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.leaf import as_strings
from linli.kernel.ids import new_id


async def write_version(  # noqa: PLR0913, PLR0917 - a version is all of this
    tx: Tx, actor: Actor, list_id: UUID, number: int, content: Row, reason: str
) -> str:
    """Keep a list as it stands now; the digest of its content."""
    told = digest(as_strings(content))
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "list_id": list_id,
        "number": number,
        "content": content,
        "reason": reason,
        "digest": told,
        "created_by": actor.account_id,
        "created_at": clock.now(),
    }
    await insert_rows(tx, list_versions, [row])
    return told
