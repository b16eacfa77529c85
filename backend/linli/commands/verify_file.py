"""``linli verify``: checks a receipt, or recomputes a ballot round's archive, asking nobody."""

import sys
import zipfile
from pathlib import Path

from linli.commands.verify import verify as verify_receipt
from linli.commands.verify_archive.verify import verify_archive


def verify(file: Path, key: str) -> None:
    """Check a receipt or a ballot round's archive against a verifier key, offline."""
    if zipfile.is_zipfile(file):
        sys.exit(verify_archive(file, key))
    verify_receipt(file, key)
