"""One-time links as they are handed over: on a screen to be scanned, or in a message."""

import io

import segno
from fastapi import Request

from linli.identity.routes.same_origin import address_of
from linli.kernel.db.transaction import Row

_QUIET_ZONE = 4  # modules, ISO/IEC 18004


def one_time_link(request: Request, page: str, token: str | None) -> Row:
    """The fields of a ``OneTimeLink``; all null once the token is spent.

    The token stands in the fragment, which no server and no proxy ever sees (ASVS 5.0: 14.2.1).
    """
    if token is None:
        return {"token": None, "link": None, "qr_svg": None}
    link = f"{address_of(request)}/#/{page}/{token}"
    return {"token": token, "link": link, "qr_svg": qr_svg(link)}


def qr_svg(link: str) -> str:
    """A QR code that scales to its container."""
    drawn = io.BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(
        drawn, kind="svg", border=_QUIET_ZONE, xmldecl=False, svgns=True, omitsize=True, nl=False
    )
    return drawn.getvalue().decode()
