"""Where phones reach this server."""

from typing import Final

from fastapi import Request

from linli.config import Settings

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def address_of(request: Request) -> str:
    """Where phones reach this server. A demo is also reached where it was opened.

    Outside demo mode only the configured address counts: the Host header is anybody's to write.
    """
    settings: Settings = request.app.state.settings
    opened_here = settings.demo and request.url.hostname not in LOCAL
    return (str(request.base_url) if opened_here else settings.public_url).rstrip("/")
