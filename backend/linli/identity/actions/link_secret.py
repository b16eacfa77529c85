"""The secret in a one-time link."""

import hmac
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from linli.identity.models import Invitation, PasswordLink
from linli.identity.rules import tokens
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.http.creation import create_once


def link_secret(tx: Tx, kind: str, row_id: UUID) -> str:
    """The token of a link, 256 bits under the server's key; only its digest is stored.

    Derived rather than drawn, so that repeating a post whose answer was lost brings the same link
    again. Nobody can derive it who does not hold the master key, and it counts only while a row
    with its digest does.
    """
    about = f"{kind}|{tx.community}|{row_id}".encode()
    secret = hmac.digest(tx.keyring.derive("one-time link"), about, "sha256")
    return tokens.link_token(tx.community, secret)


async def create_link(
    tx: Tx, actor: Actor, kind: type[Invitation | PasswordLink], body: BaseModel, **values: Any
) -> bool:
    """As ``create_once``, for a row whose secret is made of its id.

    Posts of the same thing at once may meet at the secret before they meet at the id, and
    PostgreSQL recognises only the latter by itself. The other one's row stands by then.
    """
    try:
        async with tx.savepoint():
            return await create_once(tx, actor, kind, body, **values)
    except IntegrityError:
        return await create_once(tx, actor, kind, body, **values)


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
