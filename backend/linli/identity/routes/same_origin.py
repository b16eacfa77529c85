"""Unsafe calls come from our own pages (ASVS 5.0: 3.5.1, 3.5.3).

A cookie travels with every request, whoever causes it. The custom header cannot be sent by a
foreign page without a preflight, which we never grant; Origin and Sec-Fetch-Site say the same
again, in browsers that tell.
"""

from urllib.parse import urlsplit

from fastapi import Request

from linli.config import Settings
from linli.kernel.http.transaction import SAFE
from linli.kernel.problems import Problem

HEADER = "X-Linli"


def refuse_foreign(request: Request) -> None:
    """Refuse an unsafe call that our own client did not make.

    Raises:
        Problem: 403 ``foreign_origin``.
    """
    if request.method in SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if HEADER not in request.headers or site != "same-origin" or not _own_origin(request):
        raise Problem(403, "foreign_origin")


def _own_origin(request: Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    settings: Settings = request.app.state.settings
    return _parts(origin) in {_parts(settings.public_url), _parts(str(request.url))}


def _parts(address: str) -> tuple[str, str | None, int | None] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port)
