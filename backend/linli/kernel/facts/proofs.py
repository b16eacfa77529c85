"""Proofs from what is stored: O(log n) nodes whatever the size of the log."""

from collections.abc import Callable, Iterable

from sqlalchemy import select, tuple_

from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.merkle import (
    EMPTY_ROOT,
    Node,
    Range,
    Tree,
    consistency_ranges,
    frontier_ranges,
    inclusion_ranges,
    leaf_hash,
    nodes_of,
    range_hash,
)
from linli.kernel.facts.models import Fact, FactNode

PART = 5_000
"""Leaves read at a time while a stretch of the log is hashed again."""


async def inclusion_proof(tx: Tx, index: int, size: int) -> list[bytes]:
    """``PATH(index, D[size])`` of RFC 6962, 2.1.1."""
    return await _hashes(tx, inclusion_ranges(index, size))


async def consistency_proof(tx: Tx, old: int, new: int) -> list[bytes]:
    """``PROOF(old, D[new])`` of RFC 6962, 2.1.2."""
    return await _hashes(tx, consistency_ranges(old, new))


async def root_at(tx: Tx, size: int) -> bytes:
    """The root of the first ``size`` leaves."""
    return EMPTY_ROOT if size == 0 else (await _hashes(tx, [(0, size)]))[0]


async def regrow(tx: Tx, old: int, new: int) -> Tree:
    """The tree of ``new`` leaves, grown from the stored tree of ``old`` ones.

    The leaves in between are hashed again from their stored text, so a text that was altered
    together with nothing, or with its hash column only, gives another root.
    """
    tree = Tree(old, await _hashes(tx, frontier_ranges(old)))
    c = table(Fact).c
    asks = select(c.leaf).where(c.community_id == tx.community).order_by(c.seq)
    for start in range(old, new, PART):
        part = await tx.rows(asks.where(c.seq >= start, c.seq < min(start + PART, new)))
        for row in part:
            for _ in tree.append(leaf_hash(row["leaf"].encode())):
                pass
    return tree


async def _hashes(tx: Tx, ranges: list[Range]) -> list[bytes]:
    node = await _stored(tx, nodes_of(ranges))
    return [range_hash(start, end, node) for start, end in ranges]


async def _stored(tx: Tx, wanted: Iterable[Node]) -> Callable[[Node], bytes]:
    leaves = [position for level, position in wanted if level == 0]
    inner = [node for node in wanted if node[0] > 0]
    found: dict[Node, bytes] = {}
    facts, nodes = table(Fact).c, table(FactNode).c
    if leaves:
        asks = select(facts.seq, facts.leaf_hash).where(facts.community_id == tx.community)
        for row in await tx.rows(asks.where(facts.seq.in_(leaves))):
            found[0, row["seq"]] = row["leaf_hash"]
    if inner:
        these = tuple_(nodes.level, nodes.position).in_(inner)
        asks = select(nodes.level, nodes.position, nodes.hash).where(
            nodes.community_id == tx.community, these
        )
        for row in await tx.rows(asks):
            found[row["level"], row["position"]] = row["hash"]
    return found.__getitem__
