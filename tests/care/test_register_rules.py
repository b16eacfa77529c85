"""The register's pure rules: views, figures, words, consents, dates."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.care.rules.consent_faults import ConsentGiven, consent_faults
from linli.care.rules.diagnosis_words import diagnosis_words
from linli.care.rules.need_dates import (
    CONSENT_GRACE,
    ENDINGS,
    LONGEST,
    REVIEW_GRACE,
    NeedDates,
    date_faults,
    events_ahead,
)
from linli.care.rules.register_statistics import SMALLEST, Told, de_identified
from linli.care.rules.register_view import Relation, may_open, visible

ZONE = ZoneInfo("Asia/Shanghai")
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
KINDS = ("stair_support", "shopping", "medicine_pickup", "home_visit", "escort", "other")
FLAGS = tuple(Relation.__dataclass_fields__)
RELATIONS = st.builds(Relation, **{flag: st.booleans() for flag in FLAGS})


@given(RELATIONS)
def test_an_instruction_is_seen_by_nobody_but_the_helper_of_a_current_task(
    relation: Relation,
) -> None:
    helping_now = relation.has_task and relation.task_is_current
    assert ("instruction" in visible(relation)) == helping_now


@given(RELATIONS)
def test_the_register_is_the_social_workers_alone(relation: Relation) -> None:
    assert ("register" in visible(relation)) == relation.keeps_register == may_open(relation)


@given(RELATIONS)
def test_floor_and_door_are_for_leads_keepers_and_current_helpers(relation: Relation) -> None:
    helping_now = relation.has_task and relation.task_is_current
    may = relation.keeps_register or relation.leads_building or helping_now
    assert ("place" in visible(relation)) == may


@given(RELATIONS, st.sampled_from(FLAGS))
def test_another_role_never_takes_a_view_away(relation: Relation, flag: str) -> None:
    more = Relation(**{**vars(relation), flag: True})
    assert visible(relation) <= visible(more)


def test_strangers_see_nothing_and_staff_see_figures_only() -> None:
    assert visible(Relation()) == frozenset()
    assert visible(Relation(administers=True)) == {"statistics"}
    assert visible(Relation(leads_building=True)) == {"mark", "task", "place"}
    assert visible(Relation(has_task=True)) == visible(Relation(offered_task=True)) == {"task"}


def all_counts(groups: int, most: int) -> list[tuple[int, ...]]:
    return list(product(range(most + 1), repeat=groups))


def told_of(counts: tuple[int, ...]) -> Told:
    return de_identified(dict(zip("abcd", counts, strict=False)))


@pytest.mark.parametrize(("groups", "most"), [(1, 12), (2, 12), (3, 10), (4, 7)])
def test_who_knows_the_rule_and_the_total_still_cannot_tell_a_small_group(
    groups: int, most: int
) -> None:
    worlds: dict[str, list[tuple[int, ...]]] = {}
    for counts in all_counts(groups, most + SMALLEST):
        worlds.setdefault(repr(told_of(counts)), []).append(counts)
    for counts in all_counts(groups, most):
        possible = worlds[repr(told_of(counts))]
        for place, count in enumerate(counts):
            if 0 < count < SMALLEST:
                assert len({other[place] for other in possible}) > 1, counts


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1))
def test_figures_are_true_or_withheld_and_never_small(counts: dict[str, int]) -> None:
    told = de_identified(counts)
    assert told.counts.keys() == counts.keys()
    assert told.total in {None, sum(counts.values())}
    for name, figure in told.counts.items():
        assert figure is None or (figure == counts[name] and figure >= SMALLEST)
    withheld = [counts[name] for name, figure in told.counts.items() if figure is None]
    if told.total is not None and withheld:
        assert len(withheld) > 1
        assert sum(withheld) >= SMALLEST


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(SMALLEST, 99), min_size=1))
def test_figures_of_large_groups_are_all_told(counts: dict[str, int]) -> None:
    assert de_identified(counts) == Told(sum(counts.values()), counts)


CHINESE = (
    "糖尿病 高血压 心脏病 脑梗 中风 癌 肿瘤 透析 化疗 骨折 帕金森 老年痴呆 抑郁症 精神分裂 癫痫"
    " 怀孕 预产期 残疾 乙肝 艾滋 肺炎 关节炎 慢性病 尿毒症 瘫痪 胰岛素 降压药"
)
ENGLISH = "diabetes cancer dementia HIV pregnant hypertension dialysis surgery disabled stroke"
DIAGNOSES = (*CHINESE.split(), *ENGLISH.split())
HARMLESS = (
    "每周二上午扶下楼再送上来",
    "陪同看病，挂号由家属办",
    "到社区卫生站代取药，药单在门口信箱",
    "米十斤、青菜两把，送到门口敲三下",
    "请大声说话，走慢一点",
    "天气炎热请改到傍晚",
    "需要两个人，带担架椅",
    "Two people, please bring the carrying chair and a walking aid",
    "Walk with her to the gate and back",
)
SPACES = st.text(st.sampled_from(" ·　-、\u200b"), max_size=2)


@pytest.mark.parametrize("word", DIAGNOSES)
def test_a_diagnosis_is_found_wherever_it_stands(word: str) -> None:
    for text in (word, f"需要帮忙，{word}，住三楼", f"help, {word.upper()}, 3rd floor"):
        assert diagnosis_words(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_help_described_without_a_diagnosis_is_let_through(text: str) -> None:
    assert diagnosis_words(text) == ()


@given(st.sampled_from(CHINESE.split()), st.data())
def test_spacing_a_word_out_does_not_hide_it(word: str, data: st.DataObject) -> None:
    spaced = "".join(char + data.draw(SPACES) for char in word)
    assert diagnosis_words(f"上门{spaced}送饭")


def test_full_width_letters_do_not_hide_a_word() -> None:
    assert diagnosis_words("ＨＩＶ") == ("hiv",)


@given(
    kind=st.sampled_from(KINDS),
    scope=st.lists(st.sampled_from(KINDS), unique=True),
    given_by=st.sampled_from(["self", "guardian"]),
    guardian=st.sampled_from([None, "王女士"]),
    under_14=st.booleans(),
)
def test_a_consent_names_the_help_and_for_a_child_comes_from_a_named_guardian(
    kind: str, scope: list[str], given_by: str, guardian: str | None, *, under_14: bool
) -> None:
    consent = ConsentGiven(scope, given_by, guardian)
    faults = {fault.code for fault in consent_faults(kind, consent, under_14=under_14)}
    good_giver = given_by == "guardian" if under_14 else True
    good = kind in scope and good_giver and (given_by == "guardian") == (guardian is not None)
    assert (not faults) == good


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_a_need_is_kept_until_a_day_within_a_year(
    since: date, review_on: date | None, ends_on: date | None
) -> None:
    days = [day for day in (review_on, ends_on) if day is not None]
    good = bool(days) and all(since <= day <= since + LONGEST for day in days)
    assert (not list(date_faults(since, review_on, ends_on))) == good


@given(st.none() | DAYS, st.none() | DAYS, st.none() | st.datetimes(timezones=st.just(UTC)))
def test_every_need_with_dates_ends_even_if_nobody_does_anything(
    review_on: date | None, ends_on: date | None, emergency_at: datetime | None
) -> None:
    if emergency_at is not None and not 2000 < emergency_at.year < 2100:
        emergency_at = emergency_at.replace(year=2026, day=1)
    events = events_ahead(NeedDates(review_on, ends_on, emergency_at), ZONE)
    assert [at for at, _ in events] == sorted(at for at, _ in events)
    if review_on or ends_on or emergency_at:
        assert any(event in ENDINGS for _, event in events)


def test_the_social_worker_hears_before_anything_runs_out() -> None:
    asked = datetime(2026, 11, 2, 8, tzinfo=UTC)
    dates = NeedDates(date(2026, 12, 1), None, asked)
    events = {event: at for at, event in events_ahead(dates, ZONE)}
    assert events["consent_due"] < events["no_consent"] == asked + CONSENT_GRACE
    assert events["review_due"] == datetime(2026, 12, 1, tzinfo=ZONE)
    assert events["review_missed"] - events["review_due"] == REVIEW_GRACE


def test_a_need_lives_through_all_of_its_last_day() -> None:
    [(at, event)] = events_ahead(NeedDates(None, date(2026, 11, 30)), ZONE)
    assert (event, at) == ("end_date", datetime(2026, 12, 1, tzinfo=ZONE))
    assert at - timedelta(seconds=1) > datetime(2026, 11, 30, 23, tzinfo=ZONE)
