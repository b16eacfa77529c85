"""The session cookie (ASVS 5.0: 3.3.1 to 3.3.4).

``__Host-`` needs Secure, which browsers grant to https and to localhost. Only a demo may be shown
on a plain network address, and then under another name, so that neither is mistaken for the other.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any, Literal

from fastapi import Request, Response
from starlette.datastructures import URL

from linli.config import Settings
from linli.identity.rules.sessions import SESSION_COOKIE
from linli.kernel import clock
from linli.kernel.http.address import LOCAL
from linli.kernel.problems import Problem

DEMO_NAME = "linli"
_SAME_SITE: Literal["lax"] = "lax"


def is_secure(request: Request) -> bool:
    """Whether a browser keeps a Secure cookie from this address."""
    scope = request.scope
    host = next((value for name, value in scope["headers"] if name == b"host"), None)
    return _is_secure(scope["scheme"], host, scope.get("server"))


@lru_cache(maxsize=256)
def _is_secure(scheme: str, host: bytes | None, server: Any) -> bool:
    """Remembered, for it is asked with every request and there are few addresses."""
    headers = [] if host is None else [(b"host", host)]
    url = URL(scope={"scheme": scheme, "path": "/", "server": server, "headers": headers})
    return url.scheme == "https" or url.hostname in LOCAL


def cookie_name(request: Request, name: str = SESSION_COOKIE, demo_name: str = DEMO_NAME) -> str:
    """The name of a cookie at this address.

    Raises:
        Problem: 400 ``https_needed`` on a plain network address outside demo mode.
    """
    settings: Settings = request.app.state.settings
    if is_secure(request):
        return name
    if settings.demo:
        return demo_name
    raise Problem(400, "https_needed")


def session_token(request: Request) -> str | None:
    """The session token that a request carries."""
    settings: Settings = request.app.state.settings
    if not is_secure(request) and not settings.demo:
        return None
    return request.cookies.get(cookie_name(request))


def set_session(request: Request, response: Response, token: str, expires_at: datetime) -> None:
    """Have the browser keep a session token until the session ends."""
    lives = int((expires_at - clock.now()).total_seconds())
    response.set_cookie(cookie_name(request), token, max_age=lives, **attributes(request))


def clear_session(request: Request, response: Response) -> None:
    """Have the browser forget its session token. Nothing else: its outbox stays."""
    response.delete_cookie(cookie_name(request), **attributes(request))


def attributes(request: Request) -> dict[str, Any]:
    """What every cookie of ours has in common."""
    return {"path": "/", "secure": is_secure(request), "httponly": True, "samesite": _SAME_SITE}
