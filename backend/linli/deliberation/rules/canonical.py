"""One way to turn a frozen document into bytes, so that anyone computes the same digest."""

import hashlib
from typing import Any

import rfc8785


def canonical_bytes(document: Any) -> bytes:
    """Canonical JSON (RFC 8785) of maps, lists and strings; numbers are decimal strings.

    Raises:
        ValueError: text that is not Unicode, or an integer beyond 2**53 - 1.
    """
    return rfc8785.dumps(document)


def digest(document: Any) -> str:
    """SHA-256 (FIPS 180-4) of the canonical bytes, in hexadecimal: 64 characters."""
    return hashlib.sha256(canonical_bytes(document)).hexdigest()
