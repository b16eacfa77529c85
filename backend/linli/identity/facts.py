"""The facts of this context. Signing in and out changes no community and is only logged."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.facts.leaf import FactDraft


def invitation_made(actor_id: UUID | None, row: dict[str, Any]) -> FactDraft:
    """Somebody was invited; who it is stays private."""
    return FactDraft(
        "identity.invitation.made",
        actor_id,
        "invitation",
        row["id"],
        row["created_at"],
        {**_seat(row), "expires_at": row["expires_at"]},
        {"display_name": row["display_name"]},
    )


def invitation_revoked(actor_id: UUID, invitation_id: UUID, at: datetime) -> FactDraft:
    """An invitation no longer counts."""
    return FactDraft("identity.invitation.revoked", actor_id, "invitation", invitation_id, at)


def invitation_accepted(account_id: UUID, row: dict[str, Any], at: datetime) -> FactDraft:
    """An account came in by an invitation and holds what it promised."""
    return FactDraft(
        "identity.invitation.accepted", account_id, "invitation", row["id"], at, _seat(row)
    )


def grant_given(actor_id: UUID | None, row: dict[str, Any]) -> FactDraft:
    """An account holds a role."""
    public = {**_seat(row), "account_id": row["account_id"]}
    return FactDraft(
        "identity.grant.given", actor_id, "grant_", row["id"], row["created_at"], public
    )


def grant_revoked(
    actor_id: UUID | None, row: dict[str, Any], reason: str, at: datetime
) -> FactDraft:
    """An account no longer holds a role; why stays private."""
    public = {**_seat(row), "account_id": row["account_id"]}
    return FactDraft(
        "identity.grant.revoked", actor_id, "grant_", row["id"], at, public, {"reason": reason}
    )


def password_link_made(actor_id: UUID | None, row: dict[str, Any]) -> FactDraft:
    """Somebody was handed a link to choose a new password."""
    public = {"account_id": row["account_id"], "expires_at": row["expires_at"]}
    return FactDraft(
        "identity.password_link.made",
        actor_id,
        "password_link",
        row["id"],
        row["created_at"],
        public,
    )


def password_link_used(account_id: UUID, link_id: UUID, at: datetime) -> FactDraft:
    """A new password was chosen with a link."""
    return FactDraft("identity.password_link.used", account_id, "password_link", link_id, at)


def _seat(row: dict[str, Any]) -> dict[str, Any]:
    return {"role": row["role"], "scope_kind": row["scope_kind"], "scope_id": row["scope_id"]}
