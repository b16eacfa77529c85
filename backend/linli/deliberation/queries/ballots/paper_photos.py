"""Whether the photo of a paper ballot has arrived: the second reader, and its owner, look at it."""

from collections.abc import Collection
from uuid import UUID

from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem

SHOWS_PAPER = ("image/", "application/pdf")


def photo_here(files: Collection[Row]) -> bool:
    """Whether one of the files, as ``slots_of`` gives them, is here and can be looked at."""
    return any(
        file["state"] == "stored" and file["content_type"].startswith(SHOWS_PAPER) for file in files
    )


async def require_photo(tx: Tx, ballot_id: UUID) -> None:
    """Refuse to let a paper count that nobody else could look at.

    Raises:
        Problem: 409 ``paper_photo_missing``.
    """
    files = await slots_of(tx, [ballot_id])
    if not photo_here(files.get(ballot_id, [])):
        raise Problem(409, "paper_photo_missing")
