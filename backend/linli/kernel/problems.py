"""Errors as the API tells them: RFC 9457 problem details with a stable ``code``.

Domain code raises ``Problem``; it is rendered once, in ``answers.py``, in the caller's language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field, by JSON Pointer (RFC 6901)."""

    pointer: str
    code: str
    values: tuple[tuple[str, Any], ...] = ()


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A refusal that tells what to do.

    Attributes:
        status: HTTP status.
        code: stable name; its title and detail stand in ``locales/*.json``.
        values: what the localised texts may name; never personal data of others.
        errors: per field, for 409 and 422.
        headers: extra response headers, for example ``Retry-After``.
    """

    def __init__(
        self,
        status: int,
        code: str,
        *,
        errors: tuple[FieldError, ...] = (),
        headers: dict[str, str] | None = None,
        **values: Any,
    ) -> None:
        """Describe a refusal."""
        super().__init__(code)
        self.status = status
        self.code = code
        self.errors = errors
        self.headers = headers or {}
        self.values = values


def not_found() -> Problem:
    """404: it does not exist, or the caller may not know that it does."""
    return Problem(404, "not_found")


def forbidden() -> Problem:
    """403: the caller may see it but not do this with it."""
    return Problem(403, "forbidden")


def conflict(*fields: str) -> Problem:
    """409: the id is taken by something that differs in these fields."""
    return Problem(409, "conflict", errors=tuple(FieldError(f"/{f}", "differs") for f in fields))


def invalid(pointer: str, code: str, **values: Any) -> Problem:
    """422: one field is wrong in a way only the rules can tell."""
    return Problem(422, "invalid", errors=(FieldError(pointer, code, tuple(values.items())),))


def field_errors(found: Iterable[Mapping[str, Any]], prefix: str = "") -> tuple[FieldError, ...]:
    """What Pydantic found wrong, by JSON Pointer (``~`` and ``/`` escaped, RFC 6901, 3)."""
    return tuple(
        FieldError(
            prefix + "".join(f"/{_escaped(part)}" for part in error["loc"]),
            error["type"],
            tuple((error.get("ctx") or {}).items()),
        )
        for error in found
    )


def _escaped(part: Any) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")
