# ruff: noqa: INP001 - a script, not a package
"""Lets the environment's Python find the source: one path file, no build."""

import sysconfig
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[1] / "backend"

if __name__ == "__main__":
    site = Path(sysconfig.get_paths()["purelib"])
    (site / "linli-source.pth").write_text(f"{BACKEND}\n", encoding="utf-8")
