"""What routes of ballot rounds answer alike."""

from typing import Any

from fastapi import Response

from linli.kernel.http.documented import refusals

Described = dict[int | str, dict[str, Any]]

CREATES: Described = {
    200: {"description": "The same was sent before"},
    **refusals(401, 403, 404, 409, 422),
}
READS: Described = refusals(401, 403, 404)
LISTS: Described = refusals(401, 403, 404, 422)


def note_repeat(response: Response, *, is_new: bool) -> None:
    """200 in place of 201 where the same was sent before."""
    if not is_new:
        response.status_code = 200
