"""The Merkle tree of RFC 6962, section 2.1, over SHA-256. Pure: no database, no clock.

A tree of ``n`` leaves is kept as its *frontier*: the roots of the complete subtrees that ``n``
decomposes into, largest first. Completed nodes are stored by ``(level, index)``, so a proof needs
O(log n) of them whatever the size of the log.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

HASH_BYTES = 32
Node = tuple[int, int]
"""``(level, index)`` of a complete subtree: leaves are level 0."""
Range = tuple[int, int]
"""Leaves ``start`` to ``end``, ``end`` excluded."""


def leaf_hash(leaf: bytes) -> bytes:
    """SHA-256(0x00 ‖ leaf)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


EMPTY_ROOT = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


@dataclass
class Tree:
    """A growing tree: its size and its frontier."""

    size: int
    frontier: list[bytes]

    @classmethod
    def load(cls, size: int, packed: bytes) -> "Tree":
        """Read what ``packed`` wrote."""
        starts = range(0, len(packed), HASH_BYTES)
        return cls(size, [packed[start : start + HASH_BYTES] for start in starts])

    @property
    def packed(self) -> bytes:
        """The frontier as bytes, largest subtree first."""
        return b"".join(self.frontier)

    def append(self, leaf: bytes) -> Iterator[tuple[Node, bytes]]:
        """Add a leaf hash; yields the inner nodes that it completes."""
        index, level = self.size, 0
        while index & 1:
            leaf = node_hash(self.frontier.pop(), leaf)
            index >>= 1
            level += 1
            yield (level, index), leaf
        self.frontier.append(leaf)
        self.size += 1

    @property
    def root(self) -> bytes:
        """The Merkle tree hash of all leaves."""
        if not self.frontier:
            return EMPTY_ROOT
        root = self.frontier[-1]
        for left in reversed(self.frontier[:-1]):
            root = node_hash(left, root)
        return root


def _split(start: int, end: int) -> int:
    """Where RFC 6962 cuts a range: after the largest power of two smaller than its size."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """The subtrees whose hashes form ``PATH(index, D[size])``, leaf side first."""
    start, end, path = 0, size, []
    while end - start > 1:
        middle = _split(start, end)
        if index < middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start = middle
    return path[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """The subtrees whose hashes form ``PROOF(old, D[new])`` (RFC 6962, 2.1.2)."""
    if old in (0, new):
        return []
    start, end, whole, path = 0, new, True, []
    while (old, True) != (end, whole) and old != end:
        middle = _split(start, end)
        if old <= middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start, whole = middle, False
    return ([] if whole else [(start, end)]) + path[::-1]


def frontier_ranges(size: int) -> list[Range]:
    """The complete subtrees that a tree of ``size`` leaves decomposes into, largest first."""
    start, found = 0, []
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            found.append((start, start + (1 << level)))
            start += 1 << level
    return found


def nodes_of(wanted: Iterable[Range]) -> list[Node]:
    """The stored nodes that the hashes of these ranges are computed from."""
    found: list[Node] = []
    todo = list(wanted)
    while todo:
        start, end = todo.pop()
        level = (end - start).bit_length() - 1
        if end - start == 1 << level and start % (end - start) == 0:
            found.append((level, start >> level))
        else:
            middle = _split(start, end)
            todo += [(start, middle), (middle, end)]
    return found


def range_hash(start: int, end: int, node: Callable[[Node], bytes]) -> bytes:
    """``MTH(D[start:end])`` from stored nodes."""
    level = (end - start).bit_length() - 1
    if end - start == 1 << level and start % (end - start) == 0:
        return node((level, start >> level))
    middle = _split(start, end)
    return node_hash(range_hash(start, middle, node), range_hash(middle, end, node))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: list[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows the leaf hash at ``index`` under ``root`` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    current, last, here = leaf, size - 1, index
    for sibling in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            current = node_hash(sibling, current)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            current = node_hash(current, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and current == root


def verify_consistency(
    old: int, new: int, proof: list[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Whether the tree of ``old`` leaves is a prefix of the one of ``new`` leaves."""
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof
    if not old < new or not proof:
        return False
    path = proof if old & (old - 1) else [old_root, *proof]
    here, last = old - 1, new - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root
