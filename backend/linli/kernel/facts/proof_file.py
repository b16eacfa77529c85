"""Proof files (c2sp.org/tlog-proof): what a neighbour takes home and anyone can check offline."""

import base64
from dataclasses import dataclass

from linli.kernel.facts.merkle import leaf_hash, verify_inclusion
from linli.kernel.facts.note import Verifier, open_note

FIRST_LINE = "c2sp.org/tlog-proof@v1"


class BrokenProofError(Exception):
    """The file does not prove that its leaf is in the log."""


@dataclass(frozen=True)
class ProofFile:
    """A leaf, its place, its path to the root and the checkpoint that names the root."""

    leaf: bytes
    index: int
    path: tuple[bytes, ...]
    signed_note: str

    def __str__(self) -> str:
        """The file's text; the leaf travels as its extra data."""
        lines = [FIRST_LINE, f"extra {_base64(self.leaf)}", f"index {self.index}"]
        return "\n".join([*lines, *map(_base64, self.path), "", self.signed_note])

    @classmethod
    def parse(cls, text: str) -> "ProofFile":
        """Read a file.

        Raises:
            BrokenProofError: when it is not such a file.
        """
        head, _, note = text.partition("\n\n")
        try:
            first, extra, index, *path = head.split("\n")
            if first != FIRST_LINE or not note:
                raise BrokenProofError("not a tlog-proof file")
            leaf = base64.b64decode(extra.removeprefix("extra "), validate=True)
            number = int(index.removeprefix("index "))
            hashes = tuple(base64.b64decode(line, validate=True) for line in path)
        except ValueError as error:
            raise BrokenProofError("not a tlog-proof file") from error
        return cls(leaf, number, hashes, note)

    def verify(self, verifier: Verifier) -> bytes:
        """The leaf, once the signature, the origin and the path have been found right.

        Raises:
            UnsignedNoteError: when the checkpoint is not signed by this key.
            BrokenProofError: when the leaf is not under the signed root.
        """
        origin, size, root, *_ = open_note(self.signed_note, verifier).split("\n")
        if origin != verifier.name:
            raise BrokenProofError("the checkpoint is of another log")
        hashed = leaf_hash(self.leaf)
        root_hash = base64.b64decode(root, validate=True)
        if not verify_inclusion(hashed, self.index, int(size), list(self.path), root_hash):
            raise BrokenProofError("the leaf is not under the signed root")
        return self.leaf


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
