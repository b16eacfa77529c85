"""What a session may decide: what its notice announced, unchanged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.deliberation.rules.broken import RuleBrokenError


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


def refuse_undecidable(item: str, noticed: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Let a session decide only what its notice announced (物业管理条例, art. 14).

    Raises:
        RuleBrokenError: ``not_in_notice`` or ``changed_after_notice``.
    """
    if item not in noticed:
        raise RuleBrokenError("not_in_notice", item=item)
    if noticed[item] != now.get(item):
        raise RuleBrokenError("changed_after_notice", item=item)


def earliest_session(notice_on: date, notice_days: int) -> date:
    """First day a session may be held; its own day is not counted (Civil Code, art. 201)."""
    return notice_on + timedelta(days=notice_days)
