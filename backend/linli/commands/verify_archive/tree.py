"""The tree over all leaf hashes (RFC 6962, 2.1), hashed once for the roots of its beginnings."""

import hashlib

HASH_BYTES = 32


class Tree:
    """The layers of the tree; an odd last node is carried up as it is."""

    def __init__(self, hashes: bytes) -> None:
        """Hash all layers.

        Args:
            hashes: of all leaves, 32 bytes each, in order.
        """
        starts = range(0, len(hashes), HASH_BYTES)
        layer = [hashes[at : at + HASH_BYTES] for at in starts]
        self._layers = [layer]
        while len(layer) > 1:
            pairs = range(0, len(layer) - 1, 2)
            above = [_node(layer[at], layer[at + 1]) for at in pairs]
            layer = above + (layer[-1:] if len(layer) % 2 else [])
            self._layers.append(layer)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._layers[0])

    def holds(self, at: int, leaf: bytes) -> bool:
        """Whether these bytes are the leaf at this place."""
        return hashlib.sha256(b"\x00" + leaf).digest() == self._layers[0][at]

    def root_at(self, size: int) -> bytes:
        """The root of the first ``size`` leaves, no more than there are.

        They are complete subtrees, one for each bit of the number; the smallest stands last.
        """
        root = b""
        for level, layer in enumerate(self._layers):
            if size >> level & 1:
                left = layer[(size >> level) - 1]
                root = _node(left, root) if root else left
        return root or hashlib.sha256(b"").digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
