"""What the OpenAPI document says of answers that are not built from a response model."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field


class FieldErrorOut(BaseModel):
    """What is wrong with one field."""

    pointer: str = Field(description="JSON Pointer (RFC 6901) to the field")
    code: str
    message: str


class ProblemOut(BaseModel):
    """Why something was refused (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    code: str = Field(description="Stable name of the problem")
    request_id: str | None
    errors: list[FieldErrorOut]


class ReceiptOut(BaseModel):
    """Proof of having been recorded."""

    index: int = Field(description="Place in the community's log")
    leaf_hash: str = Field(description="SHA-256 of the leaf (RFC 6962), base64")
    recorded_at: datetime
    epoch: UUID = Field(description="Names this history of the server")


_MEANINGS = {
    400: "The request cannot be understood",
    401: "Not signed in",
    403: "Seen, but not allowed",
    404: "Not there, or not to be seen by the caller",
    405: "Not supported",
    409: "The id is taken by other content",
    410: "Erased",
    412: "Changed meanwhile",
    413: "Too large",
    415: "Not a type that can be taken",
    422: "Something in the content is wrong",
    428: "If-Match is missing",
    429: "Too many attempts",
    503: "Busy; try again",
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` entry of a route for the problems it can answer."""
    return {
        status: {
            "description": _MEANINGS[status],
            "content": {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemOut"}}
            },
        }
        for status in statuses
    }
