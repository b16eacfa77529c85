from uuid import UUID

from linli.community.queries.suggestions import read_waiting
from linli.kernel.access.actor import Actor, Permission
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found
from linli.kernel.vault.vault import Place, open_content


async def open_suggestion(
    tx: Tx, actor: Actor, permission: Permission, suggestion_id: UUID
) -> tuple[UUID, list[str]]:
    """Read what kinds of help a suggestion names; the opening is recorded.

    Args:
        tx: a write transaction.
        actor: who reads.
        permission: by what right; the context that asks says.
        suggestion_id: the suggestion.

    Returns:
        The household and the kinds of help to ask about at its door.

    Raises:
        Problem: 404 when there is none or it was handled, 403 without the permission.
    """
    found = await read_waiting(tx, suggestion_id)
    if found is None:
        raise not_found()
    place = Place("roster_suggestion", suggestion_id, suggestion_id)
    content = await open_content(
        tx, actor, permission, place, found["sealed"], purpose="door visit"
    )
    return found["household_id"], content["kinds"]
