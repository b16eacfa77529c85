from uuid import UUID

from linli.care.permissions.register import TAKE_CARE_TASK
from linli.identity.public import is_member
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid


async def require_helper(tx: Tx, account_id: UUID, pointer: str) -> None:
    """Check that an account may take care tasks in this community.

    Raises:
        Problem: 422 ``cannot_help`` at the pointer.
    """
    if not await is_member(tx, account_id, *TAKE_CARE_TASK.roles):
        raise invalid(pointer, "cannot_help")
