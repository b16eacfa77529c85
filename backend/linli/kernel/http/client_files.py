"""Serving the phone client: a folder of files, compressed ones where they were packed so.

ETags are hashes of the content (RFC 9110, 8.8.3), so they are the same on every server.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fastapi import FastAPI, Request, Response
from starlette.types import Receive, Scope, Send

from linli.kernel.problems import not_found

INDEX = "index.html"
NOT_SERVED = frozenset({"dist", "node_modules", "tools", "types"})
"""Folders of the source tree that are no part of the client."""
SERVED = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
}
ENCODINGS = (("br", ".br"), ("gzip", ".gz"), ("", ""))
HASHED_NAME = re.compile(r"\.([0-9A-Z]{8}|[0-9a-f]{10})\.(js|css|json|svg|png)$")
"""A name that carries its content's hash, as the packing gives it."""
REVALIDATE = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"

READ = frozenset({"GET", "HEAD"})


@dataclass(frozen=True)
class Loaded:
    """A file as it was read."""

    modified: int
    body: bytes
    etag: str


class ClientFiles:
    """The files of one folder, kept in memory once they were asked for."""

    def __init__(self, folder: Path) -> None:
        """Serve ``folder``."""
        self.folder = folder.resolve()
        self._loaded: dict[Path, Loaded] = {}

    def find(self, address: str) -> Path | None:
        """The file behind an address, or ``None``; nothing outside the client is found."""
        parts = PurePosixPath(address or INDEX).parts
        if any(part.startswith(".") for part in parts) or parts[0] in NOT_SERVED:
            return None
        path = self.folder.joinpath(*parts)
        known = path.suffix in SERVED and path.is_file()
        return path if known and path.resolve().is_relative_to(self.folder) else None

    def load(self, path: Path, accepted: str) -> tuple[str, Loaded]:
        """The file in the best encoding that is accepted and there."""
        for encoding, ending in ENCODINGS:
            stored = path.with_name(path.name + ending)
            if encoding in accepted and stored.is_file():
                return encoding, self._read(stored)
        raise not_found()

    def _read(self, path: Path) -> Loaded:
        modified = path.stat().st_mtime_ns
        loaded = self._loaded.get(path)
        if loaded is None or loaded.modified != modified:
            body = path.read_bytes()
            etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
            loaded = self._loaded[path] = Loaded(modified, body, etag)
        return loaded

    def answer(self, request: Request) -> Response:
        """A file of the phone client.

        Raises:
            Problem: 404 for whatever is none.
        """
        path = self.find(request.url.path.lstrip("/")) if request.method in READ else None
        if path is None:
            raise not_found()
        encoding, loaded = self.load(path, request.headers.get("accept-encoding", ""))
        headers = {
            "ETag": loaded.etag,
            "Cache-Control": FOR_EVER if HASHED_NAME.search(path.name) else REVALIDATE,
            "Vary": "Accept-Encoding",
        }
        if loaded.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if encoding:
            headers["Content-Encoding"] = encoding
        return Response(loaded.body, headers=headers, media_type=SERVED[path.suffix])


def serve_client(app: FastAPI, folder: Path) -> None:
    """Answer whatever no route answers from the client's folder, with 404 for the rest."""
    files, otherwise = ClientFiles(folder), app.router.default

    async def default(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await otherwise(scope, receive, send)
            return
        response = files.answer(Request(scope, receive))
        await response(scope, receive, send)

    app.router.default = default
