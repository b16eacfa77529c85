"""Rendering problems once, in the caller's language (RFC 9457, RFC 9110 12.5.4)."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

import orjson
import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from linli.kernel.db.database import DatabaseBusyError
from linli.kernel.db.taken import id_is_taken
from linli.kernel.db.transient import DATABASE_ERRORS, is_transient
from linli.kernel.http.idempotency import Replay
from linli.kernel.problems import FieldError, Problem, conflict, field_errors, not_found

log = structlog.get_logger("linli.access")
LANGUAGES = ("zh-CN", "en")
MEDIA_TYPE = "application/problem+json"
FORBIDDEN, HIDDEN = 403, 404
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}


@lru_cache
def catalog(language: str) -> dict[str, str]:
    """All texts of one language: every ``locales/*.<language>.json`` of the package."""
    folder = files("linli") / "locales"
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(f".{language}.json"):
            texts |= orjson.loads(file.read_bytes())
    return texts


def language_of(request: Request) -> str:
    """The language a request prefers; Chinese unless it says English."""
    wanted = request.headers.get("accept-language", "").lower()
    return "en" if wanted.startswith("en") else "zh-CN"


class _Named(dict[str, Any]):
    """Values for a text; what is missing shows by its name instead of failing the answer."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def text_of(language: str, key: str, values: dict[str, Any]) -> str:
    """One text with its values filled in; the key itself where no text exists."""
    return catalog(language).get(key, key).format_map(_Named(values))


def problem_body(language: str, problem: Problem, request_id: str | None) -> dict[str, Any]:
    """A problem as its JSON document (RFC 9457, 3)."""
    values = {"request_id": request_id, **problem.values}
    return {
        "type": f"/problems/{problem.code}",
        "title": text_of(language, f"{problem.code}.title", values),
        "status": problem.status,
        "detail": text_of(language, f"{problem.code}.detail", values),
        "code": problem.code,
        "request_id": request_id,
        "errors": [_field(language, error) for error in problem.errors],
    }


def answer(request: Request, problem: Problem) -> Response:
    """The response that tells a problem."""
    language = language_of(request)
    body = problem_body(language, problem, getattr(request.state, "request_id", None))
    headers = {"Content-Language": language, "Cache-Control": "no-store", **problem.headers}
    return Response(orjson.dumps(body), problem.status, headers, MEDIA_TYPE)


def _field(language: str, error: FieldError) -> dict[str, str]:
    text = text_of(language, f"field.{error.code}", dict(error.values))
    return {"pointer": error.pointer, "code": error.code, "message": text}


def _validation(error: RequestValidationError) -> Problem:
    """Pointers are into the body; what came by path, query or header starts with that word.

    A path that cannot be an id names nothing: 404, as for any other unknown thing.
    """
    found = [{**item, "loc": item["loc"][item["loc"][0] == "body" :]} for item in error.errors()]
    if any(item["loc"][:1] == ("path",) for item in found):
        return not_found()
    if any(item["type"] == "json_invalid" for item in found):
        return Problem(400, "bad_request")
    return Problem(422, "invalid", errors=field_errors(found))


def tell_problems(app: FastAPI) -> None:
    """Make every error of the app a problem+json answer."""

    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)  # noqa: S101 - registered for this type only
        note_refusal(request, error)
        return answer(request, error)

    async def unprocessable(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - likewise
        return answer(request, _validation(error))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - likewise
        code = _HTTP_CODES.get(error.status_code, "bad_request")
        headers = dict(error.headers or {})
        return answer(request, Problem(error.status_code, code, headers=headers))

    async def busy(request: Request, _error: Exception) -> Response:
        return answer(request, database_busy())

    async def database(request: Request, error: Exception) -> Response:
        if id_is_taken(error):
            return answer(request, conflict("id"))
        if not is_transient(error):
            raise error
        return answer(request, database_busy())

    async def replay(_request: Request, error: Exception) -> Response:
        assert isinstance(error, Replay)  # noqa: S101 - likewise
        return error.response

    app.add_exception_handler(Replay, replay)
    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(RequestValidationError, unprocessable)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(DatabaseBusyError, busy)
    for kind in DATABASE_ERRORS:
        app.add_exception_handler(kind, database)


def note_refusal(request: Request, problem: Problem) -> None:
    """Log who was refused what (ASVS 5.0, 16.3.2), also where the answer says "not found".

    The account is named by its id alone, the thing not at all.
    """
    refused = problem.__cause__ if problem.status == HIDDEN else problem
    if not isinstance(refused, Problem) or refused.status != FORBIDDEN:
        return
    caller = getattr(request.state, "caller", None)
    log.warning(
        "access.refused",
        request_id=getattr(request.state, "request_id", None),
        route=getattr(request.scope.get("route"), "path", None),
        code=refused.code,
        account_id=str(caller.account_id) if caller else None,
    )


def database_busy() -> Problem:
    """503: what was sent was not kept; send it again shortly."""
    return Problem(503, "database_busy", headers={"Retry-After": "5"})
