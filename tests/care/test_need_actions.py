"""Registering needs on both databases: consent, duplicates, repeats, erasure, dates."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, text
from sqlalchemy.exc import DBAPIError

from factories.care_register import (
    MORNING,
    NAME,
    PHONE,
    WORDS,
    Town,
    act,
    at,
    consent,
    count_of,
    daily,
    log_help,
    make_need,
    make_person,
    make_town,
    need_item,
    need_row,
    open_duties,
    register,
    rows_of,
    run_due,
    tasks_of,
    visit_item,
)
from linli.care.actions.add_consent import add_consent
from linli.care.actions.finish_need import finish_need
from linli.care.actions.open_need import open_need
from linli.care.actions.review_need import review_need
from linli.care.actions.withdraw_need import withdraw_need
from linli.care.models.care_task import AssistanceVisit, CareTaskStep
from linli.care.models.register import (
    AssistanceNeed,
    AssistedPerson,
    NeedEnding,
    SeparateConsent,
)
from linli.care.models.register_duty import RegisterDuty
from linli.care.permissions.register import OPEN_NEED
from linli.care.public import HANDLERS
from linli.care.rules.need_dates import CONSENT_GRACE, CONSENT_REMINDER, REVIEW_GRACE
from linli.care.schemas.need import ConsentIn, EndIn, OpeningIn, ReviewIn, WithdrawalIn
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact, FactPrivate
from linli.kernel.ids import new_id
from linli.kernel.keyring import Keyring
from linli.kernel.problems import Problem
from linli.kernel.sync.items import Verdict
from linli.kernel.vault.models import VaultKey, VaultOpening
from linli.kernel.vault.vault import Place, open_content

ROOT = Path(__file__).resolve().parents[2]
KEYRING = Keyring(b"k" * 32)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


def names(verdicts: list[Verdict]) -> list[str]:
    return [verdict.name for verdict in verdicts]


def codes(verdicts: list[Verdict]) -> list[str | None]:
    return [verdict.problem and verdict.problem.code for verdict in verdicts]


def pointers(verdict: Verdict) -> set[tuple[str, str]]:
    assert verdict.problem is not None
    return {(error.pointer, error.code) for error in verdict.problem.errors}


async def everything(database: Database, town: Town) -> bytes:
    """All that is stored for the town, as bytes to look for words in."""
    found = []
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        for model in (AssistanceNeed, SeparateConsent, AssistedPerson, NeedEnding, CareTaskStep):
            found += await tx.rows(
                select(table(model)).where(table(model).c.community_id == town.community_id)
            )
        for model in (Fact, FactPrivate, AssistanceVisit, RegisterDuty):
            found += await tx.rows(
                select(table(model)).where(table(model).c.community_id == town.community_id)
            )
    return repr(found).encode()


async def test_a_need_is_kept_with_its_consent_and_nothing_readable(database: Database) -> None:
    town = await make_town(database)
    item = need_item(town.doors[0])
    (verdict,) = await register(database, town, item, by=town.volunteer)
    assert verdict.name == "accepted"
    assert verdict.recorded.receipt.index == 0
    row = await need_row(database, town, item.id)
    assert (row["status"], row["basis"], row["kind"]) == ("active", "consent", "stair_support")
    (given,) = await rows_of(database, town, SeparateConsent)
    assert given["id"] == row["consent_id"]
    assert given["taken_by"] == town.volunteer.id
    stored = await everything(database, town)
    for words in (NAME, WORDS, PHONE, "林女士"):
        assert words.encode() not in stored


async def test_the_database_itself_refuses_a_need_without_consent(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    row = await need_row(database, town, need_id)
    forged = {**row, "id": new_id(), "person_id": new_id(), "consent_id": None}
    with pytest.raises(DBAPIError, match="consent"):
        await act(database, town, lambda tx: tx.execute(insert(table(AssistanceNeed)), [forged]))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"consent": consent("shopping")}, ("/consent/scope", "consent_without_kind")),
        ({"under_14": True}, ("/consent/given_by", "guardian_needed")),
        (
            {"consent": consent(given_by="guardian")},
            ("/consent/guardian_name", "guardian_needed"),
        ),
        ({"instruction": "她有糖尿病，每周取药"}, ("/instruction", "diagnosis_words")),
        ({"contact_name": "化疗病人家属"}, ("/contact_name", "diagnosis_words")),
        ({"review_on": None}, ("/review_on", "until_when")),
        ({"review_on": "2026-11-01"}, ("/review_on", "before_start")),
        ({"review_on": "2029-01-01"}, ("/review_on", "too_far")),
        ({"ends_on": "2026-11-22"}, ("/ends_on", "before_start")),
        ({"replaces": str(new_id())}, ("/replaces", "unknown_need")),
        ({"beside": str(new_id())}, ("/beside", "unknown_need")),
    ],
)
async def test_what_the_rules_refuse_is_rejected_with_its_place(
    database: Database, change: dict[str, Any], fault: tuple[str, str]
) -> None:
    town = await make_town(database)
    (verdict,) = await register(database, town, need_item(town.doors[0], **change))
    assert verdict.name == "rejected"
    assert verdict.problem.status == 422
    assert fault in pointers(verdict)
    assert await count_of(database, town, AssistanceNeed) == 0
    assert await count_of(database, town, SeparateConsent) == 0


async def test_a_child_is_helped_with_a_guardians_consent(database: Database) -> None:
    town = await make_town(database)
    given = consent(given_by="guardian", guardian_name="王建国")
    item = need_item(town.doors[0], under_14=True, consent=given)
    assert names(await register(database, town, item)) == ["accepted"]
    assert "王建国".encode() not in await everything(database, town)
    opened = await act(
        database, town, open_need, town.social_worker.actor, item.id,
        OpeningIn(id=new_id(), purpose="review"),
    )  # fmt: skip
    assert opened["consent"]["guardian_name"] == "王建国"


async def test_a_repeat_is_a_duplicate_and_other_content_a_conflict(database: Database) -> None:
    town = await make_town(database)
    item = need_item(town.doors[0])
    await register(database, town, item)
    assert names(await register(database, town, item)) == ["duplicate"]
    more = need_item(town.doors[0], id=item.id, urgency="urgent", consent=consent())
    (verdict,) = await register(database, town, more)
    assert (verdict.name, pointers(verdict)) == ("conflict", {("/urgency", "differs")})


async def test_twenty_parallel_identical_posts_make_one_need(database: Database) -> None:
    town = await make_town(database)
    item = need_item(town.doors[0])
    verdicts = await asyncio.gather(*[register(database, town, item) for _ in range(20)])
    assert sorted(name for each in verdicts for name in names(each)) == [
        "accepted",
        *["duplicate"] * 19,
    ]
    assert await count_of(database, town, AssistanceNeed) == 1
    assert await count_of(database, town, SeparateConsent) == 1
    assert await count_of(database, town, AssistedPerson) == 1


async def test_of_twenty_different_posts_for_one_door_one_is_registered(
    database: Database,
) -> None:
    town = await make_town(database)
    items = [need_item(town.doors[0]) for _ in range(20)]
    verdicts = await asyncio.gather(*[register(database, town, item) for item in items])
    assert sorted(name for each in verdicts for name in names(each)) == [
        "accepted",
        *["rejected"] * 19,
    ]
    assert await count_of(database, town, AssistanceNeed) == 1


async def test_the_same_help_for_the_same_door_is_a_duplicate_that_names_the_need(
    database: Database,
) -> None:
    town = await make_town(database)
    first = await make_need(database, town)
    same, other_kind, other_door = (
        need_item(town.doors[0], person_name="林老太太"),
        need_item(town.doors[0], "shopping"),
        need_item(town.doors[1]),
    )
    verdicts = await register(database, town, same, other_kind, other_door)
    assert names(verdicts) == ["rejected", "accepted", "accepted"]
    assert verdicts[0].problem.status == 409
    assert verdicts[0].problem.values == {"need_id": str(first)}


async def test_a_couple_behind_one_door_has_two_needs_side_by_side(database: Database) -> None:
    town = await make_town(database)
    first = await make_need(database, town)
    husband = need_item(town.doors[0], person_name="陈国强", beside=str(first))
    herself = need_item(town.doors[0], beside=str(first))
    assert names(await register(database, town, husband)) == ["accepted"]
    assert codes(await register(database, town, herself)) == ["need_exists"]


async def test_a_need_that_replaces_another_ends_and_erases_it(database: Database) -> None:
    town = await make_town(database)
    first = await make_need(database, town)
    second = need_item(town.doors[0], replaces=str(first), instruction="改到下午")
    assert names(await register(database, town, second)) == ["accepted"]
    assert (await need_row(database, town, first))["sealed"] is None
    (ending,) = await rows_of(database, town, NeedEnding)
    assert (ending["reason"], ending["key_destroyed"]) == ("replaced", False)
    content = await act(
        database, town, open_need, town.social_worker.actor, second.id,
        OpeningIn(id=new_id(), purpose="check"),
    )  # fmt: skip
    assert content["instruction"] == "改到下午"


async def test_one_batch_may_register_a_need_and_replace_it(database: Database) -> None:
    town = await make_town(database)
    first = need_item(town.doors[0])
    second = need_item(town.doors[0], replaces=str(first.id))
    assert names(await register(database, town, first, second)) == ["accepted", "accepted"]
    assert (await need_row(database, town, first.id))["status"] == "ended"
    assert (await need_row(database, town, second.id))["status"] == "active"


async def test_a_volunteer_replaces_only_what_they_registered_themselves(
    database: Database,
) -> None:
    town = await make_town(database)
    theirs = await make_need(database, town)
    own = need_item(town.doors[1])
    await register(database, town, own, by=town.volunteer)
    items = [
        need_item(town.doors[0], replaces=str(theirs)),
        need_item(town.doors[1], replaces=str(own.id)),
    ]
    verdicts = await register(database, town, *items, by=town.volunteer)
    assert codes(verdicts) == ["forbidden", None]


async def test_one_bad_need_of_a_batch_blocks_no_other(database: Database) -> None:
    town = await make_town(database)
    items = [
        need_item(town.doors[0]),
        need_item(town.doors[1], instruction="高血压"),
        need_item(new_id()),
        need_item(town.doors[2], "shopping"),
    ]
    verdicts = await register(database, town, *items)
    assert codes(verdicts) == [None, "diagnosis_words", "not_found", None]


async def test_doors_out_of_reach_do_not_exist_for_a_volunteer(database: Database) -> None:
    town = await make_town(database)
    far = need_item(town.other_building.household_ids[0])
    assert codes(await register(database, town, far, by=town.volunteer)) == ["not_found"]
    group = await make_person(database, town.community_id, "volunteer", Scope.GROUP, new_id())
    near = need_item(town.doors[0])
    assert codes(await register(database, town, near, by=group)) == ["not_found"]


async def test_a_consent_serves_one_need(database: Database) -> None:
    town = await make_town(database)
    given = consent(scope=["stair_support", "shopping"])
    items = [
        need_item(town.doors[0], consent=given),
        need_item(town.doors[0], "shopping", consent=given),
    ]
    verdicts = await register(database, town, *items)
    assert names(verdicts) == ["accepted", "conflict"]
    assert pointers(verdicts[1]) == {("/consent/id", "differs")}


async def end(database: Database, town: Town, need_id: UUID) -> bool:
    body = WithdrawalIn(id=new_id(), given_how="spoken_at_door")
    return await act(database, town, withdraw_need, town.volunteer.actor, need_id, body)


async def test_withdrawing_erases_content_key_notes_and_private_facts(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, **daily())
    task, *_ = await tasks_of(database, town, need_id)
    visit = visit_item(town.doors[0], care_task_id=task["id"], note="门口有台阶")
    await log_help(database, town, visit)
    row = await need_row(database, town, need_id)
    before = await everything(database, town)
    assert str(town.doors[0]).encode() in before
    assert await end(database, town, need_id)
    assert await count_of(database, town, VaultKey) == 0
    assert await count_of(database, town, AssistedPerson) == 0
    ended = await need_row(database, town, need_id)
    assert (ended["status"], ended["sealed"], ended["body_digest"]) == ("withdrawn", None, b"")
    (kept,) = await rows_of(database, town, AssistanceVisit)
    assert kept["sealed"] is None
    (ending,) = await rows_of(database, town, NeedEnding)
    assert (ending["key_destroyed"], ending["given_how"]) == (True, "spoken_at_door")
    await only_endings_are_private(database, town, need_id, row)


async def only_endings_are_private(
    database: Database, town: Town, need_id: UUID, row: dict[str, Any]
) -> None:
    """No private payload is left of the need's own facts; one fact says it was erased."""
    facts = await rows_of(database, town, Fact, subject_id=need_id)
    assert [fact["kind"].rsplit(".", 1)[1] for fact in facts] == [
        "registered",
        "withdrawn",
        "erased",
    ]
    kept = {each["seq"] for each in await rows_of(database, town, FactPrivate)}
    assert not kept & {fact["seq"] for fact in facts}
    assert row["kind"] not in "".join(fact["leaf"] for fact in facts)


async def test_erased_content_stays_unreadable_even_from_an_older_copy(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    copy = await need_row(database, town, need_id)
    await end(database, town, need_id)
    place = Place("assistance_need", need_id, copy["person_id"])
    with pytest.raises(Problem) as refused:
        await act(
            database,
            town,
            lambda tx: open_content(
                tx, town.social_worker.actor, OPEN_NEED, place, copy["sealed"], purpose="x"
            ),
        )
    assert (refused.value.status, refused.value.code) == (410, "erased")


async def test_a_destroyed_key_is_gone_from_the_database_file_itself(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'linli.db'}", KEYRING)
    await migrate(database.writer, ROOT / "migrations")
    town = await make_town(database)
    need_id = await make_need(database, town)
    (key,) = await rows_of(database, town, VaultKey)
    sealed = (await need_row(database, town, need_id))["sealed"]
    assert key["wrapped"] in await file_of(database, tmp_path)
    await end(database, town, need_id)
    left = await file_of(database, tmp_path)
    await database.close()
    assert key["wrapped"] not in left
    assert sealed not in left


async def file_of(database: Database, folder: Path) -> bytes:
    """The database file once the log of changes has been worked into it."""
    async with database.writer.connect() as conn:
        driver = await conn.get_raw_connection()
        driver.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / "linli.db").read_bytes()


async def test_the_key_lives_while_another_need_of_the_person_is_active(
    database: Database,
) -> None:
    town = await make_town(database)
    first, second = (
        await make_need(database, town),
        await make_need(database, town, kind="shopping"),
    )
    await end(database, town, first)
    opened = await act(
        database, town, open_need, town.social_worker.actor, second,
        OpeningIn(id=new_id(), purpose="arrange"),
    )  # fmt: skip
    assert opened["person_name"] == NAME
    await end(database, town, second)
    assert await count_of(database, town, VaultKey) == 0


async def test_a_need_that_was_erased_is_still_recognised_when_a_phone_sends_it_again(
    database: Database,
) -> None:
    town = await make_town(database)
    item = need_item(town.doors[0])
    await register(database, town, item)
    await end(database, town, item.id)
    assert names(await register(database, town, item)) == ["duplicate"]
    assert (await need_row(database, town, item.id))["sealed"] is None


async def test_ending_at_the_same_time_ends_once(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    bodies = [EndIn(id=new_id(), reason="no_longer_needed") for _ in range(6)]
    results = await asyncio.gather(
        *[
            act(database, town, finish_need, town.social_worker.actor, need_id, body)
            for body in [*bodies, bodies[0]]
        ],
        return_exceptions=True,
    )
    assert [each for each in results if each is True] == [True]
    refused = [each.code for each in results if isinstance(each, Problem)]
    assert set(refused) <= {"need_over"}
    assert await count_of(database, town, NeedEnding) == 1


async def test_ending_and_registering_at_once_never_leaves_a_need_without_a_key(
    database: Database,
) -> None:
    town = await make_town(database)
    for _ in range(5):
        first = need_item(town.doors[0])
        await register(database, town, first)
        second = need_item(town.doors[0], "shopping")
        await asyncio.gather(end(database, town, first.id), register(database, town, second))
        opened = await act(
            database, town, open_need, town.social_worker.actor, second.id,
            OpeningIn(id=new_id(), purpose="check"),
        )  # fmt: skip
        assert opened["person_name"] == NAME
        await end(database, town, second.id)


async def test_every_opening_is_recorded_with_who_when_and_why(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    body = OpeningIn(id=new_id(), purpose="安排明天的帮扶")
    await act(database, town, open_need, town.social_worker.actor, need_id, body)
    openings = await rows_of(database, town, VaultOpening, record_id=need_id)
    assert [(row["actor_id"], row["purpose"]) for row in openings] == [
        (town.social_worker.id, "安排明天的帮扶")
    ]
    with pytest.raises(DBAPIError, match="append-only"):
        await act(
            database,
            town,
            lambda tx: tx.execute(
                delete(table(VaultOpening)).where(
                    table(VaultOpening).c.community_id == town.community_id
                )
            ),
        )


@pytest.mark.parametrize("who", ["lead", "volunteer"])
async def test_nobody_but_the_social_worker_opens_a_need(database: Database, who: str) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    person = getattr(town, who)
    body = OpeningIn(id=new_id(), purpose="curious")
    with pytest.raises(Problem) as refused:
        await act(database, town, open_need, person.actor, need_id, body)
    assert refused.value.status == 403
    assert await count_of(database, town, VaultOpening) == 0


async def test_a_purpose_with_a_diagnosis_is_refused(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    body = OpeningIn(id=new_id(), purpose="看看糖尿病情况")
    with pytest.raises(Problem) as refused:
        await act(database, town, open_need, town.social_worker.actor, need_id, body)
    assert refused.value.code == "diagnosis_words"


async def test_an_emergency_without_a_consent_is_reminded_of_and_then_erased(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, emergency={"reason": "电梯停了，人困在楼上"})
    assert (await need_row(database, town, need_id))["basis"] == "emergency"
    at(seconds=CONSENT_REMINDER.total_seconds() - 1)
    await run_due(database, town)
    assert "consent_due" not in await open_duties(database, town)
    at(seconds=CONSENT_REMINDER.total_seconds())
    await run_due(database, town)
    assert "consent_due" in await open_duties(database, town)
    at(seconds=CONSENT_GRACE.total_seconds())
    await run_due(database, town)
    row = await need_row(database, town, need_id)
    assert (row["status"], row["sealed"]) == ("ended", None)
    assert await open_duties(database, town) == ["no_consent"]


async def test_a_consent_that_follows_an_emergency_keeps_the_need(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, emergency={"reason": "人困在楼上"})
    at(hours=30)
    await run_due(database, town)
    body = ConsentIn.model_validate(consent())
    assert await act(database, town, add_consent, town.volunteer.actor, need_id, body)
    assert not await act(database, town, add_consent, town.volunteer.actor, need_id, body)
    assert "consent_due" not in await open_duties(database, town)
    at(days=10)
    await run_due(database, town)
    row = await need_row(database, town, need_id)
    assert (row["status"], row["basis"]) == ("active", "consent")


async def test_a_consent_for_a_child_registered_in_an_emergency_is_a_guardians(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, emergency={"reason": "独自在家"}, under_14=True)
    body = ConsentIn.model_validate(consent())
    with pytest.raises(Problem) as refused:
        await act(database, town, add_consent, town.volunteer.actor, need_id, body)
    assert [(e.pointer, e.code) for e in refused.value.errors] == [("/given_by", "guardian_needed")]
    theirs = ConsentIn.model_validate(consent(given_by="guardian", guardian_name="王建国"))
    assert await act(database, town, add_consent, town.volunteer.actor, need_id, theirs)


async def test_a_review_that_is_due_waits_for_the_social_worker_and_ends_what_is_forgotten(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, review_on="2026-11-30", **daily())
    at(days=6, hours=15)
    await run_due(database, town)
    assert "review_due" in await open_duties(database, town)
    body = ReviewIn(id=new_id(), review_on="2026-12-15")
    assert await act(database, town, review_need, town.social_worker.actor, need_id, body)
    assert "review_due" not in await open_duties(database, town)
    at(days=22 + REVIEW_GRACE.days)
    await run_due(database, town)
    assert (await need_row(database, town, need_id))["status"] == "ended"
    assert "review_missed" in await open_duties(database, town)
    assert "review_due" not in await open_duties(database, town)


async def test_a_need_ends_by_itself_after_its_last_day_and_takes_its_tasks_along(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, ends_on="2026-11-25", review_on=None, **daily())
    at(days=2, hours=14, minutes=59)
    await run_due(database, town)
    assert (await need_row(database, town, need_id))["status"] == "active"
    at(days=2, hours=15)
    await run_due(database, town)
    row = await need_row(database, town, need_id)
    assert (row["status"], row["sealed"]) == ("ended", None)
    assert {task["step"] for task in await tasks_of(database, town, need_id)} == {"cancelled"}


async def test_a_handler_that_runs_twice_changes_nothing_more(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, emergency={"reason": "人困在楼上"})
    at(hours=80)
    await run_due(database, town)
    before = await everything(database, town)
    for kind in ("care.need.dates", "care.need.plan"):
        await act(database, town, HANDLERS[kind], need_id)
    assert await everything(database, town) == before


async def test_sealed_rows_of_one_community_cannot_be_seen_from_another(
    database: Database, backend: str
) -> None:
    if backend == "sqlite":
        pytest.skip("row-level security is PostgreSQL's")
    town, other = await make_town(database), await make_town(database)
    await make_need(database, town)
    async with database.transaction(write=False) as tx:
        await tx.enter(other.community_id)
        for name in ("assistance_need", "separate_consent", "care_task", "assisted_person"):
            assert await tx.scalar(text(f"SELECT count(*) FROM {name}")) == 0  # noqa: S608 - a literal
