"""The OpenAPI document: what FastAPI finds out, and what every operation here has in common.

Which problems an operation can answer follows from what it declares: who may call it, whether it
writes, whether it has parameters. Routes add only the codes that are theirs alone.
"""

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from linli.kernel.http.documented import ProblemOut, refusals
from linli.kernel.http.permitted import Anyone, Declaration, SignedIn
from linli.kernel.http.routes import ServedRoute, served_routes

SAFE = frozenset({"get", "head"})
REQUEST_ID = {
    "X-Request-Id": {"description": "To quote when something failed", "schema": {"type": "string"}}
}


def describe(app: FastAPI) -> None:
    """Give the app its document, made once on first use."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way of extending it


def _document(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(title=app.title, version=app.version, routes=app.routes)
    components = found.setdefault("components", {}).setdefault("schemas", {})
    _, problems = models_json_schema(
        [(ProblemOut, "serialization")], ref_template="#/components/schemas/{model}"
    )
    components |= problems["$defs"]
    for name in ("HTTPValidationError", "ValidationError"):
        components.pop(name, None)
    for route in served_routes(app):
        for method in route.methods:
            operation = found["paths"].get(route.path, {}).get(method.lower())
            if operation is not None:
                _complete(operation, route, method.lower())
    return found


def _complete(operation: dict[str, Any], route: ServedRoute, method: str) -> None:
    who = route.declarations[0] if route.declarations else None
    responses: dict[str, Any] = operation["responses"]
    if _is_fastapi_default(responses.get("422", {})):
        del responses["422"]
    common = refusals(*_statuses(operation, who, method))
    for status, described in common.items():
        responses.setdefault(str(status), described)
    _same_answer_when_repeated(responses)
    for described in responses.values():
        described.setdefault("headers", REQUEST_ID)
    if who is not None and who.permission is not None:
        operation["x-permission"] = who.permission.name
        operation["x-roles"] = sorted(who.permission.roles)


def _same_answer_when_repeated(responses: dict[str, Any]) -> None:
    """What is created twice is answered alike: 201 at first, then 200."""
    for missing, given in (("200", "201"), ("201", "200")):
        if missing in responses and given in responses:
            responses[missing].setdefault("content", responses[given].get("content", {}))


def _is_fastapi_default(response: dict[str, Any]) -> bool:
    return "HTTPValidationError" in str(response)


def _statuses(operation: dict[str, Any], who: Declaration | None, method: str) -> Iterable[int]:
    yield 503
    if not isinstance(who, Anyone):
        yield from (401, 403)
    if not isinstance(who, (Anyone, SignedIn)):
        yield 404
    if operation.get("parameters") or "requestBody" in operation:
        yield from (404, 422)
    if "requestBody" in operation:
        yield from (400, 413)
    if method not in SAFE and "requestBody" not in operation:
        yield 413
