"""Who is an elector: V7 and what must hold for every roster."""

import hashlib
import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.decision_rule import PRESETS, Preset
from linli.deliberation.rules.ballots.electorate import Electorate, Parking, electorate_of_rows
from linli.deliberation.rules.ballots.frozen_electorate import (
    frozen_areas,
    frozen_digest,
    frozen_form,
)
from linli.deliberation.rules.ballots.ownership import OwnershipRow, UnitKind
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.deliberation.rules.ballots.weight import Weight
from linli.deliberation.rules.broken import RuleBrokenError


def row(unit: str, owner: str, area_dm2: int = 9000, **more: Any) -> OwnershipRow:
    return replace(OwnershipRow(unit, UnitKind.HOME, area_dm2, "b1", "s1", owner), **more)


def test_v7_one_owner_of_three_and_the_developer_are_one_head_each() -> None:
    rows = [row(f"u{n}", f"p{n}") for n in range(77)]
    rows += [row(f"v{n}", "p-three") for n in range(3)]
    rows += [row(f"w{n}", f"buyer{n}", developer="dev") for n in range(20)]
    electorate = electorate_of_rows(rows)
    assert electorate.weight == Weight(79, 900_000)
    assert PRESETS[Preset.ORDINARY].participation[0].least(79) == 53
    areas = {one.key: one.area_dm2 for one in electorate.electors}
    assert areas["dev"] == 180_000
    assert areas["p-three"] == 27_000


def test_co_owners_are_one_head_and_their_area_counts_once() -> None:
    rows = [row("u1", "wife", named_voter=True), row("u1", "husband")]
    (elector,) = electorate_of_rows(rows).electors
    assert (elector.voter, elector.area_dm2, elector.owners) == ("wife", 9000, ("husband", "wife"))


def test_co_owners_without_an_agreed_voter_weigh_in_the_base_but_nobody_votes_for_them() -> None:
    (elector,) = electorate_of_rows([row("u1", "a"), row("u1", "b")]).electors
    assert (elector.key, elector.voter) == ("a+b", None)


def test_co_owners_who_name_two_voters_for_two_units_are_still_one_head() -> None:
    rows = [row("u1", "a", named_voter=True), row("u1", "b")]
    rows += [row("u2", "a"), row("u2", "b", named_voter=True)]
    (elector,) = electorate_of_rows(rows).electors
    assert (elector.voter, elector.units) == (None, ("u1", "u2"))


def test_whoever_votes_for_an_own_home_and_a_shared_one_is_one_head() -> None:
    rows = [row("u1", "a"), row("u2", "a", named_voter=True), row("u2", "b"), row("u3", "b")]
    electors = {one.key: one.units for one in electorate_of_rows(rows).electors}
    assert electors == {"a": ("u1", "u2"), "b": ("u3",)}


def test_a_unit_without_verified_ownership_is_left_out_and_told() -> None:
    rows = [row("u1", "a"), row("u2", "b", verified=False)]
    electorate = electorate_of_rows(rows)
    assert [one.key for one in electorate.electors] == ["a"]
    assert electorate.unverified_units == ("u2",)


def test_units_that_the_developer_sold_and_delivered_count_for_their_owners() -> None:
    rows = [row("u1", "dev", developer="dev"), row("u2", "dev"), row("u3", "a")]
    electors = {one.key: one.units for one in electorate_of_rows(rows).electors}
    assert electors == {"dev": ("u1", "u2"), "a": ("u3",)}


@pytest.mark.parametrize(
    ("parking", "expected"),
    [
        (Parking.NOTHING, {"a": 9000}),
        (Parking.AREA_ONLY, {"a": 10_200}),
        (Parking.HEAD_AND_AREA, {"a": 10_200, "b": 1200}),
    ],
)
def test_a_parking_space_weighs_as_the_settings_say(
    parking: Parking, expected: dict[str, int]
) -> None:
    rows = [row("u1", "a")]
    rows += [row(f"p{o}", o, 1200, kind=UnitKind.PARKING) for o in ("a", "b")]
    electorate = electorate_of_rows(rows, parking=parking)
    assert {one.key: one.area_dm2 for one in electorate.electors} == expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (UnitScope(), ["a", "b", "c"]),
        (UnitScope(buildings=frozenset({"b1"})), ["a"]),
        (UnitScope(stairwells=frozenset({"s3"})), ["c"]),
    ],
)
def test_a_scope_is_of_buildings_or_of_stairwells(scope: UnitScope, expected: list[str]) -> None:
    rows = [row("u1", "a"), row("u2", "b", building="b2", stairwell="s2")]
    rows.append(row("u3", "c", building="b2", stairwell="s3"))
    assert [one.key for one in electorate_of_rows(rows, scope).electors] == expected
    assert scope.as_document()["buildings"] == sorted(scope.buildings)


def test_only_units_in_the_scope_weigh() -> None:
    rows = [
        row("u1", "a"),
        row("u2", "a", building="b2", stairwell="s2"),
        row("u3", "b", building="b2", stairwell="s3"),
        row("u4", "c", building="b3", stairwell="s4"),
    ]
    scope = UnitScope(buildings=frozenset({"b1"}), stairwells=frozenset({"s3"}))
    electors = {one.key: one.area_dm2 for one in electorate_of_rows(rows, scope).electors}
    assert electors == {"a": 9000, "b": 9000}


def test_rows_that_contradict_each_other_about_a_unit_are_refused() -> None:
    with pytest.raises(RuleBrokenError, match="unit_differs"):
        electorate_of_rows([row("u1", "a", 9000), row("u1", "b", 9001)])
    with pytest.raises(RuleBrokenError, match="area_not_positive"):
        electorate_of_rows([row("u1", "a", 0)])


@st.composite
def rows_of_unit(draw: st.DrawFn, unit: str) -> list[OwnershipRow]:
    people = st.sampled_from([f"p{n}" for n in range(6)])
    area, kind = draw(st.integers(1, 20_000)), draw(st.sampled_from(UnitKind))
    place = draw(st.sampled_from(["b1", "b2"]))
    return [
        OwnershipRow(
            unit,
            kind,
            area,
            place,
            f"{place}-s",
            owner,
            verified=draw(st.integers(0, 5)) > 0,
            named_voter=draw(st.booleans()),
            developer=draw(st.sampled_from([None, None, None, "dev"])),
        )
        for owner in draw(st.sets(people, min_size=1, max_size=3))
    ]


@st.composite
def rosters(draw: st.DrawFn) -> list[OwnershipRow]:
    units = [f"u{number}" for number in range(draw(st.integers(1, 12)))]
    return [one for unit in units for one in draw(rows_of_unit(unit))]


def freeze(electorate: Electorate, parking: Parking) -> dict[str, Any]:
    rules = {"q1": PRESETS[Preset.ORDINARY], "q2": PRESETS[Preset.SPECIAL]}
    return frozen_form(electorate, UnitScope(), parking, rules)


@given(rosters(), st.sampled_from(Parking), st.randoms(use_true_random=False))
def test_the_order_of_roster_rows_never_changes_the_frozen_electorate(
    rows: list[OwnershipRow], parking: Parking, random: Random
) -> None:
    first = freeze(electorate_of_rows(rows, parking=parking), parking)
    random.shuffle(rows)
    second = freeze(electorate_of_rows(rows, parking=parking), parking)
    assert frozen_digest(first) == frozen_digest(second)


@given(rosters())
def test_every_verified_unit_stands_with_exactly_one_elector(rows: list[OwnershipRow]) -> None:
    electorate = electorate_of_rows(rows, parking=Parking.HEAD_AND_AREA)
    verified = {r.unit: r.area_dm2 for r in rows if r.verified}
    units = [unit for one in electorate.electors for unit in one.units]
    assert sorted(units) == sorted(verified)
    assert electorate.weight.area_dm2 == sum(verified.values())
    assert set(electorate.unverified_units) == {r.unit for r in rows} - verified.keys()


@given(rosters(), st.sampled_from(Parking))
def test_nobody_votes_twice_however_many_homes(rows: list[OwnershipRow], parking: Parking) -> None:
    electors = electorate_of_rows(rows, parking=parking).electors
    voters = [one.voter for one in electors if one.voter]
    assert len(set(voters)) == len(voters)
    assert len({one.key for one in electors}) == len(electors)
    alone = {r.owner for r in rows if r.verified} | {"dev"}
    assert set(voters) <= alone


@given(rosters(), st.integers(2, 6))
def test_splitting_a_home_into_several_never_adds_a_head(
    rows: list[OwnershipRow], pieces: int
) -> None:
    split = [replace(r, unit=f"{r.unit}/{n}") for r in rows for n in range(pieces)]
    before, after = electorate_of_rows(rows).weight, electorate_of_rows(split).weight
    assert after == Weight(before.heads, before.area_dm2 * pieces)


def test_a_weight_edited_after_the_opening_shows_in_the_digest() -> None:
    document = freeze(electorate_of_rows([row("u1", "a"), row("u2", "b")]), Parking.NOTHING)
    published = frozen_digest(document)
    edited = {**document, "electors": [dict(one) for one in document["electors"]]}
    assert frozen_digest(edited) == published
    edited["electors"][0]["area_dm2"] = "9001"
    assert frozen_digest(edited) != published


def test_a_frozen_electorate_gives_back_its_weights() -> None:
    electorate = electorate_of_rows([row("u1", "a", 8950), row("u2", "b", 7000)])
    document = freeze(electorate, Parking.NOTHING)
    assert frozen_areas(document) == {"a": 8950, "b": 7000}
    assert (document["heads"], document["area_dm2"]) == ("2", "15950")


def test_the_digest_is_the_one_that_any_other_program_computes() -> None:
    document = freeze(electorate_of_rows([row("u1", "a")]), Parking.NOTHING)
    # Computed with another RFC 8785 implementation: sorted keys, no spaces, SHA-256.
    plain = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert frozen_digest(document) == hashlib.sha256(plain.encode()).hexdigest()
