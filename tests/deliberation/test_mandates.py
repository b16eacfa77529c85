"""Mandates: appointed, recalled, given back, taken over, ended by time; on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select, update

from factories.elections import NOW, come_to
from factories.house import House, Neighbour, act, refused, told
from linli.community.models import HouseholdMember
from linli.identity.models import RoleGrant
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("morning")

MIDNIGHT_AFTER = datetime(2026, 11, 30, 16, tzinfo=UTC)
"""The first of December begins in Wuhan."""


def appointment(house: House, person: Neighbour, **more: Any) -> dict[str, Any]:
    """Four of the six homes took part, three agreed."""
    return {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "account_id": str(person.account_id),
        "term_from": "2026-11-02",
        "term_until": "2026-11-30",
        "held_on": "2026-11-01",
        "took_part": 4,
        "agreed": 3,
        "minutes": "周日晚在一楼大厅开会，三户同意，一户弃权。",
        **more,
    }


async def appoint(house: House, person: Neighbour, **more: Any) -> str:
    body = appointment(house, person, **more)
    return str(told(await (await house.admin()).post("mandates", json=body))["id"])


def recall(**more: Any) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "held_on": "2026-11-02",
        "took_part": 6,
        "agreed": 4,
        "minutes": "六户到会，四户同意罢免。",
        "reason": "三次没有来开会",
        **more,
    }


async def roles(house: House, person: Neighbour) -> set[str]:
    g = table(RoleGrant).c
    held = select(g.role, g.scope_id).where(
        g.community_id == house.community_id,
        g.account_id == person.account_id,
        g.revoked_at.is_(None),
    )
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        rows = await tx.rows(held)
    for row in rows:
        assert row["role"] != "representative" or row["scope_id"] == house.building.id
    return {row["role"] for row in rows}


async def standing(client: httpx.AsyncClient, mandate: str) -> str:
    return str(told(await client.get(f"mandates/{mandate}"))["standing"])


async def test_an_appointment_with_minutes_gives_the_role_for_the_building(house: House) -> None:
    person = await house.neighbour(0)
    admin = await house.admin()
    body = appointment(house, person)
    first, again = [await admin.post("mandates", json=body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert (first.json()["standing"], first.json()["basis"]) == ("in_force", "appointment")
    assert await roles(house, person) == {"resident", "representative"}
    minutes = told(await admin.get(f"building-assemblies/{body['id']}"))
    assert (minutes["homes"], minutes["took_part"], minutes["agreed"]) == (6, 4, 3)
    stranger = await house.as_("resident")
    hidden = await stranger.client.get(f"building-assemblies/{body['id']}")
    assert refused(hidden) == (404, "not_found")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"took_part": 3}, "half_must_take_part"),
        ({"agreed": 2}, "half_must_agree"),
        ({"took_part": 7}, "more_than_homes"),
        ({"agreed": 5}, "more_than_took_part"),
        ({"minutes": " "}, "string_too_short"),
        ({"term_until": "2026-10-01"}, "term_reversed"),
        ({"term_until": "2126-10-01"}, "term_too_long"),
        ({"held_on": "2030-01-01"}, "day_in_future"),
        ({"stands_in_for": str(new_id())}, "unknown_mandate"),
        ({"building_id": str(new_id())}, "unknown_building"),
    ],
)
async def test_what_is_no_decision_of_an_assembly_appoints_nobody(
    house: House, change: dict[str, Any], wrong: str
) -> None:
    person = await house.neighbour(0)
    body = appointment(house, person, **change)
    assert refused(await (await house.admin()).post("mandates", json=body)) == (422, wrong)
    assert await roles(house, person) == {"resident"}


async def test_who_has_no_home_in_the_building_cannot_speak_for_it(house: House) -> None:
    stranger = await house.as_("resident")
    body = appointment(house, stranger)
    answer = await (await house.admin()).post("mandates", json=body)
    assert refused(answer) == (422, "not_of_this_building")


async def test_the_role_begins_and_ends_with_the_term_at_the_communitys_midnight(
    house: House,
) -> None:
    person = await house.neighbour(0)
    mandate = await appoint(house, person, term_from="2026-11-10")
    admin = await house.admin()
    assert await standing(admin, mandate) == "to_come"
    assert await roles(house, person) == {"resident"}
    begins = datetime(2026, 11, 9, 16, tzinfo=UTC)
    await come_to(house, begins - timedelta(seconds=1))
    assert await roles(house, person) == {"resident"}
    await come_to(house, begins)
    assert await roles(house, person) == {"resident", "representative"}
    await come_to(house, MIDNIGHT_AFTER - timedelta(seconds=1))
    assert "representative" in await roles(house, person)
    await come_to(house, MIDNIGHT_AFTER)
    assert await roles(house, person) == {"resident"}


async def reminders(house: House, mandate: str) -> int:
    f = table(Fact).c
    these = (f.kind == "deliberation.mandate.reminded", f.subject_id == UUID(mandate))
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        return int(await tx.scalar(select(func.count()).where(*these)) or 0)


async def ending(client: httpx.AsyncClient) -> list[str]:
    found = told(await client.get("deliberation/waiting"))
    return [each["id"] for each in found["mandates"]]


async def test_a_mandate_is_reminded_of_a_month_before_it_ends_until_somebody_follows(
    house: House,
) -> None:
    person, other = await house.neighbour(0), await house.neighbour(1)
    mandate = await appoint(house, person, term_until="2026-12-03")
    admin = await house.admin()
    morning = datetime(2026, 11, 3, tzinfo=UTC)
    await come_to(house, morning - timedelta(hours=9))
    assert (await reminders(house, mandate), await ending(admin)) == (0, [])
    await come_to(house, morning + timedelta(minutes=1))
    assert await reminders(house, mandate) == 1
    own, admin = await house.again(person), await house.again(house.admins[0])
    assert await ending(own) == await ending(admin) == [mandate]
    assert await ending(await house.again(other)) == []
    await come_to(house, morning + timedelta(hours=1))
    assert await reminders(house, mandate) == 1
    body = appointment(house, other, term_from="2026-12-04", term_until="2027-12-31")
    told(await admin.post("mandates", json=body))
    assert await ending(own) == await ending(admin) == []


async def test_a_mandate_that_was_given_back_is_not_reminded_of(house: House) -> None:
    person = await house.neighbour(0)
    mandate = await appoint(house, person, term_until="2026-12-03")
    phone = await house.again(person)
    told(await act(phone, f"mandates/{mandate}/resignation", {"reason": "搬家"}))
    await come_to(house, datetime(2026, 11, 4, tzinfo=UTC))
    assert await reminders(house, mandate) == 0


async def test_who_held_nothing_but_the_mandate_has_no_home_here_after_it(house: House) -> None:
    person = await house.neighbour(0)
    await appoint(house, person)
    g, members = table(RoleGrant).c, table(HouseholdMember).c
    only_mandate = update(table(RoleGrant)).where(
        g.account_id == person.account_id, g.role == "resident"
    )
    at_home = select(func.count()).where(
        members.account_id == person.account_id, members.ended_at.is_(None)
    )
    async with house.database.transaction(write=True) as tx:
        await tx.enter(house.community_id)
        await tx.execute(
            only_mandate.values(
                revoked_at=clock.now(), revoked_by=new_id(), revoked_because="moved"
            )
        )
        assert await tx.scalar(at_home) == 1
    await come_to(house, MIDNIGHT_AFTER)
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        assert await tx.scalar(at_home) == 0


async def test_a_recall_ends_the_role_at_once_and_the_substitute_takes_over(house: House) -> None:
    first, second = await house.neighbour(0), await house.neighbour(1)
    mandate = await appoint(house, first)
    substitute = await appoint(house, second, stands_in_for=mandate)
    admin = await house.admin()
    assert await standing(admin, substitute) == "substitute"
    assert await roles(house, second) == {"resident"}
    body = recall()
    done, again = [await admin.post(f"mandates/{mandate}/recall", json=body) for _ in range(2)]
    assert (done.status_code, again.status_code) == (201, 200)
    assert (done.json()["standing"], done.json()["ended_because"]) == ("over", "三次没有来开会")
    assert await standing(admin, substitute) == "in_force"
    assert await roles(house, first) == {"resident"}
    assert await roles(house, second) == {"resident", "representative"}
    twice = await admin.post(f"mandates/{mandate}/recall", json=recall())
    assert refused(twice) == (409, "mandate_over")
    await come_to(house, MIDNIGHT_AFTER)
    assert await roles(house, second) == {"resident"}


async def test_a_recall_needs_a_decision_of_the_building(house: House) -> None:
    person = await house.neighbour(0)
    mandate, admin = await appoint(house, person), await house.admin()
    short = await admin.post(f"mandates/{mandate}/recall", json=recall(agreed=3))
    assert refused(short) == (422, "half_must_agree")
    assert "representative" in await roles(house, person)
    lead = await house.as_("building_lead")
    not_theirs = await lead.client.post(f"mandates/{mandate}/recall", json=recall())
    assert refused(not_theirs) == (403, "forbidden")


async def test_two_recalls_at_once_end_a_mandate_once(house: House) -> None:
    person = await house.neighbour(0)
    mandate, admin = await appoint(house, person), await house.admin()
    answers = await asyncio.gather(
        *[admin.post(f"mandates/{mandate}/recall", json=recall()) for _ in range(4)]
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


async def test_appointments_at_once_each_begin_on_their_day(house: House) -> None:
    people = [await house.neighbour(door) for door in range(4)]
    days = ["2026-11-02", "2026-11-20", "2026-11-05", "2026-11-10"]
    await asyncio.gather(
        *[appoint(house, person, term_from=day) for person, day in zip(people, days, strict=True)]
    )
    for day, person in sorted(zip(days, people, strict=True), key=lambda pair: pair[0]):
        midnight = datetime.fromisoformat(f"{day}T00:00:00+08:00")
        if midnight > NOW:
            await come_to(house, midnight - timedelta(seconds=1))
            assert await roles(house, person) == {"resident"}
            await come_to(house, midnight)
        assert "representative" in await roles(house, person)


async def test_a_representative_gives_only_the_own_mandate_back(house: House) -> None:
    person, other = await house.neighbour(0), await house.neighbour(1)
    mandate, theirs = await appoint(house, person), await appoint(house, other)
    phone = await house.again(person)
    path, why = "mandates/{}/resignation", {"reason": "要去带孙子"}
    assert refused(await act(phone, path.format(theirs), why)) == (403, "forbidden")
    told(await act(phone, path.format(mandate), why))
    assert await roles(house, person) == {"resident"}
    shown = told(await (await house.admin()).get(f"mandates/{mandate}"))
    assert (shown["ended_how"], shown["ended_because"]) == ("resignation", "要去带孙子")


async def test_who_resigned_is_answered_alike_when_it_is_sent_again(house: House) -> None:
    person = await house.neighbour(0)
    mandate = await appoint(house, person)
    path, why = f"mandates/{mandate}/resignation", {"reason": "要去带孙子"}
    phone = await house.again(person)
    assert refused(await phone.post(path, json=why)) == (400, "idempotency_key_required")
    first = told(await act(phone, path, why, "once"))
    assert (await act(phone, path, why, "once")).status_code == 401
    phone = await house.again(person)
    assert await roles(house, person) == {"resident"}
    assert told(await act(phone, path, why, "once")) == first
    assert refused(await act(phone, path, {"reason": "搬家"}, "once")) == (422, "key_reused")
    assert refused(await act(phone, path, why)) == (409, "mandate_over")


async def test_a_number_is_shown_only_by_its_owner_and_goes_with_the_mandate(house: House) -> None:
    person, neighbour = await house.neighbour(0), await house.neighbour(1)
    mandate = await appoint(house, person)
    phone, path = await house.again(person), f"mandates/{mandate}/phone"
    number = {"phone": "027-5550 1234"}
    admin = await house.admin()
    assert refused(await admin.put(path, json=number, headers={"If-Match": '"1"'})) == (
        403,
        "forbidden",
    )
    assert refused(await phone.put(path, json=number)) == (428, "if_match_required")
    told(await phone.put(path, json=number, headers={"If-Match": '"1"'}))
    stale = await phone.put(path, json={"phone": None}, headers={"If-Match": '"1"'})
    assert refused(stale) == (412, "changed_meanwhile")
    (building,) = told(await neighbour.client.get("my-representatives"))["items"]
    assert building["representatives"][0]["phone"] == "027-5550 1234"
    told(await admin.post(f"mandates/{mandate}/recall", json=recall()))
    assert told(await admin.get(f"mandates/{mandate}"))["phone"] is None


async def test_who_is_reelected_keeps_the_role_when_the_first_term_ends(house: House) -> None:
    person = await house.neighbour(0)
    await appoint(house, person)
    await appoint(house, person, term_from="2026-11-25", term_until="2027-11-24")
    await come_to(house, MIDNIGHT_AFTER)
    assert "representative" in await roles(house, person)
    g = table(RoleGrant).c
    count = select(func.count()).where(
        g.community_id == house.community_id, g.role == "representative"
    )
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        assert await tx.scalar(count) == 1


async def test_who_has_no_home_here_has_nobody_to_speak_for_them(house: House) -> None:
    stranger = await house.as_("resident")
    assert told(await stranger.client.get("my-representatives")) == {"items": []}
