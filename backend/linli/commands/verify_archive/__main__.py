"""``python -m linli.commands.verify_archive ARCHIVE.zip KEY [--receipt FILE] [--head FILE]``."""

import argparse
import sys
from pathlib import Path

from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import verify_archive


def asked(arguments: list[str]) -> tuple[Path, Held]:
    """The archive, and what it is held against."""
    parser = argparse.ArgumentParser(prog="verify_archive", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("key", help="the verifier key, as printed on the community's notices")
    for name, what in (("receipt", "a tlog-proof file"), ("head", "a signed checkpoint")):
        shown = f"{what} that you kept; may be given several times"
        parser.add_argument(f"--{name}", type=Path, action="append", help=shown)
    given = parser.parse_args(arguments)
    return given.archive, Held(given.key, tuple(given.receipt or ()), tuple(given.head or ()))


if __name__ == "__main__":
    sys.exit(verify_archive(*asked(sys.argv[1:])))
