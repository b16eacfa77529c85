"""A picture that tells where it was taken is not kept (ASVS 5.0: 14.2.8)."""

import io

import pytest
from PIL import Image

from kernel.conftest import Member
from kernel.test_attachments import put, sha, slot, state_of
from kernel.test_sync import item
from linli.kernel.attachments.place_watch import PlaceWatch

ORIENTATION, GPS = 0x0112, 0x8825
WUHAN = {1: "N", 2: (30.0, 35.0, 27.0), 3: "E", 4: (114.0, 18.0, 19.0)}
KINDS = ["JPEG", "PNG", "WEBP"]
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="30,35.45N"/></x:xmpmeta>'


def taken(kind: str, place: dict[int, object] | None, **more: bytes) -> bytes:
    told, file = Image.Exif(), io.BytesIO()
    told[ORIENTATION] = 6
    if place:
        told[GPS] = place
    picture = Image.effect_noise((300, 200), 90).convert("RGB")
    picture.save(file, kind, exif=told.tobytes(), **more)
    return file.getvalue()


def tells(content: bytes, step: int) -> bool:
    watch = PlaceWatch()
    for start in range(0, len(content), step):
        watch.see(content[start : start + step])
    return watch.tells_place()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("step", [1, 7, 1_000_000])
def test_a_place_is_seen_however_the_file_is_cut_up(kind: str, step: int) -> None:
    assert tells(taken(kind, WUHAN), step)
    assert not tells(taken(kind, None), step)


def test_the_version_of_an_empty_place_is_no_place() -> None:
    assert not tells(taken("JPEG", {0: b"\x02\x03\x00\x00"}), 100)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_place_in_the_other_way_of_writing_is_seen(kind: str) -> None:
    assert tells(taken(kind, None, xmp=XMP), 9)


def test_a_place_in_a_preview_behind_the_picture_is_seen() -> None:
    assert tells(taken("JPEG", None) + taken("JPEG", WUHAN), 100)


def test_what_cannot_be_read_or_is_too_much_counts_as_telling() -> None:
    assert tells(b"Exif\0\0II*\0\x08\0\0\0\x05\0\x25\x88", 3)
    assert tells(taken("JPEG", None) * 9, 1000)


@pytest.mark.parametrize("kind", KINDS)
async def test_it_is_refused_in_plain_words_and_nothing_of_it_stays(
    volunteer: Member, kind: str
) -> None:
    content_type = f"image/{kind.lower()}"
    photo = taken(kind, WUHAN)
    sent = item(attachments=[slot(photo, content_type)])
    await state_of(volunteer, sent)
    answer = await volunteer.call("PUT", f"/attachments/{sha(photo)}", content=photo)
    assert (answer.status_code, answer.json()["code"]) == (415, "picture_tells_place")
    assert await state_of(volunteer, sent) == {sha(photo): "missing"}

    clean = taken(kind, None)
    await state_of(volunteer, item(attachments=[slot(clean, content_type)]))
    assert await put(volunteer, clean) == 201
