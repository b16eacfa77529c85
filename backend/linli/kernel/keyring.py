"""The server's own keys, all derived from one master key (HKDF, RFC 5869).

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
    """Keys for one purpose each, derived from the master key."""

    def __init__(self, master: bytes) -> None:
        """Take 32 bytes of master key.

        Raises:
            ValueError: when it is not 32 bytes.
        """
        if len(master) != KEY_BYTES:
            raise ValueError("the master key is 32 bytes")
        self._master = master
        inner, outer = _padded(self.derive("body digest"))
        self._inner, self._outer = hashlib.sha256(inner), hashlib.sha256(outer)

    def derive(self, purpose: str) -> bytes:
        """The 256-bit key of a purpose."""
        kdf = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"linli {purpose}".encode())
        return kdf.derive(self._master)

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


def load_keyring(path: Path) -> Keyring:
    """Read the master key, 64 hexadecimal digits.

    From ``LINLI_MASTER_KEY`` where a keeper of secrets gives it to the process, else from a file,
    which is made on first start with mode 0600.
    """
    given = os.environ.get("LINLI_MASTER_KEY")
    if given:
        return Keyring(bytes.fromhex(given.strip()))
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(OWNER_ONLY, exist_ok=True)
        path.write_text(new_key().hex())
    return Keyring(bytes.fromhex(path.read_text().strip()))
