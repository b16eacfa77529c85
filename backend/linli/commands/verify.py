"""``linli verify``: checks a receipt without asking anybody.

This file needs nothing but Python: neither Linli nor any package. Take it with you and run
``python verify.py RECEIPT.tlog-proof VERIFIER-KEY``. The key is printed on the community's notices.
It knows nothing of the server's own code, so that each checks the other.

Formats: c2sp.org/tlog-proof, c2sp.org/signed-note, c2sp.org/tlog-checkpoint. Hashes: RFC 6962, 2.1.
Signatures: Ed25519, RFC 8032, 5.1.7.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]
"""Extended homogeneous coordinates (X, Y, Z, T)."""


class UnprovenError(Exception):
    """The file does not prove what it should."""


def verify(proof: Path, key: str) -> None:
    """Check a receipt file against a verifier key, offline; prints what was recorded."""
    try:
        leaf, size = check(proof.read_text(encoding="utf-8"), key)
    except (UnprovenError, ValueError, IndexError, UnicodeDecodeError) as error:
        print(f"NOT PROVEN: {error}")  # noqa: T201 - its only output
        sys.exit(1)
    print(f"PROVEN: entry {leaf['seq']} of {size}, recorded at {leaf['recorded_at']}")  # noqa: T201 - likewise
    print(json.dumps(leaf, ensure_ascii=False, indent=2))  # noqa: T201 - likewise


def check(text: str, key: str) -> tuple[dict[str, str], int]:
    """What a proof file proves, and the size of the log it is proven to be in.

    Raises:
        UnprovenError: when it proves nothing.
    """
    leaf, size = proven_leaf(text, key)
    return json.loads(leaf), size


def proven_leaf(text: str, key: str) -> tuple[bytes, int]:
    """The same, as the bytes that were hashed (raises as ``check``)."""
    head, _, note = text.partition("\n\n")
    first, extra, index, *path = head.split("\n")
    if first != "c2sp.org/tlog-proof@v1":
        raise UnprovenError("this is not a receipt file")
    leaf = base64.b64decode(extra.removeprefix("extra "), validate=True)
    origin, size, root, *_ = signed_text(note, key).split("\n")
    if origin != key.split("+", maxsplit=1)[0]:
        raise UnprovenError("the signature is of another log")
    hashes = [base64.b64decode(line, validate=True) for line in path]
    place = int(index.removeprefix("index "))
    hashed = hashlib.sha256(b"\x00" + leaf).digest()
    if climb(hashed, place, int(size), hashes) != base64.b64decode(root, validate=True):
        raise UnprovenError("the entry is not in the signed log")
    return leaf, int(size)


def climb(node: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root over a leaf hash and its path (RFC 6962, 2.1.1)."""
    if not 0 <= index < size:
        raise UnprovenError("the entry's number is beyond the log")
    last, left = size - 1, list(path)
    while last:
        if index % 2 or index < last:
            if not left:
                raise UnprovenError("the path is too short")
            beside = left.pop(0)
            pair = beside + node if index % 2 else node + beside
            node = hashlib.sha256(b"\x01" + pair).digest()
        index, last = index // 2, last // 2
    if left:
        raise UnprovenError("the path is too long")
    return node


def signed_text(note: str, key: str) -> str:
    """The text of a signed note, once the signature of this key has been verified."""
    name, key_id, packed = key.strip().split("+", 2)
    public = base64.b64decode(packed, validate=True)
    if public[:1] != b"\x01" or hashlib.sha256(name.encode() + b"\n" + public).digest()[
        :4
    ] != bytes.fromhex(key_id):
        raise UnprovenError("this is not a verifier key")
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    for line in lines.splitlines():
        _, signer, signature = line.split(" ")
        raw = base64.b64decode(signature, validate=True)
        if signer == name and raw[:4].hex() == key_id:
            if not ed25519_verifies(public[1:], text.encode(), raw[4:]):
                raise UnprovenError("the signature is false")
            return text
    raise UnprovenError("there is no signature by this key")


def ed25519_verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is that key's over the message."""
    key, r = _point(public), _point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(public) != 32 or len(signature) != 64 or key is None or r is None or s >= ORDER:  # noqa: PLR2004 - RFC 8032, 5.1.7
        return False
    hashed = hashlib.sha512(signature[:32] + public + message).digest()
    k = int.from_bytes(hashed, "little") % ORDER
    return _equal(_times(s, BASE), _plus(r, _times(k, key)))


def _point(packed: bytes) -> Point | None:
    """The point that 32 bytes stand for (RFC 8032, 5.1.3)."""
    whole = int.from_bytes(packed, "little")
    y, sign = whole & (2**255 - 1), whole >> 255
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x % 2 != sign else x
    return x, y, 1, x * y % P


def _plus(left: Point, right: Point) -> Point:
    """Addition (RFC 8032, 5.1.4)."""
    a = (left[1] - left[0]) * (right[1] - right[0]) % P
    b = (left[1] + left[0]) * (right[1] + right[0]) % P
    c = 2 * left[3] * right[3] * D % P
    d = 2 * left[2] * right[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number: int, point: Point) -> Point:
    total: Point = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = _plus(total, point)
        point, number = _plus(point, point), number >> 1
    return total


def _equal(left: Point, right: Point) -> bool:
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


_BASE = _point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
if _BASE is None:
    raise ArithmeticError("the base point is on the curve")
BASE: Point = _BASE

if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004 - a file and a key
        sys.exit(__doc__)
    verify(Path(sys.argv[1]), sys.argv[2])
