"""Tables of the identity context.

An account belongs to a person, not to a community, so accounts, sessions and what guards the login
are global tables. What an account may do is a tenant row: a grant.
"""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from linli.identity.rules.roles import ROLES
from linli.kernel.access.actor import Scope
from linli.kernel.db.rows import GLOBAL_TABLES, CreatedOnce, Key, TenantRow, Time, Versioned

GLOBAL_TABLES.update({"account", "session", "membership", "login_throttle"})

_KNOWN_ROLE = f"role IN ({', '.join(repr(role) for role in ROLES)})"
_KNOWN_SCOPE = f"scope_kind IN ({', '.join(repr(str(scope)) for scope in Scope)})"
_HELD = text("revoked_at IS NULL")


class Account(Versioned, table=True):
    """A person who can sign in. ``version`` counts changes of the preferences.

    The login may be a phone number, so it is kept as a keyed digest (to find it), masked (to show
    it to others) and sealed (to show it to its owner, and to index it anew under another key).
    """

    __tablename__ = "account"
    __table_args__: ClassVar = (CheckConstraint("language IN ('zh-CN', 'en')", name="language"),)
    id: UUID = Key(primary_key=True)
    display_name: str = Field(max_length=60, repr=False)
    login_index: bytes = Field(unique=True, repr=False)
    login_masked: str = Field(repr=False)
    login_sealed: bytes = Field(repr=False)
    password_hash: str = Field(repr=False)
    password_set_at: datetime = Time()
    language: str = "zh-CN"
    elder_mode: bool | None = None
    """``None`` until the person chooses: then it follows from the roles."""
    demo: bool = False
    """Made up; unusable on a server that is not in demo mode."""
    created_at: datetime = Time()
    closed_at: datetime | None = Time(nullable=True)


class Session(SQLModel, table=True):
    """A device that is signed in. Only the digest of its token is kept."""

    __tablename__ = "session"
    id: UUID = Key(primary_key=True)
    account_id: UUID = Key(foreign_key="account.id", index=True)
    token_hash: bytes = Field(unique=True, repr=False)
    device_name: str = Field(max_length=100)
    created_at: datetime = Time()
    last_seen_at: datetime = Time()
    """Moved on at most every few minutes."""
    expires_at: datetime = Time(index=True)
    ended_at: datetime | None = Time(nullable=True)


class Membership(SQLModel, table=True):
    """Where an account has ever held a grant: which communities to look into.

    It gives no right by itself. It is needed because row security shows the grants of one
    community at a time.
    """

    __tablename__ = "membership"
    account_id: UUID = Key(primary_key=True, foreign_key="account.id")
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    since: datetime = Time()


class RoleGrant(TenantRow, CreatedOnce, table=True):
    """A role that an account holds on a scope, from its creation until its revocation."""

    __tablename__ = "grant_"
    __table_args__: ClassVar = (
        CheckConstraint(_KNOWN_ROLE, name="role"),
        CheckConstraint(_KNOWN_SCOPE, name="scope_kind"),
        Index(
            "uq_grant__held",
            "community_id",
            "account_id",
            "role",
            "scope_kind",
            "scope_id",
            unique=True,
            sqlite_where=_HELD,
            postgresql_where=_HELD,
        ),
        Index(None, "community_id", "role", "scope_id"),
    )
    account_id: UUID = Key(foreign_key="account.id")
    role: str
    scope_kind: str
    scope_id: UUID = Key()
    """The building or group; the community's own id when the scope is the whole of it."""
    revoked_at: datetime | None = Time(nullable=True)
    revoked_by: UUID | None = Key(nullable=True)
    revoked_because: str | None = Field(default=None, max_length=2000)


class Invitation(TenantRow, CreatedOnce, table=True):
    """A one-time way in, bound to a role on a scope. Only the digest of its token is kept."""

    __tablename__ = "invitation"
    __table_args__: ClassVar = (
        CheckConstraint(_KNOWN_ROLE, name="role"),
        CheckConstraint(_KNOWN_SCOPE, name="scope_kind"),
        Index("uq_invitation__token_hash", "community_id", "token_hash", unique=True),
    )
    token_hash: bytes = Field(repr=False)
    role: str
    scope_kind: str
    scope_id: UUID = Key()
    display_name: str = Field(max_length=60, repr=False)
    expires_at: datetime = Time()
    accepted_at: datetime | None = Time(nullable=True)
    accepted_by: UUID | None = Key(nullable=True, foreign_key="account.id")
    revoked_at: datetime | None = Time(nullable=True)
    revoked_by: UUID | None = Key(nullable=True)


class LoginThrottle(SQLModel, table=True):
    """Failed attempts under one digest: of an account, an address, a pair of both, a device."""

    __tablename__ = "login_throttle"
    key: bytes = Field(primary_key=True, repr=False)
    failures: int = Field(ge=0)
    since: datetime = Time(index=True)
    """The moment from which the next failure is being forgotten."""
    blocked_until: datetime = Time()


class PasswordLink(TenantRow, CreatedOnce, table=True):
    """A one-time way back in for somebody who forgot the password. Handed over in person."""

    __tablename__ = "password_link"
    __table_args__: ClassVar = (
        Index("uq_password_link__token_hash", "community_id", "token_hash", unique=True),
    )
    token_hash: bytes = Field(repr=False)
    account_id: UUID = Key(foreign_key="account.id")
    expires_at: datetime = Time()
    used_at: datetime | None = Time(nullable=True)
