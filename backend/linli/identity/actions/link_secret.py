"""The secret in a one-time link."""

import hmac
from uuid import UUID

from sqlalchemy import update

from linli.identity.models import Invitation, PasswordLink
from linli.identity.rules import tokens
from linli.kernel.db.rows import table
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


async def renew_secret(
    tx: Tx, kind: type[Invitation | PasswordLink], row_id: UUID, token: str
) -> None:
    """Have the link that is given out again be the one that counts.

    They differ only after the server's key was changed; then the one given out before is dead.
    """
    c = table(kind).c
    this = update(table(kind)).where(c.community_id == tx.community, c.id == row_id)
    await tx.execute(
        this.where(c.token_hash != tokens.digest(token)).values(token_hash=tokens.digest(token))
    )
