"""What the notice of a round says, as one document whose digest is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC
from typing import Any

from linli.deliberation.rules.ballots.city_profile import CityProfile
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.deliberation.rules.ballots.window import Window

VERSION = "1"


def profile_rows(profile: CityProfile) -> dict[str, str]:
    """The procedure as strings, as it is stored, frozen and published."""
    return {name: _text(value) for name, value in asdict(profile).items()}


def profile_of(rows: Mapping[str, str]) -> CityProfile:
    """Read what ``profile_rows`` wrote."""
    known = {field.name: field.type for field in fields(CityProfile)}
    return CityProfile(**{name: _value(rows[name]) for name in known if name in rows})


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(text: str) -> Any:
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if text.isdecimal() else text


def procedure_for(mode: RoundMode, profile: CityProfile) -> CityProfile:
    """The procedure of a round; a survey decides nothing, so it needs no notice beforehand."""
    if mode is not RoundMode.SURVEY:
        return profile
    return replace(profile, notice_days=0, window_min_days=1, result_notice_days=0)


def notice_document(
    about: Mapping[str, str],
    scope: UnitScope,
    window: Window,
    profile: CityProfile,
    questions: Sequence[Question],
) -> dict[str, Any]:
    """Everything that binds from the notice on, as strings.

    Args:
        about: ``round``, ``title``, ``mode`` and, where there is one, ``follow_majority``.
        scope: the units the round is about.
        window: when ballots are taken.
        profile: the procedure.
        questions: in their order.
    """
    return {
        "v": VERSION,
        **about,
        "scope": scope.as_document(),
        "opens_at": window.opens_at.astimezone(UTC).isoformat(),
        "closes_at": window.closes_at.astimezone(UTC).isoformat(),
        "profile": profile_rows(profile),
        "questions": [question.as_document() for question in questions],
    }
