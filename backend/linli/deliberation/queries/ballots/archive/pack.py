"""Packing the archive: the same content gives the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from linli.deliberation.rules.canonical import canonical_bytes

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell; no file of the archive has another."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip file with these files, in this order."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """One canonical JSON document a line."""
    return b"".join(canonical_bytes(dict(row)) + b"\n" for row in rows)
