"""Money is integer fen and area integer square decimetres; there is no float in either."""

from typing import Annotated

from pydantic import Field

MAX_SAFE = 2**53 - 1
"""The largest integer that every JSON client reads exactly (RFC 8259, 6)."""

Fen = Annotated[int, Field(strict=True, ge=-MAX_SAFE, le=MAX_SAFE, description="Money in fen")]
AreaDm2 = Annotated[
    int, Field(strict=True, gt=0, le=100_000_000, description="Area in square decimetres (0.01 m²)")
]


def yuan_text(fen: int) -> str:
    """``138889`` → ``1,388.89``; negative amounts keep their sign."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


def area_text(dm2: int) -> str:
    """``8950`` → ``89.50``, in square metres."""
    return f"{dm2 // 100}.{dm2 % 100:02d}"
