"""One-time links as they are handed over: on a screen to be scanned, or in a message."""

from fastapi import Request

from linli.kernel.db.transaction import Row
from linli.kernel.http.address import address_of
from linli.kernel.http.qr import qr_svg


def one_time_link(request: Request, page: str, token: str | None) -> Row:
    """The fields of a ``OneTimeLink``; all null once the token is spent.

    The token stands in the fragment, which no server and no proxy ever sees (ASVS 5.0: 14.2.1).
    """
    if token is None:
        return {"token": None, "link": None, "qr_svg": None}
    link = f"{address_of(request)}/#/{page}/{token}"
    return {"token": token, "link": link, "qr_svg": qr_svg(link)}
