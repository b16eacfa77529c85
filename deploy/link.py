# ruff: noqa: INP001 - a script, not a package
"""Lets the environment's Python find the source, and makes the ``linli`` command: no build."""

import sys
import sysconfig
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[1] / "backend"
COMMAND = f"""#!{sys.executable}
from linli.__main__ import main

main()
"""

if __name__ == "__main__":
    site = Path(sysconfig.get_paths()["purelib"])
    (site / "linli-source.pth").write_text(f"{BACKEND}\n", encoding="utf-8")
    command = Path(sysconfig.get_paths()["scripts"]) / "linli"
    command.write_text(COMMAND, encoding="utf-8")
    command.chmod(0o755)
