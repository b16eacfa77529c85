"""Secrets that are handed out once and kept only as digests (ASVS 5.0: 7.2.3, 11.5.1)."""

import base64
import binascii
import hashlib
from uuid import UUID

SECRET_BYTES = 32
"""256 bits: guessing is hopeless, so a fast digest is enough at rest."""
_ID_BYTES = 16


def written(secret: bytes) -> str:
    """A secret as it stands in a cookie or a link (base64url, RFC 4648, without padding)."""
    return base64.urlsafe_b64encode(secret).decode().rstrip("=")


def digest(token: str) -> bytes:
    """What is kept of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).digest()


def link_token(community_id: UUID, secret: bytes) -> str:
    """A token for a link: it names its community, because row security finds nothing outside."""
    return written(community_id.bytes + secret)


def community_of(token: str) -> UUID | None:
    """The community a link token names; ``None`` when it is no such token."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != _ID_BYTES + SECRET_BYTES or not token.isascii():
        return None
    return UUID(bytes=raw[:_ID_BYTES])
