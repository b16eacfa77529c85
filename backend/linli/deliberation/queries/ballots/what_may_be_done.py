"""What an actor may do with a round as it stands, so that screens offer nothing else."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from linli.deliberation.permissions.ballots import (
    AGREE_ON_VOTER,
    ANSWER_OBJECTION,
    CAST_BALLOT,
    DELIVER_BALLOT,
    IMPORT_OFFICIAL,
    MANAGE_ROUND,
    RAISE_OBJECTION,
    RECORD_PAPER,
    RECORD_PROXY,
    SEE_ELECTORS,
    SEE_ROUND,
)
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Permission
from linli.kernel.db.transaction import Row

FROZEN: Final = ("open", "closed", "counted", "on_notice", "final", "annulled")
_STEPS: Final[tuple[tuple[str, Permission, Collection[str]], ...]] = (
    ("revise", MANAGE_ROUND, ("draft",)),
    ("notice", MANAGE_ROUND, ("draft",)),
    ("withdraw", MANAGE_ROUND, ("draft", "noticed")),
    ("open", MANAGE_ROUND, ("noticed",)),
    ("vote", CAST_BALLOT, ("open",)),
    ("deliver", DELIVER_BALLOT, ("open", "closed")),
    ("record_paper", RECORD_PAPER, ("open", "closed")),
    ("confirm_paper", RECORD_PAPER, ("open", "closed")),
    ("authorize_proxy", RECORD_PROXY, ("open",)),
    ("agree_on_voter", AGREE_ON_VOTER, ("draft", "noticed", "open")),
    ("see_electors", SEE_ELECTORS, FROZEN),
    ("import_official", IMPORT_OFFICIAL, ("open", "closed")),
    ("count", MANAGE_ROUND, ("open", "closed")),
    ("publish_result", MANAGE_ROUND, ("counted",)),
    ("recount", MANAGE_ROUND, ("on_notice",)),
    ("annul", MANAGE_ROUND, ("open", "closed", "counted", "on_notice")),
    ("object", RAISE_OBJECTION, ("on_notice",)),
    ("answer_objections", ANSWER_OBJECTION, ("open", "closed", "on_notice")),
    ("see_result", SEE_ROUND, ("on_notice", "final", "annulled")),
    ("see_result", MANAGE_ROUND, ("counted",)),
    ("see_list", SEE_ROUND, ("on_notice", "final")),
)
_ON_PAPER = frozenset({"deliver", "record_paper", "confirm_paper", "authorize_proxy"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a round's next step waits for.

    Attributes:
        papers: how many wait for a second person.
        contested: objections to papers that are not settled.
        figures: whether those of the official system are here, and the actor may confirm them.
        upheld: objections to the result that were upheld and wait for a recount.
    """

    papers: int
    contested: int
    figures: bool
    upheld: int


def may(actor: Actor, round_: Row, waiting: Waiting) -> list[str]:
    """The steps open to the actor, in the order of a round's life."""
    return [
        name
        for name, permission, states in _STEPS
        if round_["state"] in states and actor.may(permission) and _fits(name, round_, waiting)
    ]


def _fits(name: str, round_: Row, waiting: Waiting) -> bool:
    official = round_["mode"] == RoundMode.OFFICIAL_IMPORT
    over = round_["closes_at"] is not None and clock.now() >= round_["closes_at"]
    fits = {
        "open": not over and round_["opens_at"] is not None and clock.now() >= round_["opens_at"],
        "vote": round_["state"] == "open" and not over and not official and _phone_votes(round_),
        "authorize_proxy": not over,
        "agree_on_voter": not over,
        "confirm_paper": waiting.papers > 0,
        "import_official": official and over,
        "count": over
        and waiting.papers == waiting.contested == 0
        and (waiting.figures or not official),
        "recount": waiting.upheld > 0,
        "answer_objections": round_["state"] == "on_notice" or waiting.contested > 0,
    }
    return fits.get(name, True) and not (official and name in _ON_PAPER)


def _phone_votes(round_: Row) -> bool:
    paper_only = round_["mode"] == RoundMode.PAPER_LEDGER
    return not paper_only or profile_of(round_["profile"]).phone_binds
