from linli.identity.public import names_of
from linli.kernel.db.transaction import Row, Tx


async def with_names(tx: Tx, rows: list[Row], account: str, name: str) -> list[Row]:
    """Rows with the display name of the account in one column added as another.

    It is ``None`` where there is no account, and empty for one that never held anything here.
    """
    ids = {row[account] for row in rows if row[account] is not None}
    names = await names_of(tx, ids) if ids else {}
    return [{**row, name: row[account] and names.get(row[account], "")} for row in rows]
