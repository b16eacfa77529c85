"""The bytes of a leaf: RFC 8785 canonical JSON in which every value is a string or a map of them.

No personal data stands in a leaf. What is private is committed to by HMAC-SHA256 with a fresh
32-byte salt, so that erasing payload and salt leaves nothing to guess at.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
import rfc8785

SALT_BYTES = 32
_BLOCK = 64
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


@dataclass(frozen=True)
class FactDraft:
    """A state change about to be recorded.

    Attributes:
        kind: ``context.subject.verb``, for example ``care.door_visit.logged``.
        actor_id: the account that did it; ``None`` for the system itself.
        subject_kind: the table of what changed.
        subject_id: the row of what changed.
        happened_at: when it happened, by whoever recorded it.
        public: anyone may read this; no personal data.
        private: those who may see the subject may read this; committed to, erasable.
        series: what it is numbered in, for example ``ballot_round:<id>`` (see ``series.py``).
    """

    kind: str
    actor_id: UUID | None
    subject_kind: str
    subject_id: UUID
    happened_at: datetime
    public: dict[str, Any] = field(default_factory=dict)
    private: dict[str, Any] = field(default_factory=dict)
    series: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a draft goes.

    Attributes:
        community_id: whose log.
        seq: its place in the log, from 0.
        number: its place in its series, from 1; ``None`` where it is not numbered.
        recorded_at: when.
    """

    community_id: UUID
    seq: int
    number: int | None
    recorded_at: datetime


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of a document whose numbers, ids and times have become strings.

    Without numbers, and with names that sort alike by UTF-8 and UTF-16, orjson writes the very
    bytes of RFC 8785 at a fiftieth of the time; a property test compares the two.
    """
    return packed(as_strings(value))


def packed(plain: Any) -> bytes:
    """The same of a document in which all values are strings already."""
    found = orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)
    return found if found.isascii() or _plain_names(plain) else rfc8785.dumps(plain)


def _plain_names(value: Any) -> bool:
    """Whether all names are ASCII, so that every way of sorting them gives the same order."""
    if isinstance(value, dict):
        return all(name.isascii() and _plain_names(item) for name, item in value.items())
    return not isinstance(value, list) or all(_plain_names(item) for item in value)


def as_strings(value: Any) -> Any:
    """Numbers and ids as strings, times in UTC; maps and lists keep their shape.

    ``None`` is dropped from maps.
    """
    if type(value) is str:
        return value
    if isinstance(value, dict):
        return {str(k): as_strings(v) for k, v in value.items() if v is not None}
    if isinstance(value, (list, tuple)):
        return [as_strings(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return in_utc(value)
    return str(value)


def in_utc(moment: datetime) -> str:
    """A moment as leaves tell it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def new_salt() -> bytes:
    """A fresh salt for one commitment."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(salt: bytes, private: bytes) -> str:
    """HMAC-SHA256 (RFC 2104) of the private payload's canonical bytes, in hexadecimal.

    Written out: for a fresh key each time the library's takes twice as long.
    """
    key = salt.ljust(_BLOCK, b"\0")
    inner = hashlib.sha256(key.translate(_INNER) + private).digest()
    return hashlib.sha256(key.translate(_OUTER) + inner).hexdigest()


def leaf_bytes(draft: FactDraft, place: Place, committed: str | None) -> bytes:
    """The canonical bytes of a draft at its place in the log."""
    leaf = {
        "v": "1",
        "community": str(place.community_id),
        "seq": str(place.seq),
        "kind": draft.kind,
        "subject": f"{draft.subject_kind}:{draft.subject_id}",
        "recorded_at": in_utc(place.recorded_at),
        "happened_at": in_utc(draft.happened_at),
        "public": as_strings(draft.public),
    }
    if draft.series is not None and place.number is not None:
        leaf |= {"series": draft.series, "number": str(place.number)}
    if draft.actor_id is not None:
        leaf["actor"] = str(draft.actor_id)
    if committed is not None:
        leaf["private"] = committed
    return packed(leaf)
