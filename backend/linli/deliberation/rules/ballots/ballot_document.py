"""A ballot as the log commits to it. Its answers are committed to once more, by themselves.

So an archive can show that a ballot came in, how and when, and keep what it answered to itself
unless it is the one that counts.
"""

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime

from linli.deliberation.rules.canonical import canonical_bytes


def answers_commitment(salt: bytes, answers: Mapping[str, str]) -> str:
    """HMAC-SHA256 of the answers' canonical bytes, in hexadecimal.

    Args:
        salt: 32 fresh bytes of this ballot.
        answers: question → answer.
    """
    return hmac.digest(salt, canonical_bytes(dict(answers)), "sha256").hex()


def ballot_document(
    elector: str, way: str, sequence: int, cast_at: datetime, committed: str
) -> dict[str, str]:
    """What the log commits to of a ballot; a proxy and a correction are added where there are.

    Args:
        elector: the elector's code.
        way: how it came.
        sequence: its place among the elector's ballots.
        cast_at: when it came, with its offset.
        committed: as ``answers_commitment`` made it.
    """
    return {
        "elector": elector,
        "way": str(way),
        "sequence": str(sequence),
        "cast_at": cast_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "answers": committed,
    }
