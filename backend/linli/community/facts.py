"""The facts this context records. Public parts hold ids, kinds and counts, never free text."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft

_Public = dict[str, Any]


def _fact(  # noqa: PLR0913 - the parts of a fact
    kind: str,
    actor_id: UUID | None,
    subject_id: UUID,
    now: datetime,
    *,
    public: _Public | None = None,
    private: _Public | None = None,
) -> FactDraft:
    subject, _ = kind.rsplit(".", 1)
    name = f"community.{kind}"
    return FactDraft(name, actor_id, subject, subject_id, now, public or {}, private or {})


def suggestion_handled(actor: Actor, suggestion_id: UUID, now: datetime) -> FactDraft:
    """A suggestion from the roster was looked into and erased."""
    return _fact("roster_suggestion.handled", actor.account_id, suggestion_id, now)


def household_edited(
    actor: Actor, household_id: UUID, now: datetime, changes: dict[str, Any]
) -> FactDraft:
    """Someone corrected a household by hand; to what is not public."""
    public = {"fields": sorted(changes)}
    kind = "household.edited"
    return _fact(kind, actor.account_id, household_id, now, public=public, private=changes)


def member_added(actor_id: UUID, row: _Public) -> FactDraft:
    """An account is at home in a household; whose and where stays private."""
    kind, public = "household_member.added", {"relation": row["relation"]}
    names = ("household_id", "account_id", "owner_id", "verified_how")
    private = {name: row[name] for name in names}
    return _fact(kind, actor_id, row["id"], row["created_at"], public=public, private=private)


def member_ended(
    actor_id: UUID | None, member_id: UUID, now: datetime, because: str, reason: str = ""
) -> FactDraft:
    """An account is at home there no more; because of what, see ``end_members``."""
    public, private = {"because": because}, {"reason": reason} if reason else {}
    kind = "household_member.ended"
    return _fact(kind, actor_id, member_id, now, public=public, private=private)


def group_made(actor: Actor, group_id: UUID, now: datetime, group_kind: str) -> FactDraft:
    """Volunteers have a group more."""
    public = {"kind": group_kind}
    return _fact("volunteer_group.made", actor.account_id, group_id, now, public=public)


def group_renamed(actor: Actor, group_id: UUID, now: datetime, name: str) -> FactDraft:
    """A group has another name; which one stays private."""
    kind, private = "volunteer_group.renamed", {"name": name}
    return _fact(kind, actor.account_id, group_id, now, private=private)


def group_ended(actor: Actor, group_id: UUID, now: datetime, roles: int, reason: str) -> FactDraft:
    """A group is there no more, and with it the roles that were held on it; why stays private."""
    kind, public, private = "volunteer_group.ended", {"roles": roles}, {"reason": reason}
    return _fact(kind, actor.account_id, group_id, now, public=public, private=private)


def roster_read(account_id: UUID | None, import_id: UUID, now: datetime, rows: int) -> FactDraft:
    """A roster file came in."""
    return _fact("roster_import.read", account_id, import_id, now, public={"rows": rows})


def roster_mapped(actor: Actor, import_id: UUID, now: datetime, version: int) -> FactDraft:
    """Someone corrected how a roster is read."""
    public = {"version": version}
    return _fact("roster_import.mapped", actor.account_id, import_id, now, public=public)


def roster_decided(actor: Actor, import_id: UUID, now: datetime, rows: int) -> FactDraft:
    """Someone decided rows of a roster."""
    public = {"rows": rows}
    return _fact("roster_import.decided", actor.account_id, import_id, now, public=public)


def roster_applied(
    account_id: UUID | None, import_id: UUID, now: datetime, counts: dict[str, int], digest: bytes
) -> FactDraft:
    """A roster was applied: one fact for all its households, with the plan's keyed digest."""
    public = {"counts": counts, "plan": digest.hex()}
    return _fact("roster_import.applied", account_id, import_id, now, public=public)


def roster_cancelled(actor: Actor, import_id: UUID, now: datetime) -> FactDraft:
    """A roster was given up; what was read of it is erased."""
    return _fact("roster_import.cancelled", actor.account_id, import_id, now)


def project_opened(
    actor: Actor, project_id: UUID, now: datetime, kind: str, building_ids: list[UUID]
) -> FactDraft:
    """A project was opened."""
    public = {"kind": kind, "buildings": building_ids}
    return _fact("project.opened", actor.account_id, project_id, now, public=public)


def project_moved(
    actor: Actor, project_id: UUID, now: datetime, move: tuple[str, str], reason: str
) -> FactDraft:
    """A project moved on. The reason is a person's own words, so the log only commits to it."""
    public = {"from": move[0], "to": move[1]}
    private = {"reason": reason}
    return _fact("project.moved", actor.account_id, project_id, now, public=public, private=private)


def document_added(actor: Actor, document_id: UUID, now: datetime, category: str) -> FactDraft:
    """The handbook got a document."""
    public = {"category": category}
    return _fact("handbook_document.added", actor.account_id, document_id, now, public=public)


def version_published(
    actor: Actor, version_id: UUID, now: datetime, document_id: UUID, number: int
) -> FactDraft:
    """A handbook document got a new version."""
    public = {"document": document_id, "number": number}
    return _fact("handbook_version.published", actor.account_id, version_id, now, public=public)


def notice_published(actor: Actor, notice_id: UUID, now: datetime, until: str) -> FactDraft:
    """A public notice was published."""
    public = {"until": until}
    return _fact("public_notice.published", actor.account_id, notice_id, now, public=public)
