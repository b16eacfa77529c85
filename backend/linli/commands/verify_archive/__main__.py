"""``python -m linli.commands.verify_archive ARCHIVE.zip VERIFIER-KEY``."""

import sys
from pathlib import Path

from linli.commands.verify_archive.verify import verify_archive

if __name__ == "__main__":
    if len(sys.argv) != 3:  # noqa: PLR2004 - a file and a key
        sys.exit(__doc__)
    sys.exit(verify_archive(Path(sys.argv[1]), sys.argv[2]))
