"""Choosing language and 长辈版."""

from typing import Any

from sqlalchemy import update

from linli.identity.models import Account
from linli.kernel.access.actor import Caller
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.http.etags import changed_meanwhile


async def change_preferences(
    tx: Tx, caller: Caller, expected_version: int, chosen: dict[str, Any]
) -> None:
    """Keep what the person chose; what is not named stays.

    Raises:
        Problem: 412 when the preferences were changed on another device meanwhile.
    """
    account = table(Account)
    this = update(account).where(
        account.c.id == caller.account_id, account.c.version == expected_version
    )
    moved = await tx.execute(this.values(version=expected_version + 1, **chosen))
    if moved.rowcount == 0:
        raise changed_meanwhile()
