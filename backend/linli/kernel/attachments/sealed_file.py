"""Files sealed on disk: AES-256-GCM in chunks, so that neither end holds a whole file in memory.

Each chunk has its own nonce: a random prefix, the chunk's number and whether it is the last one
(the STREAM construction), so chunks can be neither swapped nor cut off unnoticed.
"""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from linli.kernel.vault.seal import BrokenSealError

CHUNK = 65_536
TAG = 16
PREFIX_BYTES = 7


class SealedWriter:
    """Writes a sealed file; used as a context it removes the file unless ``finish`` was called."""

    def __init__(self, path: Path, key: bytes, bound_to: str) -> None:
        """Create the file; ``bound_to`` is authenticated, not stored."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._cipher = AESGCM(key)
        self._bound = bound_to.encode()
        self._prefix = secrets.token_bytes(PREFIX_BYTES)
        self._waiting = bytearray()
        self._number = 0
        self._finished = False
        self._file = path.open("xb")
        self._file.write(self._prefix)

    def write(self, content: bytes) -> None:
        """Add content."""
        self._waiting += content
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        """Write the last chunk and wait until the disk has everything."""
        self._put(bytes(self._waiting), last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._finished = True

    def _put(self, content: bytes, *, last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, content, self._bound))
        self._number += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._file.close()
        if not self._finished:
            self.path.unlink(missing_ok=True)


def read_sealed(path: Path, key: bytes, bound_to: str) -> Iterator[bytes]:
    """The content of a sealed file, chunk by chunk.

    Raises:
        BrokenSealError: when it is not exactly what was sealed; chunks given before were genuine.
    """
    cipher, bound = AESGCM(key), bound_to.encode()
    with path.open("rb") as file:
        prefix = file.read(PREFIX_BYTES)
        number, sealed = 0, file.read(CHUNK + TAG)
        while True:
            following = file.read(CHUNK + TAG)
            nonce = _nonce(prefix, number, last=not following)
            try:
                yield cipher.decrypt(nonce, sealed, bound)
            except (InvalidTag, ValueError) as error:
                raise BrokenSealError(bound_to) from error
            if not following:
                return
            number, sealed = number + 1, following


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
