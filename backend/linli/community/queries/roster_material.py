"""What a plan is made from, read at one moment."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from linli.community.models import RosterContent, RosterImport
from linli.community.queries.known_roster import KnownRoster, read_known
from linli.community.queries.roster_imports import read_decisions
from linli.community.rules.roster import ACCEPTABLE, Decision, Field, Keep, Reason, Skip
from linli.community.rules.sheet_mapping import SheetMapping
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found
from linli.kernel.vault.sealer import Sealer, unsealer_for

OVER = frozenset({"applied", "cancelled"})
_import = table(RosterImport)
_content = table(RosterContent)


@dataclass(frozen=True)
class RosterMaterial:
    """An import, its cells (sealed), how they are read, what was decided, what is known.

    ``sealer`` is ``None`` once the cells are erased.
    """

    import_id: UUID
    version: int
    status: str
    applying: bool
    plan_digest: bytes | None
    mapping: list[SheetMapping]
    sealed: bytes | None
    sealer: Sealer | None
    decisions: dict[str, Decision]
    known: KnownRoster


async def hold_import(tx: Tx, import_id: UUID) -> Row:
    """An import that nobody else changes until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    row = await tx.row(select(_import).where(*this).with_for_update())
    if row is None:
        raise not_found()
    return row


async def read_cells(tx: Tx, imported: Row) -> tuple[Sealer, bytes]:
    """The cells of an import that can still be changed, sealed, and what unseals them.

    Raises:
        Problem: 409 ``import_is_over`` when it was applied or given up.
    """
    import_id = imported["id"]
    sealed = await tx.scalar(_content_of(tx, import_id))
    sealer = None if sealed is None else await unsealer_for(tx, import_id)
    if imported["status"] in OVER or sealer is None:
        raise Problem(409, "import_is_over")
    return sealer, sealed


def _content_of(tx: Tx, import_id: UUID) -> Select[tuple[bytes]]:
    mine = (_content.c.community_id == tx.community, _content.c.id == import_id)
    return select(_content.c.sealed).where(*mine)


async def read_material(tx: Tx, import_id: UUID) -> RosterMaterial:
    """All that a plan of an import is made from.

    Raises:
        Problem: 404 ``not_found``.
    """
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    row = await tx.row(select(_import).where(*this))
    if row is None:
        raise not_found()
    sealed = await tx.scalar(_content_of(tx, import_id))
    sealer = None if sealed is None else await unsealer_for(tx, import_id)
    told = {} if sealer is None else await read_decisions(tx, sealer)
    return RosterMaterial(
        import_id=import_id,
        version=row["version"],
        status=row["status"],
        applying=row["applying_since"] is not None,
        plan_digest=row["plan_digest"],
        mapping=row["sheets"],
        sealed=sealed,
        sealer=sealer,
        decisions={name: _decision(each) for name, each in told.items()},
        known=await read_known(tx),
    )


def _decision(told: dict[str, Any]) -> Decision:
    if told["action"] == "skip":
        return Skip()
    fields = {Field(name): text for name, text in told["fields"].items()}
    accepting = frozenset(Reason(code) for code in told["accept"]) & ACCEPTABLE
    return Keep(fields, accepting)
