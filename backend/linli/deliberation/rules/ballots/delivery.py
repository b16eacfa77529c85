"""How a ballot reaches a door, and when that is proof of delivery."""

from datetime import date
from enum import StrEnum

from linli.deliberation.rules.ballots.city_profile import CityProfile
from linli.deliberation.rules.ballots.procedure import undeliverable_notice_by
from linli.deliberation.rules.broken import RuleBrokenError


class DeliveredHow(StrEnum):
    """Ways of delivery (建房〔2009〕274号, art. 22)."""

    HANDED_OVER = "handed_over"
    LEFT_AT_DOOR = "left_at_door"
    POSTED = "posted"
    ELECTRONIC = "electronic"
    PUBLIC_NOTICE = "public_notice"  # undeliverable, so put on notice in the community


def check_public_notice(
    how: DeliveredHow, delivered_on: date, closes_on: date, profile: CityProfile
) -> None:
    """Refuse to count a ballot put on notice as delivered when it hung there too briefly.

    Raises:
        RuleBrokenError: ``undeliverable_notice_too_late``.
    """
    latest = undeliverable_notice_by(closes_on, profile)
    if how is DeliveredHow.PUBLIC_NOTICE and delivered_on > latest:
        raise RuleBrokenError("undeliverable_notice_too_late", latest=latest.isoformat())
