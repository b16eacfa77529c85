"""What a file is, by its first bytes; and how large the picture in it would be. Pure.

The name and the type that a client sends are claims. Pictures are never decoded here: their
dimensions are read from the header, so a bomb is refused without being lit (ASVS 5.0, 5.2.6).
"""

import io
import warnings

HEAD_BYTES = 262_144
"""As much of a file as is kept to look at; the size of a picture stands well before that."""
MAX_PIXELS = 50_000_000
MP4_BRANDS = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso5", b"iso6", b"dash")
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
)


def sniff(head: bytes) -> str | None:
    """The content type that the first bytes show; ``None`` for whatever is not taken."""
    for signature, content_type in _SIGNATURES:
        if head.startswith(signature):
            return content_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[8:12] in MP4_BRANDS:
        return "audio/mp4"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64]:
        return "audio/webm"
    return None


def pixels(content_type: str, head: bytes) -> int | None:
    """Width times height of a picture, from its header; ``None`` when it can't be told.

    Files that are no pictures have 0.
    """
    match content_type:
        case "image/jpeg":
            return _pillow(head, "JPEG")
        case "image/png":
            return _pillow(head, "PNG")
        case "image/webp":
            return _webp(head)
        case _:
            return 0


def _pillow(head: bytes, kind: str) -> int | None:
    from PIL import (  # noqa: PLC0415 - few send pictures, and it fills memory
        Image,
        UnidentifiedImageError,
    )

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(head), formats=(kind,)) as picture:
                return picture.width * picture.height
        except Image.DecompressionBombError:
            return MAX_PIXELS + 1
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
            return None


def _webp(head: bytes) -> int | None:
    """Dimensions of a WebP picture (RFC 9649, 2.5 to 2.7); its decoder would allocate them."""
    chunk, body = head[12:16], head[20:30]
    if len(body) < 10:  # noqa: PLR2004 - what the longest of the three headers needs
        return None
    if chunk == b"VP8X":
        width, height = _little(body[4:7]) + 1, _little(body[7:10]) + 1
    elif chunk == b"VP8L" and body[0] == 0x2F:  # noqa: PLR2004 - its signature byte
        packed = _little(body[1:5])
        width, height = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    elif chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = _little(body[6:8]) & 0x3FFF, _little(body[8:10]) & 0x3FFF
    else:
        return None
    return width * height


def _little(raw: bytes) -> int:
    return int.from_bytes(raw, "little")
