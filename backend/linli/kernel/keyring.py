"""The server's own keys, all derived from one master key (HKDF, RFC 5869).

Nothing derived here is stored; community keys and person keys are random and stored wrapped.
"""

import hmac
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
        self._digest_key = self.derive("body digest")

    def derive(self, purpose: str) -> bytes:
        """The 256-bit key of a purpose."""
        kdf = HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=f"linli {purpose}".encode())
        return kdf.derive(self._master)

    def signing_key(self, purpose: str) -> Ed25519PrivateKey:
        """The Ed25519 key (RFC 8032) of a purpose."""
        return Ed25519PrivateKey.from_private_bytes(self.derive(f"sign {purpose}"))

    def digest(self, content: bytes) -> bytes:
        """A keyed SHA-256 digest of what must be recognised but not guessed."""
        return hmac.digest(self._digest_key, content, "sha256")


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
