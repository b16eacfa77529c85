"""A route that follows its plan. It reads bodies and tells results as FastAPI's own routes do."""

import email.message
import json
from contextlib import AsyncExitStack
from typing import Any, Self

import orjson
from fastapi import Request, Response, params
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.utils import request_body_to_args
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, serialize_response
from fastapi.utils import is_body_allowed_for_status_code
from pydantic_core import PydanticUndefined
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from linli.kernel.http.plan import Plan, Solving, plan_of

JSON = "application/json"


class PlannedRoute(APIRoute):
    """An API route whose dependencies are solved by plan, where they can be."""

    def __init__(self, path: str, endpoint: Any, **known: Any) -> None:
        """Take what FastAPI's route takes."""
        super().__init__(path, endpoint, **known)
        self._make_plan()

    @classmethod
    def holding(cls, held: dict[str, Any]) -> Self:
        """The route that has these attributes, all that FastAPI gave to one of its own."""
        route = cls.__new__(cls)
        vars(route).update(held)
        route._make_plan()  # noqa: SLF001 - one of its own kind
        return route

    def _make_plan(self) -> None:
        self._takes = self.body_field
        self._plan = plan_of(self.dependant) if self._is_plain() else None

    @property
    def planned(self) -> bool:
        """Whether the route follows a plan, and not FastAPI's way."""
        return self._plan is not None

    def _is_plain(self) -> bool:
        """Whether it takes at most one JSON body and answers JSON or a response of its own."""
        fields = self.dependant.body_params
        one = not fields or (len(fields) == 1 and not self._embed_body_fields)
        plain = all(type(each.field_info) is params.Body for each in fields)
        default = isinstance(self.response_class, DefaultPlaceholder)
        return one and plain and default and not self.is_json_stream

    def leads(self, scope: Scope) -> bool:
        """Whether a request's path is this route's; then the scope says so from here on."""
        match = self.path_regex.match(scope["path"])
        if match is None:
            return False
        convert = self.param_convertors
        found = {name: convert[name].convert(text) for name, text in match.groupdict().items()}
        scope.update(endpoint=self.endpoint, route=self, path_params=found)
        return True

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what is raised is told by whoever catches it."""
        if self._plan is None or scope["method"] not in (self.methods or ()):
            await super().handle(scope, receive, send)
            return
        request = Request(scope, receive, send)
        body = PydanticUndefined if self._takes is None else await _read(request)
        async with AsyncExitStack() as stack:
            response = await self._answer(self._plan, request, body, stack)
        await response(scope, receive, send)

    async def _answer(
        self, plan: Plan, request: Request, body: Any, stack: AsyncExitStack
    ) -> Response:
        solving = Solving(request)
        arguments = await plan.solve(solving, stack)
        if self._takes is not None:
            arguments = await self._with_body(solving, arguments, body)
        if arguments is None or solving.errors:
            told = None if body is PydanticUndefined else body
            raise RequestValidationError(solving.errors, body=told)
        result = await plan.endpoint.call(**arguments)
        return result if isinstance(result, Response) else await self._told(result, solving)

    async def _with_body(
        self, solving: Solving, arguments: dict[str, Any] | None, body: Any
    ) -> dict[str, Any] | None:
        values, errors = await request_body_to_args(
            self.dependant.body_params, body, embed_body_fields=False
        )
        solving.errors += errors
        return None if arguments is None else {**arguments, **values}

    async def _told(self, result: Any, solving: Solving) -> Response:
        """A result by the route's response model."""
        given = solving.response
        status = (given and given.status_code) or self.status_code or 200
        content = await serialize_response(
            field=self.response_field,
            response_content=result,
            by_alias=self.response_model_by_alias,
            exclude_unset=self.response_model_exclude_unset,
            exclude_defaults=self.response_model_exclude_defaults,
            exclude_none=self.response_model_exclude_none,
            dump_json=self.response_field is not None,
        )
        packed = content if isinstance(content, bytes) else orjson.dumps(content)
        response = Response(packed, status, media_type=JSON)
        if not is_body_allowed_for_status_code(status):
            response.body = b""
        if given is not None:
            response.headers.raw.extend(given.headers.raw)
        return response


async def _read(request: Request) -> Any:
    """The body as JSON where it says that it is, else as bytes.

    Raises:
        RequestValidationError: ``json_invalid``.
        HTTPException: 400 when it breaks off, 413 when it is too long.
    """
    try:
        raw = await request.body()
        if not raw:
            return PydanticUndefined
        return _parsed(raw) if _is_json(request.headers.get("content-type", "")) else raw
    except (HTTPException, RequestValidationError):
        raise
    except Exception as error:
        raise HTTPException(400, "There was an error parsing the body") from error


def _is_json(content_type: str) -> bool:
    if content_type == JSON:
        return True
    message = email.message.Message()
    message["content-type"] = content_type
    subtype = message.get_content_subtype()
    json_like = subtype == "json" or subtype.endswith("+json")
    return bool(content_type) and message.get_content_maintype() == "application" and json_like


def _parsed(raw: bytes) -> Any:
    """What orjson refuses and the standard library takes (NaN, half surrogates) is taken still."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        try:
            return json.loads(raw)
        except json.JSONDecodeError as error:
            found = {"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error"}
            raise RequestValidationError([found], body=error.doc) from error
