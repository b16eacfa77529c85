"""Copying files so that they are on the disk when the copy is said to be done."""

import os
import shutil
from pathlib import Path

from linli.kernel.backup.manifest import files_below

FOLDERS = ("attachments", "heads")
"""What belongs to the database but lies beside it. The master key is not among them: whoever finds
a backup must not find the key with it."""


def copy_folders(source: Path, target: Path) -> int:
    """Copy what lies beside the database; the number of files.

    Files under their hash never change, so those already there are left alone. Files that are only
    arriving belong to nobody yet.
    """
    copied = 0
    for name in FOLDERS:
        for path in files_below(source / name):
            inside = path.relative_to(source)
            if "arriving" in inside.parts:
                continue
            copy_durably(path, target / inside)
            copied += 1
    return copied


def copy_durably(source: Path, target: Path) -> None:
    """Copy one file and wait for the disk."""
    if target.exists() and target.stat().st_size == source.stat().st_size:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    sync(target)


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
