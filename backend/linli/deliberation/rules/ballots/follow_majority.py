"""The follow-majority clause (从多条款): a second tally beside the first, never in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from linli.deliberation.rules.ballots.ballot_state import (
    NOT_PARTICIPATING,
    BallotState,
    Counts,
)
from linli.deliberation.rules.ballots.weight import NOTHING
from linli.deliberation.rules.broken import RuleBrokenError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class FollowMajorityClause:
    """The covenant's clause, quoted with its number; off unless a round carries it.

    Source: 建房〔2009〕274号, art. 26 (2): only the covenant or the assembly's rules may say so.

    Raises:
        RuleBrokenError: ``citation_needed`` without a citation.
    """

    citation: str

    def __post_init__(self) -> None:
        if not self.citation.strip():
            raise RuleBrokenError("citation_needed")


@dataclass(frozen=True, slots=True)
class BothTallies(Generic[Result]):
    """The ballots as returned and, where a clause applies, with the unreturned following.

    Attributes:
        returned: only what was returned.
        following: unreturned ballots with the majority; ``None`` without a clause.
        follows: the answer they were added to; ``None`` when no answer leads on both bases.
    """

    returned: Result
    following: Result | None
    follows: str | None


def both_tallies(
    counts: Counts, clause: FollowMajorityClause | None, judge: Callable[[Counts], Result]
) -> BothTallies[Result]:
    """Tally twice under a clause, once without; both are always shown.

    Args:
        counts: weight by answer. ``unreturned`` holds only ballots whose delivery is proven;
            ``undelivered`` ones never follow.
        clause: the covenant's clause, if any.
        judge: ``tally`` or ``tally_choice`` with its rule.
    """
    if clause is None:
        return BothTallies(judge(counts), None, None)
    follows = leading_answer(counts)
    return BothTallies(judge(counts), judge(with_followers(counts, follows)), follows)


def leading_answer(counts: Counts) -> str | None:
    """The answer with more heads and more area than each other one; ``None`` when split."""
    cast = {answer: w for answer, w in counts.items() if answer not in NOT_PARTICIPATING}
    if not cast:
        return None
    first = max(cast, key=lambda answer: cast[answer].heads)
    top = cast[first]
    rivals = [w for answer, w in cast.items() if answer != first]
    leads = all(top.heads > w.heads and top.area_dm2 > w.area_dm2 for w in rivals)
    return first if leads and top.heads else None


def with_followers(counts: Counts, follows: str | None) -> Counts:
    """Move unreturned ballots to the answer they follow; unchanged when there is none."""
    if follows is None:
        return counts
    followers = counts.get(BallotState.UNRETURNED, NOTHING)
    return {**counts, follows: counts[follows] + followers, BallotState.UNRETURNED: NOTHING}
