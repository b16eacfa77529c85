"""What the demo's people wrote, and what they photographed. All of it is made up."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Picture:
    """A photo as a phone sends it.

    Attributes:
        slot: how an item declares it: ``{sha256, size, content_type}``.
        content: the bytes of the JPEG.
    """

    slot: dict[str, Any]
    content: bytes


def picture(name: str) -> Picture:
    """A photo of this folder."""
    content = (files(__package__) / name).read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return Picture({"sha256": sha256, "size": len(content), "content_type": "image/jpeg"}, content)
