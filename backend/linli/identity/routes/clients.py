"""Who knocks: the address, the device's pass and the session it still has."""

from datetime import timedelta

from fastapi import Request, Response

from linli.identity.actions.sign_in import Client, Entrance
from linli.identity.routes.cookies import attributes, cookie_name, session_token, set_session
from linli.identity.rules.addresses import client_network

DEVICE_COOKIE = "__Host-linli-device"
DEMO_DEVICE_COOKIE = "linli-device"
_PASS_LIVES = timedelta(days=400)
"""The longest that browsers keep a cookie (RFC 6265bis, 5.5)."""


def client_of(request: Request) -> Client:
    """The device behind a request, as far as it can be known before anybody has signed in.

    Raises:
        Problem: 400 ``https_needed``.
    """
    address = request.client.host if request.client else None
    device_pass = request.cookies.get(cookie_name(request, DEVICE_COOKIE, DEMO_DEVICE_COOKIE))
    return Client(client_network(address), device_pass, session_token(request))


def let_in(request: Request, response: Response, entrance: Entrance) -> None:
    """Hand the device its session and its pass."""
    set_session(request, response, entrance.session.token, entrance.session.expires_at)
    response.set_cookie(
        cookie_name(request, DEVICE_COOKIE, DEMO_DEVICE_COOKIE),
        entrance.device_pass,
        max_age=int(_PASS_LIVES.total_seconds()),
        **attributes(request),
    )
