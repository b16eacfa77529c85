"""Whether made-up accounts are where they must not be."""

from sqlalchemy import select

from linli.identity.models import Account
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table


class DemoAccountsError(Exception):
    """A real server was started on a database with demo accounts, whose passwords are printed."""


async def refuse_demo_accounts(database: Database, *, demo: bool) -> None:
    """Refuse to serve demo accounts outside demo mode.

    Raises:
        DemoAccountsError: telling what to do.
    """
    if demo:
        return
    a = table(Account).c
    async with database.transaction(write=False) as tx:
        if await tx.scalar(select(a.id).where(a.demo.is_(True)).limit(1)) is not None:
            raise DemoAccountsError("the database has demo accounts; start on an empty database")
