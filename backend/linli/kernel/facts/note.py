"""Signed notes as the C2SP describes them (c2sp.org/signed-note), Ed25519 only. Pure."""

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
ID_BYTES = 4
MAX_SIGNATURES = 16
DASH = "\N{EM DASH}"


class UnsignedNoteError(Exception):
    """The note carries no valid signature of the expected key."""


@dataclass(frozen=True)
class Verifier:
    """A named public key."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256(name, newline, type, key)."""
        hashed = hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public)
        return hashed.digest()[:ID_BYTES]

    def __str__(self) -> str:
        """``name+id+key``, as it is given to those who verify."""
        packed = base64.b64encode(ED25519 + self.public).decode()
        return f"{self.name}+{self.key_id.hex()}+{packed}"

    @classmethod
    def parse(cls, text: str) -> "Verifier":
        """Read what ``str`` wrote.

        Raises:
            ValueError: when it is not such a text or its id is not its key's.
        """
        name, key_id, packed = text.strip().split("+", 2)
        raw = base64.b64decode(packed, validate=True)
        found = cls(name, raw[1:])
        if raw[:1] != ED25519 or found.key_id.hex() != key_id:
            raise ValueError("not an Ed25519 verifier key")
        return found


def sign_note(text: str, name: str, key: Ed25519PrivateKey) -> str:
    """The note of a text that ends in a newline."""
    verifier = Verifier(name, key.public_key().public_bytes_raw())
    signature = base64.b64encode(verifier.key_id + key.sign(text.encode())).decode()
    return f"{text}\n{DASH} {name} {signature}\n"


def open_note(note: str, verifier: Verifier) -> str:
    """The text of a note, once its signature has been verified.

    Raises:
        UnsignedNoteError: without a valid signature of this key, or with an invalid one.
    """
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    lines = signatures.splitlines()[:MAX_SIGNATURES]
    ours = [raw for raw in map(_signature, lines) if raw[:2] == (verifier.name, verifier.key_id)]
    if not ours:
        raise UnsignedNoteError("no signature of this key")
    for _, _, signature in ours:
        try:
            Ed25519PublicKey.from_public_bytes(verifier.public).verify(signature, text.encode())
        except InvalidSignature as error:
            raise UnsignedNoteError("the signature is not of this text") from error
    return text


def _signature(line: str) -> tuple[str, bytes, bytes]:
    """Name, key id and signature of a line; empty where it is not a signature."""
    dash, _, rest = line.partition(" ")
    name, _, packed = rest.partition(" ")
    try:
        raw = base64.b64decode(packed, validate=True)
    except ValueError:
        raw = b""
    return (name, raw[:ID_BYTES], raw[ID_BYTES:]) if dash == DASH else ("", b"", b"")
