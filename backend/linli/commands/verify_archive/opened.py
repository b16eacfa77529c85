"""An archive, opened."""

import hashlib
import hmac
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Document = dict[str, Any]
Tell = Callable[[str], None]
LARGEST = 4 * 2**30
"""Bytes of one unpacked file beyond which nothing is read."""


class TamperedError(Exception):
    """What is wrong with the archive, in a plain sentence."""


def canonical(document: Any) -> bytes:
    """RFC 8785 of a document of maps, lists and strings with ASCII names."""
    packed = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return packed.encode()


def digest(document: Any) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(document)).hexdigest()


def commitment(salt: str, content: bytes) -> str:
    """HMAC-SHA256 under a salt given in hexadecimal."""
    return hmac.digest(bytes.fromhex(salt), content, "sha256").hex()


class Opened:
    """The files of an archive."""

    def __init__(self, path: Path) -> None:
        """Open the zip file.

        Raises:
            TamperedError: when it is none, or is damaged.
        """
        try:
            self._zip = zipfile.ZipFile(path)
            damaged = self._zip.testzip()
        except (zipfile.BadZipFile, OSError) as error:
            raise TamperedError("the file is not an archive, or it is damaged") from error
        if damaged is not None:
            raise TamperedError(f"{damaged} in the archive is damaged")

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name in self._zip.namelist()

    def bytes_of(self, name: str) -> bytes:
        """A file's content.

        Raises:
            TamperedError: when it is missing or absurdly large.
        """
        if not self.has(name):
            raise TamperedError(f"{name} is missing from the archive")
        if self._zip.getinfo(name).file_size > LARGEST:
            raise TamperedError(f"{name} is too large to be read")
        return self._zip.read(name)

    def document(self, name: str) -> Document:
        """A file as JSON.

        Raises:
            TamperedError: when it is missing or is no JSON.
        """
        return _parsed(self.bytes_of(name), name)

    def lines(self, name: str) -> Iterator[Document]:
        """A file of one JSON document a line (raises as ``document``)."""
        for number, line in enumerate(self.bytes_of(name).splitlines(), start=1):
            yield _parsed(line, f"line {number} of {name}")


def _parsed(content: bytes, name: str) -> Document:
    try:
        found = json.loads(content)
    except ValueError as error:
        raise TamperedError(f"{name} cannot be read") from error
    if not isinstance(found, dict):
        raise TamperedError(f"{name} cannot be read")
    return found
