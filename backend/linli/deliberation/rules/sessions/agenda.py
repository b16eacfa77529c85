"""What a session may decide: what its notice announced, unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class AgendaChanges:
    """How an agenda differs from the one that was noticed; keys of items, sorted.

    Items added or changed may be talked about; they cannot be decided in this session.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def agenda_changes(noticed: Mapping[str, str], now: Mapping[str, str]) -> AgendaChanges:
    """Compare agendas by the digest of each item (物业管理条例, art. 14: notice of the matters).

    Args:
        noticed: item → digest of its text when the notice was published.
        now: item → digest of its text.
    """
    changed = {item for item in noticed.keys() & now.keys() if noticed[item] != now[item]}
    return AgendaChanges(
        added=tuple(sorted(now.keys() - noticed.keys())),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(noticed.keys() - now.keys())),
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of an item, as digests.

    Attributes:
        item: of its words.
        subject: of what stands behind it, for example the newest version of a proposal; empty
            where nothing does, or nothing that changes.
    """

    item: str
    subject: str | None = None


def why_undecidable(noticed: Said | None, now: Said) -> str | None:
    """Why a session can only talk about an item (物业管理条例, art. 14); nothing when it decides.

    Returns:
        ``not_in_notice``, ``changed_after_notice`` or ``subject_changed_after_notice``.
    """
    if noticed is None:
        return "not_in_notice"
    if noticed.item != now.item:
        return "changed_after_notice"
    if noticed.subject is not None and noticed.subject != now.subject:
        return "subject_changed_after_notice"
    return None


def why_not_opened(
    starts_at: datetime, held_on: date, now: datetime, today: date, before: timedelta
) -> str | None:
    """Why a session does not open now; nothing when it does.

    The notice named a time (物业管理条例, art. 14): who comes at that time has missed nothing.

    Args:
        starts_at: as the notice said.
        held_on: its day, in the community's time zone.
        now: the moment.
        today: its day, in the same zone.
        before: how long before its time a session may open.

    Returns:
        ``session_not_yet``, or ``session_day_over``: then it needs another day and another notice.
    """
    if today > held_on:
        return "session_day_over"
    return "session_not_yet" if today < held_on or now < starts_at - before else None


def earliest_session(notice_on: date, notice_days: int) -> date:
    """First day a session may be held; its own day is not counted (Civil Code, art. 201)."""
    return notice_on + timedelta(days=notice_days)
