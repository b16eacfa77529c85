"""Photos as a phone's camera gives them, and the server's copy of them."""

import hashlib
import io

from PIL import Image, ImageDraw
from playwright.async_api import FilePayload

from e2e.phone import Phone
from e2e.scene import Scene

WIDE, HIGH = 2400, 1200
LONGEST_EDGE = 1600
"""Of what the program keeps."""
MAKE, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825
NO_PHOTO = FilePayload(name="note.jpg", mimeType="image/jpeg", buffer="这不是照片".encode())
"""A text somebody named as a photo."""
SLOW_PHONE = """() => {
    const shrink = createImageBitmap;
    const ready = new Promise((go) => { window.letItShrink = go; });
    window.createImageBitmap = async (...taken) => { await ready; return shrink(...taken); };
}"""
LATITUDE = {1: "N", 2: (30.0, 35.0, 27.0)}


def taken_photo() -> FilePayload:
    """A photo that tells the camera and the place, and lies on its side."""
    picture = Image.new("RGB", (WIDE, HIGH), "#d8e8e4")
    ImageDraw.Draw(picture).rectangle((200, 200, 900, 1000), fill="#a03020")
    told = Image.Exif()
    told[MAKE], told[ORIENTATION] = "Neighbour's phone", 6
    told[GPS] = LATITUDE
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=told)
    return FilePayload(name="photo.jpg", mimeType="image/jpeg", buffer=file.getvalue())


def small_photo() -> bytes:
    """A photo as the program keeps it: small, and telling nothing."""
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "#a03020").save(file, "JPEG")
    return file.getvalue()


async def on_server(phone: Phone, scene: Scene, sha256: str) -> Image.Image:
    """The server's copy, read as the volunteer may read it; its bytes are those of the hash."""
    path = f"{phone.url}/api/v1/communities/{scene.community_id}/attachments/{sha256}"
    response = await phone.page.request.get(path)
    assert response.ok, await response.text()
    body = await response.body()
    assert hashlib.sha256(body).hexdigest() == sha256
    return Image.open(io.BytesIO(body))
