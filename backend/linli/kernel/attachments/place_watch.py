"""Whether a picture tells where it was taken, watched for while it streams by.

A file is known by the hash of what was sent, so nothing is cut out of it here: a picture that tells
a place is refused, and whoever sends it takes the place out first, as our phone does (ASVS 5.0,
14.2.8). Size, colours and the way up may stay; browsers write them even into redrawn pictures.
"""

import re
import struct
import warnings

from PIL import Image

LONGEST_BLOCK = 65_536
"""As much of one EXIF block as is kept; its directories stand at its beginning."""
MOST_BLOCKS = 8
_GPS, _GPS_VERSION = 0x8825, 0
_TIFF = re.compile(rb"(?:Exif\0\0|eXIf|EXIF....)(?=II\*\0|MM\0\*)", re.DOTALL)
"""The beginning of EXIF in JPEG (also of a preview inside it), in PNG and in WebP."""
_XMP_PLACE = b"exif:GPSL"
_TAIL = 16
"""No mark is longer, so one that is cut in two is found with so much of what went before."""


class PlaceWatch:
    """Sees the parts of a file in their order."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._blocks: list[bytearray] = []
        self._tail = b""
        self._told = False

    def see(self, part: bytes) -> None:
        """Look at the next part."""
        for block in self._blocks:
            block.extend(part[: LONGEST_BLOCK - len(block)])
        window = self._tail + part
        known = len(self._tail)
        for mark in _TIFF.finditer(window):
            if mark.end() + 4 > known:
                self._open(window[mark.end() : mark.end() + LONGEST_BLOCK])
        self._told = self._told or _XMP_PLACE in window
        self._tail = window[-_TAIL:]

    def tells_place(self) -> bool:
        """Whether the file tells a place, or tells so much that it cannot be known."""
        return self._told or any(_has_place(bytes(block)) for block in self._blocks)

    def _open(self, begun: bytes) -> None:
        self._told = self._told or len(self._blocks) == MOST_BLOCKS
        if not self._told:
            self._blocks.append(bytearray(begun))


def _has_place(block: bytes) -> bool:
    exif = Image.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # a directory that is cut off
            exif.load(block)
            return bool(exif.get_ifd(_GPS).keys() - {_GPS_VERSION})
    except (UserWarning, OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return True
