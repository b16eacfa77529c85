"""The secret in a one-time link."""

import hmac
from uuid import UUID

from linli.identity.rules import tokens
from linli.kernel.db.transaction import Tx


def link_secret(tx: Tx, kind: str, row_id: UUID) -> str:
    """The token of a link, 256 bits under the server's key; only its digest is stored.

    Derived rather than drawn, so that repeating a post whose answer was lost brings the same link
    again. Nobody can derive it who does not hold the master key, and it counts only while a row
    with its digest does.
    """
    about = f"{kind}|{tx.community}|{row_id}".encode()
    secret = hmac.digest(tx.keyring.derive("one-time link"), about, "sha256")
    return tokens.link_token(tx.community, secret)
