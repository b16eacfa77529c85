"""What routes of the register answer with."""

from typing import Any

from fastapi import Response

from linli.kernel.http.documented import refusals

READS = refusals(401, 404)
LISTS = refusals(401, 404, 422)
CHANGES = refusals(400, 401, 404, 409, 412, 422)
CREATES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The same was sent before"},
    **refusals(401, 403, 404, 409, 422),
}


def note_repeat(response: Response, *, is_new: bool) -> None:
    """Answer 200 instead of 201 to what was sent before."""
    if not is_new:
        response.status_code = 200
