"""Photos of the minutes: as long as these may change, never afterwards; on both databases."""

import hashlib
import io
from typing import Any

import httpx
import pytest
from PIL import Image

from factories.clock import Clock
from factories.council import Council, accepted, convene, refused
from factories.meeting_place import MeetingPlace, Neighbour, code, item
from linli.deliberation.actions.sessions.photograph_minutes import MOST
from linli.kernel import clock

pytestmark = pytest.mark.usefixtures("passing")


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "blue").save(file, "JPEG")
    return file.getvalue()


BOARD = picture()
BOARD_HASH = hashlib.sha256(BOARD).hexdigest()


@pytest.fixture
async def meeting(place: MeetingPlace, passing: Clock) -> Council:
    """An open three-party session with all parties there."""
    made = await convene(place, passing, "three_party")
    await made.opened(representatives=1, in_days=4)
    made.representatives += [
        await place.neighbour("contractor", "贺工"),
        await place.neighbour("property_manager", "陆经理"),
    ]
    await made.come(*made.representatives)
    return made


def slot(sha256: str = BOARD_HASH, content_type: str = "image/jpeg") -> dict[str, Any]:
    return {"sha256": sha256, "size": len(BOARD), "content_type": content_type}


def photo(meeting: Council, sha256: str = BOARD_HASH, **more: Any) -> dict[str, Any]:
    told = {"session_id": meeting.id, "sha256": sha256, "taken_at": clock.now().isoformat()}
    return item("minutes_photo", told, **{"attachments": [slot(sha256)], **more})


async def photos(meeting: Council, who: Neighbour | None = None) -> list[dict[str, Any]]:
    told = await (who or meeting.secretary).told(f"{meeting.path}/minutes")
    found: list[dict[str, Any]] = told["photos"]
    return found


async def send(meeting: Council) -> httpx.Response:
    return await meeting.secretary.client.put(f"attachments/{BOARD_HASH}", content=BOARD)


async def see(who: Neighbour) -> int:
    return (await who.get(f"attachments/{BOARD_HASH}")).status_code


async def hand_in(meeting: Council) -> None:
    saved = {"json": {"text": "定了：甲牌。"}, "headers": {"If-Match": '"0"'}}
    await meeting.secretary.client.put(f"{meeting.path}/minutes", **saved)
    for verb in ("closing", "minutes/submission"):
        await meeting.secretary.done(f"{meeting.path}/{verb}")


async def sign_and_publish(meeting: Council) -> None:
    for who in meeting.representatives:
        await who.done(f"{meeting.path}/minutes/signatures", {"number": 1, "signed": True})
    await meeting.secretary.done(f"{meeting.path}/minutes/publication")


async def test_a_photo_of_the_board_is_seen_by_all_once_the_minutes_are_published(
    meeting: Council,
) -> None:
    resident = await meeting.place.neighbour("resident")
    taken = photo(meeting)
    await accepted(meeting.secretary, taken)
    (waiting,) = await photos(meeting)
    assert (waiting["id"], waiting["state"], waiting["by_name"]) == (taken["id"], "missing", "周敏")
    assert (await send(meeting)).status_code == 201
    assert [each["state"] for each in await photos(meeting)] == ["stored"]
    await hand_in(meeting)
    contractor = meeting.representatives[1]
    assert (await see(contractor), await see(resident)) == (200, 404)
    await sign_and_publish(meeting)
    assert [each["sha256"] for each in await photos(meeting, resident)] == [BOARD_HASH]
    assert await see(resident) == 200
    (fact,) = await meeting.place.facts("deliberation.session.published")
    assert BOARD_HASH in str(fact["leaf"])


async def test_a_photo_may_arrive_after_the_minutes_that_named_it_were_handed_in(
    meeting: Council,
) -> None:
    await accepted(meeting.secretary, photo(meeting))
    await hand_in(meeting)
    assert (await send(meeting)).status_code == 201
    assert [each["state"] for each in await photos(meeting)] == ["stored"]


async def test_nothing_is_hung_on_once_the_minutes_were_handed_in(meeting: Council) -> None:
    before, other = photo(meeting), "ab" * 32
    await accepted(meeting.secretary, before)
    await hand_in(meeting)
    assert await refused(meeting.secretary, photo(meeting, other)) == "session_moved"
    more = {**before, "attachments": [*before["attachments"], slot(other)]}
    assert await refused(meeting.secretary, more) == "one_photo"
    (again,) = await meeting.secretary.sync(before)
    assert again["verdict"] == "duplicate"
    await sign_and_publish(meeting)
    assert await refused(meeting.secretary, photo(meeting, other)) == "session_moved"
    assert [each["sha256"] for each in await photos(meeting)] == [BOARD_HASH]
    taken_out = f"{meeting.path}/minutes/photos/{before['id']}/withdrawal"
    assert code(await meeting.secretary.post(taken_out)) == (409, "session_moved")


async def test_an_item_brings_one_photo_and_it_is_the_one_it_names(meeting: Council) -> None:
    for attachments in ([], [slot("cd" * 32)], [slot(content_type="audio/ogg")]):
        sent = photo(meeting, attachments=attachments)
        assert await refused(meeting.secretary, sent) == "one_photo"
    assert await refused(meeting.representatives[0], photo(meeting)) == "forbidden"
    assert await photos(meeting) == []


async def test_a_wrong_photo_is_taken_out_and_its_file_is_gone(meeting: Council) -> None:
    taken = photo(meeting)
    await accepted(meeting.secretary, taken)
    await send(meeting)
    path = f"{meeting.path}/minutes/photos/{taken['id']}/withdrawal"
    assert (await meeting.representatives[0].post(path)).status_code == 403
    assert (await meeting.secretary.done(path))["photos"] == []
    assert await see(meeting.secretary) == 404
    assert code(await meeting.secretary.post(path)) == (404, "not_found")
    (again,) = await meeting.secretary.sync(taken)
    assert (again["verdict"], await photos(meeting)) == ("duplicate", [])
    (fact,) = await meeting.place.facts("deliberation.minutes.photo_withdrawn")
    assert str(fact["subject_id"]) == taken["id"]


async def test_minutes_take_so_many_photos_and_no_more(meeting: Council) -> None:
    many = [photo(meeting, f"{number:064x}") for number in range(MOST)]
    await accepted(meeting.secretary, *many)
    assert await refused(meeting.secretary, photo(meeting)) == "enough_photos"
