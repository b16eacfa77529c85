"""Made-up people for showing the product, unusable anywhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert

from linli.config import Settings
from linli.identity import facts
from linli.identity.actions.make_invitation import OPERATOR
from linli.identity.actions.open_account import NewAccount, open_account
from linli.identity.actions.take_seat import join_community
from linli.identity.models import RoleGrant
from linli.kernel import clock
from linli.kernel.access.actor import Grant
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id


class NotADemoError(Exception):
    """Somebody tried to make demo accounts on a real server."""


@dataclass(frozen=True)
class DemoPerson:
    """A made-up member."""

    login: str
    display_name: str
    grants: tuple[Grant, ...]


async def make_demo_accounts(
    tx: Tx, settings: Settings, people: Sequence[DemoPerson], password_hash: str
) -> dict[str, UUID]:
    """Make accounts that share one password; their ids by login.

    The accounts are marked, and a server that is not in demo mode neither starts with them nor
    lets them in.

    Raises:
        NotADemoError: outside demo mode.
        Problem: 409 ``login_taken``.
    """
    if not settings.demo:
        raise NotADemoError
    made: dict[str, UUID] = {}
    for person in people:
        new = NewAccount(person.login, person.display_name, password_hash, demo=True)
        made[person.login] = await open_account(tx, new)
        await join_community(tx, made[person.login])
    rows = [
        _grant_row(tx, made[person.login], grant) for person in people for grant in person.grants
    ]
    if rows:
        await tx.execute(insert(table(RoleGrant)), rows)
    for row in rows:
        record(tx, facts.grant_given(None, row))
    return made


def _grant_row(tx: Tx, account_id: UUID, grant: Grant) -> Row:
    grant_id = new_id()
    return {
        "community_id": tx.community,
        "id": grant_id,
        "account_id": account_id,
        "role": grant.role,
        "scope_kind": str(grant.scope),
        "scope_id": grant.scope_id or tx.community,
        "body_digest": tx.keyring.digest(grant_id.bytes),
        "created_by": OPERATOR,
        "created_at": clock.now(),
    }
