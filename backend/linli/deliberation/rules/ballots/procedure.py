"""Dates of a round, reckoned from the dates given; no clock in here."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from linli.deliberation.rules.ballots.city_profile import CityProfile
from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Schedule:
    """The dates a round is noticed with, as days of the community's time zone.

    Attributes:
        notice_on: day the notice is published.
        opens_on: first day of voting.
        closes_on: last day of voting; it ends at 24:00 (Civil Code, art. 203).
    """

    notice_on: date
    opens_on: date
    closes_on: date

    @property
    def window_days(self) -> int:
        """Days of voting, first and last included."""
        return (self.closes_on - self.opens_on).days + 1


def earliest_opening(notice_on: date, profile: CityProfile) -> date:
    """First day a round may open (物业管理条例, art. 14).

    Reckoned back from the opening, which is itself not counted (Civil Code, art. 201).
    """
    return notice_on + timedelta(days=profile.notice_days)


def check_schedule(schedule: Schedule, profile: CityProfile) -> None:
    """Refuse a schedule that the city's procedure does not allow.

    Raises:
        RuleBrokenError: ``notice_too_short``, ``window_too_short`` or ``window_too_long``.
    """
    earliest = earliest_opening(schedule.notice_on, profile)
    if schedule.opens_on < earliest:
        raise RuleBrokenError("notice_too_short", earliest_opening=earliest.isoformat())
    if schedule.window_days < profile.window_min_days:
        raise RuleBrokenError("window_too_short", least_days=profile.window_min_days)
    if schedule.window_days > profile.window_max_days:
        raise RuleBrokenError("window_too_long", most_days=profile.window_max_days)


def undeliverable_notice_by(closes_on: date, profile: CityProfile) -> date:
    """Last day to put undeliverable ballots on notice (建房〔2009〕274号, art. 22).

    The day of the notice is not counted, the last day of voting is (Civil Code, art. 201).
    """
    return closes_on - timedelta(days=profile.undeliverable_notice_days)


def objections_until(result_on: date, profile: CityProfile) -> date:
    """Last day to object to a result published on ``result_on`` (Civil Code, arts 201 and 203)."""
    return result_on + timedelta(days=profile.result_notice_days)


def final_from(result_on: date, profile: CityProfile) -> date:
    """First day on which a result without open objections is final."""
    return objections_until(result_on, profile) + timedelta(days=1)


def check_final(result_on: date, today: date, open_objections: int, profile: CityProfile) -> None:
    """Refuse to call a result final too early; an annulment stays open (Civil Code, art. 280).

    Raises:
        RuleBrokenError: ``result_notice_running`` or ``objections_open``.
    """
    if today < final_from(result_on, profile):
        raise RuleBrokenError(
            "result_notice_running", final_from=final_from(result_on, profile).isoformat()
        )
    if open_objections:
        raise RuleBrokenError("objections_open", open_objections=open_objections)


def refuse_unnoticed(questions: Iterable[str], noticed: AbstractSet[str]) -> None:
    """Only items published in the notice can be decided (物业管理条例, art. 14).

    Args:
        questions: digests of the questions as they stand now.
        noticed: digests of the questions as they were published.

    Raises:
        RuleBrokenError: ``not_in_notice``.
    """
    missing = sorted(set(questions) - noticed)
    if missing:
        raise RuleBrokenError("not_in_notice", questions=missing)
