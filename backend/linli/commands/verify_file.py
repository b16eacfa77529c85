"""``linli verify``: checks a receipt, or recomputes a ballot round's archive, asking nobody."""

import sys
import zipfile
from pathlib import Path
from typing import Annotated

import typer

from linli.commands.verify import verify as verify_receipt
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import verify_archive

KEPT = "{what} that you kept, to hold an archive against; may be given several times"
Receipts = Annotated[list[Path] | None, typer.Option(help=KEPT.format(what="A tlog-proof file"))]
Heads = Annotated[list[Path] | None, typer.Option(help=KEPT.format(what="A signed checkpoint"))]


def verify(file: Path, key: str, receipt: Receipts = None, head: Heads = None) -> None:
    """Check a receipt or a ballot round's archive against a verifier key, offline."""
    if zipfile.is_zipfile(file):
        sys.exit(verify_archive(file, Held(key, tuple(receipt or ()), tuple(head or ()))))
    if receipt or head:
        sys.exit("--receipt and --head go with an archive; this file is none")
    verify_receipt(file, key)
