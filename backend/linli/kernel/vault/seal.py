"""Sealing: AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit nonce a message. Pure but for it."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class BrokenSealError(Exception):
    """The content was altered, moved to another row, or sealed with another key."""


def seal(key: bytes, content: bytes, bound_to: str) -> bytes:
    """Nonce and ciphertext; ``bound_to`` (community|table|row|key) is authenticated, not stored."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to.encode())


def unseal(key: bytes, sealed: bytes, bound_to: str) -> bytes:
    """The content that ``seal`` was given.

    Raises:
        BrokenSealError: when it is not exactly that content in exactly that place.
    """
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode())
    except InvalidTag as error:
        raise BrokenSealError(bound_to) from error
