"""JSON bytes of what the databases give: ids, times, plain values."""

from typing import Any
from uuid import UUID

import orjson
from fastapi import Response


def pack_json(value: Any) -> bytes:
    """JSON as UTF-8; ids become text, times RFC 3339.

    PostgreSQL's driver has a UUID class of its own, a subclass that orjson does not know.

    Raises:
        TypeError: for any other type that is not JSON's.
    """
    return orjson.dumps(value, default=_known)


def json_response(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON response without any model in between; the value is what the document says."""
    return Response(pack_json(value), status, headers, "application/json")


def _known(value: Any) -> str:
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
