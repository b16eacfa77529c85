"""A slot: what an item says of a file that will follow it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ContentType = Literal[
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/pdf",
    "audio/mp4",
    "audio/ogg",
    "audio/webm",
]
"""What may be attached: photos, documents and voice notes."""

MAX_BYTES = 20_000_000
MAX_SLOTS = 20

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 in hexadecimal")]


class Slot(BaseModel):
    """A declared attachment: its hash, size in bytes and type."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: Sha256
    size: Annotated[int, Field(strict=True, ge=1, le=MAX_BYTES)]
    content_type: ContentType


Slots = Annotated[list[Slot], Field(max_length=MAX_SLOTS)]
"""The attachments of one item."""
