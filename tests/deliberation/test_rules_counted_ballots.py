"""One elector, one counted ballot, across phone, paper and proxy."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.counted_ballot import (
    CastBallot,
    SetAside,
    counted_ballots,
    why_it_would_not_count,
)
from linli.deliberation.rules.ballots.decision_rule import Preset
from linli.deliberation.rules.ballots.round_mode import (
    RoundMode,
    Way,
    refuse_decision_by_survey,
)
from linli.deliberation.rules.ballots.window import Window
from linli.deliberation.rules.broken import RuleBrokenError

OPENS = datetime(2026, 3, 16, tzinfo=UTC)
WINDOW = Window(OPENS, OPENS + timedelta(days=10))
LEDGER, SURVEY = RoundMode.PAPER_LEDGER, RoundMode.SURVEY


def cast(id_: str, hour: int, way: Way = Way.PHONE, **more: Any) -> CastBallot:
    return replace(CastBallot(id_, "e1", way, hour, OPENS + timedelta(hours=hour)), **more)


def winner(*ballots: CastBallot, mode: RoundMode = LEDGER, elector: str = "e1") -> str | None:
    counted = counted_ballots(ballots, WINDOW, mode).counted
    return counted[elector].id if elector in counted else None


def reasons(*ballots: CastBallot, mode: RoundMode = LEDGER) -> dict[str, SetAside]:
    return dict(counted_ballots(ballots, WINDOW, mode).set_aside)


def test_a_changed_vote_counts_once_and_the_newest_counts() -> None:
    ballots = [cast("first", 1), cast("second", 2), cast("third", 3)]
    assert winner(*ballots) == "third"
    assert reasons(*ballots) == {
        "first": SetAside.NEWER_BALLOT,
        "second": SetAside.NEWER_BALLOT,
    }


def test_two_phones_in_the_same_instant_are_settled_by_the_order_of_recording() -> None:
    assert winner(cast("a", 1, sequence=8), cast("b", 1, sequence=7)) == "a"


@pytest.mark.parametrize(
    ("mode", "expected"), [(RoundMode.PAPER_LEDGER, "paper"), (RoundMode.SURVEY, "phone")]
)
def test_in_a_paper_ledger_the_signed_paper_goes_before_a_later_phone_ballot(
    mode: RoundMode, expected: str
) -> None:
    assert winner(cast("paper", 1, Way.PAPER), cast("phone", 2), mode=mode) == expected


def test_the_reason_names_the_paper() -> None:
    aside = reasons(cast("paper", 1, Way.PAPER), cast("phone", 2))
    assert aside == {"phone": SetAside.SIGNED_PAPER_IS_THE_ORIGINAL}


def test_an_own_vote_goes_before_a_later_one_by_proxy() -> None:
    ballots = [cast("own", 1), cast("proxy", 2, Way.PAPER, holder="h")]
    assert winner(*ballots) == "own"
    assert reasons(*ballots) == {"proxy": SetAside.OWN_VOTE_BEFORE_PROXY}


@pytest.mark.parametrize("mode", [LEDGER, SURVEY])
@pytest.mark.parametrize("holder", [None, "h"])
@pytest.mark.parametrize("way", [Way.PHONE, Way.PAPER])
def test_before_voting_the_same_is_told_as_afterwards(
    mode: RoundMode, holder: str | None, way: Way
) -> None:
    for counts in [cast("a", 1, w, holder=h) for w in (Way.PHONE, Way.PAPER) for h in (None, "h")]:
        why = reasons(counts, cast("b", 2, way, holder=holder), mode=mode).get("b")
        owns = {"own": holder is None, "counted_own": counts.holder is None}
        assert why_it_would_not_count(way, counts.way, mode, **owns) == why


def test_a_ballot_by_a_proxy_that_does_not_stand_is_not_counted() -> None:
    ballot = cast("proxy", 2, holder="h", proxy_stands=False)
    assert winner(ballot) is None
    assert reasons(ballot) == {"proxy": SetAside.PROXY_DOES_NOT_STAND}


def test_paper_that_only_one_person_typed_waits_and_leaves_the_phone_ballot_counted() -> None:
    ballots = [cast("phone", 1), cast("paper", 2, Way.PAPER, confirmed=False)]
    assert winner(*ballots) == "phone"
    assert reasons(*ballots) == {"paper": SetAside.AWAITS_CONFIRMATION}


def test_a_wrong_entry_is_replaced_by_the_event_that_corrects_it() -> None:
    ballots = [
        cast("typed", 1, Way.PAPER),
        cast("right", 1, Way.PAPER, sequence=9, corrects="typed"),
    ]
    assert winner(*ballots) == "right"
    assert reasons(*ballots) == {"typed": SetAside.CORRECTED}


def test_paper_typed_for_the_wrong_door_goes_back_to_its_own() -> None:
    ballots = [
        cast("phone of e1", 1),
        cast("wrong door", 2, Way.PAPER),
        cast("right door", 2, Way.PAPER, sequence=9, elector="e2", corrects="wrong door"),
    ]
    assert winner(*ballots) == "phone of e1"
    assert winner(*ballots, elector="e2") == "right door"


def test_a_correction_not_yet_confirmed_leaves_the_entry_counted() -> None:
    ballots = [
        cast("typed", 1, Way.PAPER),
        cast("right", 1, Way.PAPER, sequence=9, corrects="typed", confirmed=False),
    ]
    assert winner(*ballots) == "typed"


def chain(*confirmed: bool) -> list[CastBallot]:
    """Papers of which each corrects the one before."""
    papers = [cast("p0", 1, Way.PAPER, confirmed=confirmed[0])]
    for n, second in enumerate(confirmed[1:], start=1):
        link = {"sequence": n + 1, "corrects": f"p{n - 1}", "confirmed": second}
        papers.append(cast(f"p{n}", 1, Way.PAPER, **link))
    return papers


def test_a_correction_reaches_through_one_that_nobody_confirmed() -> None:
    """The last was handed in before the first, so that only the chain decides."""
    first, unread, last = chain(True, False, True)
    first = replace(first, cast_at=first.cast_at + timedelta(hours=5))
    assert winner(first, unread, last) == "p2"
    assert reasons(first, unread, last) == {
        "p0": SetAside.CORRECTED,
        "p1": SetAside.AWAITS_CONFIRMATION,
    }


@given(st.lists(st.booleans(), min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_the_last_confirmed_of_a_chain_counts_whatever_the_times(
    confirmed: list[bool], random: Random
) -> None:
    papers = [
        replace(paper, cast_at=OPENS + timedelta(hours=random.randrange(200)))
        for paper in chain(*confirmed)
    ]
    good = [n for n, second in enumerate(confirmed) if second]
    assert winner(*papers) == (f"p{good[-1]}" if good else None)
    random.shuffle(papers)
    aside = reasons(*papers)
    assert all(aside[f"p{n}"] is SetAside.CORRECTED for n in good[:-1])


@pytest.mark.parametrize(
    ("moment", "taken"),
    [
        (WINDOW.opens_at - timedelta(microseconds=1), False),
        (WINDOW.opens_at, True),
        (WINDOW.closes_at - timedelta(microseconds=1), True),
        (WINDOW.closes_at, False),
    ],
)
def test_at_the_closing_second_it_is_too_late(moment: datetime, *, taken: bool) -> None:
    ballot = CastBallot("b", "e1", Way.PHONE, 1, moment)
    result = counted_ballots([ballot], WINDOW, LEDGER)
    assert (("e1" in result.counted), result.set_aside.get("b")) == (
        taken,
        None if taken else SetAside.OUT_OF_TIME,
    )


def test_a_moment_is_compared_whatever_its_offset() -> None:
    shanghai = datetime.fromisoformat("2026-03-16T08:00:00+08:00")
    assert WINDOW.takes(shanghai)
    assert not WINDOW.takes(shanghai - timedelta(seconds=1))


def test_an_imported_round_counts_the_official_result_alone() -> None:
    ballots = [cast("official", 1, Way.OFFICIAL), cast("phone", 2), cast("paper", 3, Way.PAPER)]
    assert winner(*ballots, mode=RoundMode.OFFICIAL_IMPORT) == "official"
    aside = set(reasons(*ballots, mode=RoundMode.OFFICIAL_IMPORT).values())
    assert aside == {SetAside.OTHER_WAY_DECIDES}


def test_where_a_city_does_not_let_phones_bind_only_paper_counts() -> None:
    ballots = [cast("paper", 1, Way.PAPER), cast("phone", 2, elector="e2")]
    result = counted_ballots(ballots, WINDOW, LEDGER, phone_binds=False)
    assert list(result.counted) == ["e1"]
    assert result.set_aside == {"phone": SetAside.OTHER_WAY_DECIDES}


@st.composite
def piles(draw: st.DrawFn) -> list[CastBallot]:
    hours = st.integers(-5, 245)
    size = draw(st.integers(0, 14))
    return [
        CastBallot(
            id=f"b{n}",
            elector=draw(st.sampled_from(["e1", "e2", "e3"])),
            way=draw(st.sampled_from(Way)),
            sequence=n,
            cast_at=OPENS + timedelta(hours=draw(hours)),
            confirmed=draw(st.integers(0, 3)) > 0,
            corrects=draw(st.sampled_from([None, None, *(f"b{m}" for m in range(n))])),
            holder=draw(st.sampled_from([None, None, "h"])),
            proxy_stands=draw(st.booleans()),
        )
        for n in range(size)
    ]


@given(piles(), st.sampled_from(RoundMode), st.randoms(use_true_random=False))
def test_the_order_ballots_arrive_in_never_changes_what_counts(
    pile: list[CastBallot], mode: RoundMode, random: Random
) -> None:
    before = counted_ballots(pile, WINDOW, mode)
    random.shuffle(pile)
    after = counted_ballots(pile, WINDOW, mode)
    assert (before.counted, before.set_aside) == (after.counted, after.set_aside)


@given(piles(), st.sampled_from(RoundMode))
def test_every_ballot_is_either_counted_or_set_aside_with_a_reason(
    pile: list[CastBallot], mode: RoundMode
) -> None:
    result = counted_ballots(pile, WINDOW, mode)
    counted = [ballot.id for ballot in result.counted.values()]
    assert sorted([*counted, *result.set_aside]) == sorted(ballot.id for ballot in pile)
    assert all(ballot.elector == elector for elector, ballot in result.counted.items())


@given(piles(), st.sampled_from(RoundMode))
def test_an_elector_without_a_counted_ballot_has_cast_none_that_stands(
    pile: list[CastBallot], mode: RoundMode
) -> None:
    result = counted_ballots(pile, WINDOW, mode)
    lost = {SetAside.NEWER_BALLOT, SetAside.OWN_VOTE_BEFORE_PROXY}
    lost.add(SetAside.SIGNED_PAPER_IS_THE_ORIGINAL)
    for ballot in pile:
        if result.set_aside.get(ballot.id) in lost:
            assert ballot.elector in result.counted


def test_a_survey_can_not_be_called_a_decision() -> None:
    refuse_decision_by_survey(SURVEY, [Preset.SURVEY])
    refuse_decision_by_survey(LEDGER, [Preset.ORDINARY, Preset.SURVEY])
    with pytest.raises(RuleBrokenError, match="survey_cannot_decide"):
        refuse_decision_by_survey(SURVEY, [Preset.SURVEY, Preset.ORDINARY])


def test_a_paper_that_two_people_struck_out_gives_way_to_the_vote_it_stood_before() -> None:
    vote, paper = cast("vote", 1), cast("paper", 2, Way.PAPER, struck=True)
    found = counted_ballots([vote, paper], WINDOW, LEDGER)
    assert (found.counted["e1"].id, found.set_aside["paper"]) == ("vote", SetAside.STRUCK_OUT)


def test_a_struck_correction_puts_nothing_right() -> None:
    wrong = cast("wrong", 1, Way.PAPER)
    right = cast("right", 2, Way.PAPER, corrects="wrong", struck=True)
    assert winner(wrong, right) == "wrong"
