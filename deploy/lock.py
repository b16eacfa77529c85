# ruff: noqa: INP001 - a script, not a package
"""Locks requirements: exact versions and hashes, no address of where they came from.

``python deploy/lock.py app dev`` writes ``requirements/app.txt`` and ``requirements/dev.txt``.
"""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"
OPTIONS = (
    "--generate-hashes",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
    "--no-emit-options",
    "--quiet",
)


def lock(name: str) -> None:
    """Lock one list."""
    source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, "-o", target, source]
    subprocess.run(command, check=True)  # noqa: S603 - our own arguments
    if "://" in target.read_text(encoding="utf-8"):
        sys.exit(f"{target.name} names an address")


if __name__ == "__main__":
    for each in sys.argv[1:]:
        lock(each)
