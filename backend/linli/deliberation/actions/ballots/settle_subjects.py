"""What a final result decides besides itself."""

from linli.kernel.db.transaction import Row, Tx


async def settle_subjects(tx: Tx, round_: Row) -> None:
    """Tell the proposals and schemes that the questions were about what became of them."""
    del tx, round_
