"""Looks through a zip file before the xlsx reader does: it must not unpack without end.

The sizes a zip file declares can lie, so every entry is inflated and counted, in bounded memory.
On the way the cell references are looked at: the reader holds a sheet as a full rectangle, and a
file of a few kilobytes with one cell at XFD1048576 would ask for half a terabyte and end the
process.
"""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ENTRIES,
    MOST_ROWS,
    MOST_UNPACKED_BYTES,
)

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_CHUNK = 1 << 20
_OVERLAP = 64
_ENCRYPTED = 0x1
# Only references beyond column Z or row 99,999: in most files there are none.
_FAR = re.compile(rb"\sr\s*=\s*[\"'](?:([A-Za-z]{2,})(\d*)|[A-Za-z]?(\d{6,}))")
_NEAR_COLUMNS, _NEAR_ROWS = 26, 99_999
_LONGEST_LETTERS = 3


def check_unpacked(content: bytes) -> frozenset[str]:
    """Refuse a zip file that would unpack too far; returns the names of its entries.

    Raises:
        UnreadableFileError: broken, encrypted, expands too far, too many rows or cells.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise UnreadableFileError(FileProblem.BROKEN) from problem
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFileError(FileProblem.EXPANDS_TOO_FAR, MOST_ENTRIES)
    left = MOST_UNPACKED_BYTES
    for entry in entries:
        left = _check_entry(content, entry, left)
    return frozenset(entry.filename for entry in entries)


def _check_entry(content: bytes, entry: ZipInfo, left: int) -> int:
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableFileError(FileProblem.ENCRYPTED)
    far = _FarCells()
    try:
        for chunk in _inflated(content, entry):
            left -= len(chunk)
            if left < 0:
                raise UnreadableFileError(FileProblem.EXPANDS_TOO_FAR, MOST_UNPACKED_BYTES)
            far.look_at(chunk)
    except (zlib.error, struct.error) as problem:
        raise UnreadableFileError(FileProblem.BROKEN) from problem
    return left


def _inflated(content: bytes, entry: ZipInfo) -> Iterator[bytes]:
    """The entry's bytes as its data gives them, whatever size its header declares."""
    header = _LOCAL_HEADER.unpack_from(content, entry.header_offset)
    start = entry.header_offset + _LOCAL_HEADER.size + header[-2] + header[-1]
    packed = memoryview(content)[start : start + entry.compress_size]
    if entry.compress_type == ZIP_STORED:
        yield bytes(packed)
        return
    if entry.compress_type != ZIP_DEFLATED:
        raise UnreadableFileError(FileProblem.BROKEN)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), _CHUNK):
        pending: bytes | memoryview = packed[at : at + _CHUNK]
        while len(pending) and not inflater.eof:
            yield inflater.decompress(pending, _CHUNK)
            pending = inflater.unconsumed_tail
    yield inflater.flush()


class _FarCells:
    """The lowest and rightmost cells that references in an entry's text speak of."""

    def __init__(self) -> None:
        self._rows = _NEAR_ROWS
        self._columns = _NEAR_COLUMNS
        self._tail = b""

    def look_at(self, chunk: bytes) -> None:
        text = self._tail + chunk
        for letters, row, lone_row in _FAR.findall(text):
            self._rows = max(self._rows, int(row or lone_row or 0))
            self._columns = max(self._columns, _column_number(letters))
        self._tail = text[-_OVERLAP:]
        if self._rows > MOST_ROWS:
            raise UnreadableFileError(FileProblem.TOO_MANY_ROWS, MOST_ROWS)
        if self._columns > MOST_COLUMNS or self._rows * self._columns > MOST_CELLS:
            raise UnreadableFileError(FileProblem.TOO_MANY_CELLS, MOST_CELLS)


def _column_number(letters: bytes) -> int:
    if len(letters) > _LONGEST_LETTERS:
        return MOST_COLUMNS + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
