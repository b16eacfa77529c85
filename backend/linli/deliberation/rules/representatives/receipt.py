"""A receipt proves that a ballot was taken in, and nothing else.

The voter's phone makes a random token and sends its leaf with the ballot. The leaf knows nothing of
the choice, so a receipt can neither be sold nor forced out of anyone. What it cannot prove is that
the choice was boxed unchanged: for that, the box is opened and counted before witnesses.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError
from linli.kernel.facts.merkle import (
    inclusion_ranges,
    leaf_hash,
    node_hash,
    verify_inclusion,
)

TOKEN_BYTES = 32
_PURPOSE = b"linli/secret-ballot-receipt/1\n"


@dataclass(frozen=True, slots=True)
class ReceiptProof:
    """Where a receipt's leaf stands among all, and its audit path (RFC 6962, 2.1.1)."""

    index: int
    size: int
    path: tuple[bytes, ...]


def receipt_leaf(election: str, token: bytes) -> bytes:
    """The leaf that stands for a ballot: a hash of a random token (RFC 6962, 2.1).

    Args:
        election: key, so that a receipt is good for one election only.
        token: 32 random bytes made on the voter's phone, kept there.

    Raises:
        RuleBrokenError: ``token_size``.
    """
    if len(token) != TOKEN_BYTES:
        raise RuleBrokenError("token_size")
    return leaf_hash(_PURPOSE + election.encode() + b"\n" + token)


def receipts_root(leaves: Sequence[bytes]) -> bytes:
    """Merkle root over the sorted leaves, published at closing (RFC 6962, 2.1).

    Raises:
        RuleBrokenError: ``no_receipts``.
    """
    if not leaves:
        raise RuleBrokenError("no_receipts")
    return _root(sorted(leaves))


def _root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) == 1:
        return leaves[0]
    middle = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(_root(leaves[:middle]), _root(leaves[middle:]))


def prove_receipt(leaves: Sequence[bytes], leaf: bytes) -> ReceiptProof:
    """The proof that a leaf is among those published (RFC 6962, 2.1.1).

    Raises:
        RuleBrokenError: ``receipt_not_included``.
    """
    order = sorted(leaves)
    index = bisect_left(order, leaf)
    if index == len(order) or order[index] != leaf:
        raise RuleBrokenError("receipt_not_included")
    ranges = inclusion_ranges(index, len(order))
    return ReceiptProof(index, len(order), tuple(_root(order[a:b]) for a, b in ranges))


def receipt_holds(election: str, token: bytes, proof: ReceiptProof, root: bytes) -> bool:
    """Whether a token's ballot was taken in, by the published root alone (RFC 9162, 2.1.3.2)."""
    leaf = receipt_leaf(election, token)
    return verify_inclusion(leaf, proof.index, proof.size, list(proof.path), root)
