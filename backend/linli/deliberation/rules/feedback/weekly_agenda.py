"""The week's feedback becomes the weekly session's agenda by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from linli.deliberation.rules.feedback.report import FeedbackKind, Report

WAITS = frozenset({"reported", "reopened"})


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Reports that one agenda item answers together.

    Attributes:
        kind: what they are about.
        building: where; ``None`` outside.
        reports: keys, oldest first.
        homes: how many homes reported.
        reopened: how many were said to be fixed and were not.
        oldest_on: day of the oldest.
    """

    kind: FeedbackKind
    building: str | None
    reports: tuple[str, ...]
    homes: int
    reopened: int
    oldest_on: date


def weekly_agenda(reports: Iterable[Report], meeting_on: date) -> list[AgendaGroup]:
    """Group what waits for an answer by kind and building, the same whatever the order.

    On it come reports without an answer, reopened ones, and answers whose promised day has passed
    by the meeting. What came back goes first, then what most homes reported, then the oldest.
    Source: the weekly practice of 三方联动; owners' questions are answered (物业管理条例, art. 6).
    """
    groups: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        if is_due(report, meeting_on):
            groups.setdefault((report.kind, report.building or ""), []).append(report)
    return sorted((_group(members) for members in groups.values()), key=_urgency)


def is_due(report: Report, meeting_on: date) -> bool:
    """Whether a report comes before this meeting (as ``weekly_agenda`` tells)."""
    if report.reported_on > meeting_on:
        return False
    broken = report.promised_on is not None and report.promised_on < meeting_on
    return report.state in WAITS or (report.state == "answered" and broken)


def _group(members: list[Report]) -> AgendaGroup:
    oldest_first = sorted(members, key=lambda report: (report.reported_on, report.id))
    first = oldest_first[0]
    return AgendaGroup(
        kind=first.kind,
        building=first.building,
        reports=tuple(report.id for report in oldest_first),
        homes=len({report.household for report in members}),
        reopened=sum(report.state == "reopened" for report in members),
        oldest_on=first.reported_on,
    )


def _urgency(group: AgendaGroup) -> tuple[bool, int, date, str, str]:
    return not group.reopened, -group.homes, group.oldest_on, group.building or "", group.kind
