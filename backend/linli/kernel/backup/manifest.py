"""What a backup says of itself: enough to know what it is, and whether it is whole."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

FORMAT = 1
NAME = "manifest.json"


class BrokenBackupError(Exception):
    """The backup is not whole, or is none."""


@dataclass(frozen=True)
class Manifest:
    """The contents of ``manifest.json``.

    Attributes:
        kind: ``sqlite`` or ``postgresql``; a backup is restored to the kind it was taken from.
        revision: of the schema; restoring migrates from there.
        made_at: RFC 3339.
        files: SHA-256 in hexadecimal by path inside the backup.
        format: of the backup itself.
    """

    kind: str
    revision: str
    made_at: str
    files: dict[str, str]
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Write it as the last file: without it a folder is no backup."""
        with (folder / NAME).open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=1)
            file.flush()
            os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """Read and check a backup, every file by its hash.

    Raises:
        BrokenBackupError: naming the first file that is missing or differs.
    """
    try:
        manifest = Manifest(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BrokenBackupError(f"{folder} holds no backup") from error
    if manifest.format != FORMAT:
        raise BrokenBackupError(f"format {manifest.format} is not known")
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.is_file() or digest(path) != expected:
            raise BrokenBackupError(f"{name} is missing or damaged")
    return manifest


def digests(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder."""
    return {str(path.relative_to(folder)): digest(path) for path in files_below(folder)}


def files_below(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in a stable order."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def digest(path: Path) -> str:
    """SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
