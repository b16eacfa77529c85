"""The server's own keys, all derived from a master key (HKDF, RFC 5869).

Nothing derived here is stored; community keys and person keys are random and stored wrapped.
"""

import hashlib
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
OWNER_ONLY = 0o600


def new_key() -> bytes:
    """A fresh 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


class Keyring:
    """Keys for one purpose each.

    What is stored sealed hangs on the wrapping keys: the master key's and, while a rotation is
    under way, its predecessor's. Everything else (digests, signatures, passes) derives from a root
    that a rotation carries over, so that what was recognised before is recognised after.
    """

    def __init__(
        self, master: bytes, carried: bytes | None = None, previous: bytes | None = None
    ) -> None:
        """Take 32 bytes of master key, and what the key file says besides.

        Raises:
            ValueError: when a key is not 32 bytes.
        """
        self._take(master, carried, previous)
        self._root = carried or _hkdf(master, "carried")
        inner, outer = _padded(self.derive("body digest"))
        self._inner, self._outer = hashlib.sha256(inner), hashlib.sha256(outer)
        self._file: Path | None = None
        self._seen = 0
        self.folder: Path | None = None
        """Where the key lives: what must survive a restored backup is kept there too."""

    def _take(self, master: bytes, carried: bytes | None, previous: bytes | None) -> None:
        if any(len(key) != KEY_BYTES for key in (master, carried, previous) if key is not None):
            raise ValueError("the master key is 32 bytes")
        self._master = master
        keys = [key for key in (master, previous) if key is not None]
        self._wrapping = tuple(_hkdf(key, "vault") for key in keys)

    def watch(self, file: Path) -> None:
        """Follow the key file: a rotation changes it while servers run."""
        self._file, self._seen = file, file.stat().st_mtime_ns

    def wrapping_keys(self) -> tuple[bytes, ...]:
        """What stored keys are wrapped with; the first is the one to wrap with."""
        if self._file is not None and (changed := self._file.stat().st_mtime_ns) != self._seen:
            self._take(*read_key_file(self._file))
            self._seen = changed
        return self._wrapping

    def derive(self, purpose: str) -> bytes:
        """The 256-bit key of a purpose."""
        return _hkdf(self._root, purpose)

    def signing_key(self, purpose: str) -> Ed25519PrivateKey:
        """The Ed25519 key (RFC 8032) of a purpose."""
        return Ed25519PrivateKey.from_private_bytes(self.derive(f"sign {purpose}"))

    def digest(self, content: bytes) -> bytes:
        """A keyed SHA-256 digest of what must be recognised but not guessed.

        HMAC (RFC 2104) with the key already taken in: half the time for what is short.
        """
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(content)
        outer.update(inner.digest())
        return outer.digest()


def _padded(key: bytes) -> tuple[bytes, bytes]:
    """A key of at most one block as HMAC hashes it first, inside and outside."""
    block = key.ljust(hashlib.sha256().block_size, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


def _hkdf(key: bytes, purpose: str) -> bytes:
    kdf = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"linli {purpose}".encode())
    return kdf.derive(key)


def carried_from(master: bytes) -> bytes:
    """The root that a rotation away from a first master key carries over."""
    return _hkdf(master, "carried")


def load_keyring(path: Path) -> Keyring:
    """Read the master key, 64 hexadecimal digits, and what a rotation left beside it.

    From ``LINLI_MASTER_KEY`` where a keeper of secrets gives it to the process, else from a file,
    which is made on first start with mode 0600.
    """
    given = os.environ.get("LINLI_MASTER_KEY")
    if given:
        keyring = Keyring(*read_key_text(given))
    else:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(OWNER_ONLY, exist_ok=True)
            path.write_text(new_key().hex())
        keyring = Keyring(*read_key_file(path))
        keyring.watch(path)
    keyring.folder = path.parent
    return keyring


Keys = tuple[bytes, bytes | None, bytes | None]
"""Master key; the root carried over from an earlier one; that earlier one, during a rotation."""


def read_key_file(path: Path) -> Keys:
    """What the key file says."""
    return read_key_text(path.read_text())


def read_key_text(text: str) -> Keys:
    """``master``, ``master:carried`` or ``master:carried:previous``, each 64 hexadecimal digits."""
    master, *rest = [bytes.fromhex(part) for part in text.strip().split(":")]
    carried, previous = (*rest, None, None)[:2]
    return master, carried, previous


def write_key_file(path: Path, *keys: bytes) -> None:
    """Replace the key file in one step that survives a power cut."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(OWNER_ONLY)
    with fresh.open("w", encoding="ascii") as file:
        file.write(":".join(key.hex() for key in keys))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
