"""``python -m linli`` is the same as ``linli``."""

from linli.cli import app

app()
