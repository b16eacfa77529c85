"""Opaque names for electors, units and proxies: printed on paper, published without any name."""

import hmac

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which are misread."""
LETTERS = 12
GROUP = 4


def line_code(key: bytes, kind: str, name: str) -> str:
    """A code like ``7K3M-9QXA-2BTD``: 60 bits of HMAC-SHA256, the same for the same name.

    Args:
        key: secret of one round, so that codes of two rounds cannot be joined.
        kind: what is named; one thing may stand under two kinds.
        name: its key.
    """
    number = int.from_bytes(hmac.digest(key, f"{kind} {name}".encode(), "sha256")[:8], "big")
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LETTERS))
    return "-".join(letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))


def as_printed(typed: str) -> str:
    """What was scanned or typed, as it was printed: case, blanks and misread letters forgiven."""
    plain = "".join(typed.upper().split()).replace("-", "")
    plain = plain.translate(str.maketrans("OIL", "011"))
    return "-".join(plain[start : start + GROUP] for start in range(0, len(plain), GROUP))
