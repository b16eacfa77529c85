"""Plans: what changes, what stays, and that a plan once applied leaves nothing to do."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factories.roster import HEADINGS, applied, owner_names, parsed, planned, sheet
from linli.community.rules.roster import (
    Cell,
    HelpKind,
    HouseholdState,
    Kind,
    Occupancy,
    OwnerKind,
    OwnerState,
    ParsedRoster,
    Reason,
    Sheet,
    Snapshot,
    plan_import,
)


def table(*rows: list[Cell]) -> Sheet:
    """Rows as `HEADINGS` name them, without the serial number."""
    return sheet(rows, HEADINGS[1:])


FIRST = table(
    [1, 1, 101, 90, "王明", "13800138000", "王明", 2, "自住", "党员"],
    [1, 1, 102, 80, "李红、张伟", "13900139000", None, 1, "出租", None],
)


def changes(told: Sheet, known: Snapshot) -> dict[str, list[tuple[str, object, object]]]:
    return {
        change.after.code: [(c.name, c.before, c.after) for c in change.changes]
        for change in planned(told, known=known).change
    }


def test_a_newer_roster_shows_each_change_with_before_and_after() -> None:
    newer = table(
        [1, 1, 101, "90.5", "王明", "13800138000", "陈静(租户)", 3, "出租", "党员"],
        [1, 1, 102, 80, "刘洋", "13700137000", None, 1, "出租", None],
    )
    told = changes(newer, applied(planned(FIRST)))
    residents = told["1-1-101"].pop(2)
    assert told == {
        "1-1-101": [
            ("area_dm2", 9000, 9050),
            ("occupancy", Occupancy.OCCUPIED, Occupancy.RENTED),
            ("people", 2, 3),
        ],
        "1-1-102": [("owner_keys", ("李红", "张伟"), ("刘洋",))],
    }
    assert residents[0] == "residents"


def test_what_a_roster_leaves_blank_is_left_alone() -> None:
    known = applied(planned(FIRST))
    bare = table([1, 1, 101, 90], [1, 1, 102, 80])
    assert planned(bare, known=known).does_nothing


def test_another_order_of_owners_is_no_change() -> None:
    known = applied(planned(FIRST))
    turned = table([1, 1, 102, 80, "张伟、李红", "13900139000", None, 1, "出租", None])
    plan = planned(turned, known=known)
    assert plan.does_nothing
    assert plan.missing_from_file == ("1-1-101",)


def test_a_new_number_replaces_the_old_one() -> None:
    known = applied(planned(FIRST))
    newer = table([1, 1, 101, 90, "王明", "13600136000"])
    plan = planned(newer, known=known)
    assert [(c.before.phones, c.after.phones) for c in plan.changed_owners] == [
        (("13800138000",), ("13600136000",))
    ]
    assert plan.change == ()


def test_a_number_is_only_added_while_the_file_lacks_some_of_the_owners_homes() -> None:
    two = table([1, 1, 101, 90, "王明", "13800138000"], [2, 1, 101, 90, "王明", "13800138000"])
    one = table([1, 1, 101, 90, "王明", "13600136000"])
    plan = planned(one, known=applied(planned(two)))
    assert [c.after.phones for c in plan.changed_owners] == [("13800138000", "13600136000")]


def test_an_owner_is_recognised_by_number_in_a_home_they_newly_bought() -> None:
    known = applied(planned(FIRST))
    newer = table([1, 1, 201, 90, "王明", "138 0013 8000"])
    plan = planned(newer, known=known)
    assert plan.new_owners == ()
    after = applied(plan, known)
    owned = [h.code for h in after.households if h.owner_keys == known.households[0].owner_keys]
    assert owned == ["1-1-101", "1-1-201"]


def test_a_namesake_is_somebody_else() -> None:
    known = applied(planned(FIRST))
    plan = planned(table([1, 1, 201, 90, "王明", "13600136000"]), known=known)
    assert [owner.name for owner in plan.new_owners] == ["王明"]


def test_the_developer_stays_one_owner_over_several_rosters() -> None:
    known = applied(planned(table([1, 1, 101, 90, "甲置业公司(开发商)"])))
    plan = planned(table([1, 1, 102, 90, "开发商"], [1, 1, 103, 90, "甲置业公司"]), known=known)
    assert plan.new_owners == ()
    after = applied(plan, known)
    assert len({key for household in after.households for key in household.owner_keys}) == 1


def test_help_is_suggested_once() -> None:
    told = table([1, 1, 101, 90, "王明", None, None, None, None, "坐轮椅"])
    plan = planned(told)
    assert [s.help_kinds for s in plan.suggestions] == [(HelpKind.STAIR_SUPPORT,)]
    known = applied(plan)
    assert planned(told, known=known).suggestions == ()
    more = table([1, 1, 101, 90, "王明", None, None, None, None, "坐轮椅 独居"])
    again = planned(more, known=known)
    assert [s.help_kinds for s in again.suggestions] == [(HelpKind.HOME_VISIT,)]


def test_storeys_that_disagree_are_not_taken_over() -> None:
    headings = ["楼栋", "单元", "房号", "总层数", "面积", "业主"]
    told = sheet([[1, 1, 101, 18, 90, "王明"], [1, 1, 102, 11, 90, "李红"]], headings)
    plan = planned(told)
    assert [building.storeys for building in plan.new_buildings] == [None]
    assert [issue.reason for issue in plan.warnings] == [Reason.STOREYS_DISAGREE]
    later = sheet([[1, 1, 101, 18, 90, "王明"]], headings)
    change = planned(later, known=applied(plan)).changed_buildings
    assert [(c.before.storeys, c.after.storeys) for c in change] == [(None, 18)]


NAMES = [
    "王明",
    "李红",
    "张伟",
    "王明、李红",
    "李红 张伟",
    "甲置业公司(开发商)",
    "乙地产公司",
    "开发商",
    None,
]
PHONES = [None, "13800138000", 13900139000, "13800138000/13700137000", "123"]


@st.composite
def rosters(draw: st.DrawFn) -> Sheet:
    """Rosters of a small estate in which everything that can meet, meets."""
    row = st.tuples(
        st.sampled_from([1, "2栋"]),
        st.sampled_from([1, 2, None]),
        st.sampled_from([101, 102, "2-01", "1-1-101", "202"]),
        st.sampled_from([90, "90.5㎡", 80, None, "待测"]),
        st.sampled_from(NAMES),
        st.sampled_from(PHONES),
        st.sampled_from([None, "陈静(租户)", "王明"]),
        st.sampled_from([None, 2, "3人"]),
        st.sampled_from([None, "自住", "空置"]),
        st.sampled_from([None, "党员", "独居老人", "坐轮椅 党员"]),
    )
    return table(*(list(cells) for cells in draw(st.lists(row, max_size=12))))


@settings(max_examples=300, deadline=None)
@given(st.lists(rosters(), min_size=1, max_size=4))
def test_planning_after_applying_leaves_nothing_to_do(history: list[Sheet]) -> None:
    known = Snapshot()
    for told in history:
        known = applied(planned(told, known=known), known)
        again = planned(told, known=known)
        assert again.does_nothing
        assert again.suggestions == ()
        assert again.create == again.change == ()


@settings(deadline=None)
@given(st.lists(rosters(), min_size=1, max_size=3))
def test_nothing_known_is_ever_lost(history: list[Sheet]) -> None:
    known = Snapshot()
    for told in history:
        after = applied(planned(told, known=known), known)
        assert {h.code for h in known.households} <= {h.code for h in after.households}
        assert {o.key for o in known.owners} <= {o.key for o in after.owners}
        keys = {owner.key for owner in after.owners}
        assert all(set(household.owner_keys) <= keys for household in after.households)
        known = after


@settings(deadline=None)
@given(rosters(), rosters(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_handed_over_never_changes_the_plan(
    before: Sheet, told: Sheet, chance: random.Random
) -> None:
    known = applied(planned(before))
    result = parsed(told)
    assert plan_import(_shuffled(result, chance), known) == plan_import(result, known)


def _shuffled(result: ParsedRoster, chance: random.Random) -> ParsedRoster:
    rows, issues = list(result.rows), list(result.issues)
    chance.shuffle(rows)
    chance.shuffle(issues)
    return replace(result, rows=tuple(rows), issues=tuple(issues))


@settings(deadline=None)
@given(st.permutations(range(12)))
def test_sorting_the_rows_of_a_sheet_differently_never_changes_what_is_imported(
    order: list[int],
) -> None:
    rows: list[list[Cell]] = [
        [1 + at % 2, 1 if at % 3 else None, 100 * at + 101, 90 + at, NAMES[at % 8], PHONES[at % 5]]
        for at in range(12)
    ]
    shuffled = applied(planned(table(*(rows[at] for at in order))))
    assert shuffled == applied(planned(table(*rows)))


@settings(deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_what_is_known_never_changes_the_plan(order: list[int]) -> None:
    households = [
        HouseholdState(f"1-1-{n}01", Kind.HOME, "1", "1", n, "01", 9000, owner_keys=(f"k{n % 3}",))
        for n in range(1, 5)
    ]
    owners = [OwnerState(f"k{n}", "王明", OwnerKind.PERSON, ("13800138000",)) for n in range(4)]
    known = Snapshot(
        households=tuple(households[at] for at in order), owners=tuple(owners[at] for at in order)
    )
    straight = Snapshot(households=tuple(households), owners=tuple(owners))
    told = table(*([1, 1, n * 100 + 1, 90, "王明", 13800138000] for n in range(1, 6)))
    assert planned(told, known=known) == planned(told, known=straight)


def test_owner_names_follow_the_file() -> None:
    assert owner_names(applied(planned(FIRST)), "1-1-102") == ["李红", "张伟"]
