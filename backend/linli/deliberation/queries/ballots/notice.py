"""What a round's notice says."""

from collections.abc import Sequence
from typing import Any

from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.rules.ballots.city_profile import CityProfile
from linli.deliberation.rules.ballots.notice_document import notice_document
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.window import Window
from linli.kernel.db.transaction import Row


def noticed_document(
    round_: Row, window: Window, profile: CityProfile, questions: Sequence[Question]
) -> dict[str, Any]:
    """The notice of a round as it stands; its digest was recorded when it was published."""
    about = {"round": str(round_["id"]), "title": round_["title"], "mode": str(round_["mode"])}
    if round_["follow_majority"] is not None:
        about["follow_majority"] = round_["follow_majority"]
    return notice_document(about, scope_of(round_), window, profile, questions)
