"""A route's dependencies as a plan made once, for FastAPI makes it anew on every request.

Of 550 µs that a household list took, 300 went into finding out again what each dependency wants
(docs/decisions/hot-reads.md). Declarations stay FastAPI's own; whatever this plan has no answer to
is left to FastAPI (``plan_of`` returns ``None``), and so is telling what is wrong with a value.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from inspect import isasyncgenfunction, iscoroutinefunction
from typing import Any, get_args, get_origin
from urllib.parse import parse_qsl

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import request_params_to_args
from pydantic import BaseModel, ValidationError

_SOURCES = ("path_params", "query_params", "headers", "cookies")
_FIELDS = ("path_params", "query_params", "header_params", "cookie_params")
_UNPLANNED = (
    "body_params",
    "websocket_param_name",
    "http_connection_param_name",
    "background_tasks_param_name",
    "security_scopes_param_name",
    "own_oauth_scopes",
    "concurrency",
)
_OF_ENDPOINT = ("body_params", "concurrency")
"""What an endpoint may have, and nothing it depends on."""
_IMMUTABLE = (type(None), bool, int, str)


class UnplannedError(Exception):
    """Something is declared that only FastAPI knows how to solve."""


@dataclass(frozen=True)
class Parameter:
    """One plain value from the path, the query, the headers or the cookies.

    Attributes:
        name: the argument.
        alias: what it is called in the request.
        source: where it stands.
        field: FastAPI's own, for telling what is wrong.
        validate: from text to value.
        required: whether it must be there.
        default: what it is otherwise.
    """

    name: str
    alias: str
    source: str
    field: Any
    validate: Callable[..., Any]
    required: bool
    default: Any

    def read(self, given: Mapping[str, Any]) -> Any:
        """The value from what was given at its source.

        Raises:
            ValidationError: when it is not one.
            KeyError: when a required one is missing.
        """
        raw = given.get(self.alias)
        if raw is not None:
            return self.validate(raw, from_attributes=True)
        if self.required:
            raise KeyError(self.alias)
        return self.default if isinstance(self.default, _IMMUTABLE) else deepcopy(self.default)

    def errors(self, request: Request) -> list[Any]:
        """What FastAPI says is wrong."""
        return request_params_to_args([self.field], getattr(request, self.source))[1]


@dataclass(frozen=True)
class Step:
    """One call: a dependency, or at the very end the endpoint.

    Attributes:
        call: what is called.
        opens: whether it opens something that is closed when the endpoint has returned.
        parameters: its own values from the request.
        wanted: names of its arguments and the steps whose results they are.
        needs: all steps that must have gone well before.
        request: the argument for the request, if it has one.
        response: the argument for the response's headers and status, if it has one.
    """

    call: Callable[..., Any]
    opens: bool
    parameters: tuple[Parameter, ...]
    wanted: tuple[tuple[str, int], ...]
    needs: tuple[int, ...]
    request: str | None
    response: str | None


@dataclass
class Solving:
    """What is known so far of one request."""

    request: Request
    results: list[Any] = field(default_factory=list)
    failed: set[int] = field(default_factory=set)
    errors: list[Any] = field(default_factory=list)
    response: Response | None = None
    query: dict[str, str] | None = None

    def arguments(self, step: Step) -> dict[str, Any] | None:
        """The arguments of a call; ``None`` when something it needs is wrong."""
        found = {name: self.results[place] for name, place in step.wanted}
        sound = not self.failed or self.failed.isdisjoint(step.needs)
        for parameter in step.parameters:
            try:
                found[parameter.name] = parameter.read(self._given(parameter.source))
            except (ValidationError, KeyError):
                self.errors += parameter.errors(self.request)
                sound = False
        if step.request is not None:
            found[step.request] = self.request
        if step.response is not None:
            found[step.response] = self._told()
        return found if sound else None

    def _given(self, source: str) -> Mapping[str, Any]:
        if source != "query_params":
            found: Mapping[str, Any] = getattr(self.request, source)
            return found
        if self.query is None:  # the last value counts, as in Starlette's own, which takes longer
            text = self.request.scope["query_string"].decode("latin-1")
            self.query = dict(parse_qsl(text, keep_blank_values=True)) if text else {}
        return self.query

    def _told(self) -> Response:
        if self.response is None:
            self.response = Response()
            del self.response.headers["content-length"]
            self.response.status_code = None  # type: ignore[assignment]  # as FastAPI has it: unset
        return self.response


@dataclass(frozen=True)
class Plan:
    """The calls before the endpoint, in the order in which they are made, and the endpoint."""

    steps: tuple[Step, ...]
    endpoint: Step

    async def solve(self, solving: Solving, stack: AsyncExitStack) -> dict[str, Any] | None:
        """Make all calls; the endpoint's arguments, or ``None`` when there are errors."""
        for place, step in enumerate(self.steps):
            arguments = solving.arguments(step)
            if arguments is None:
                solving.failed.add(place)
                solving.results.append(None)
            elif step.opens:
                opened = asynccontextmanager(step.call)(**arguments)
                solving.results.append(await stack.enter_async_context(opened))
            else:
                solving.results.append(await step.call(**arguments))
        return solving.arguments(self.endpoint)


def plan_of(dependant: Dependant) -> Plan | None:
    """The plan of an endpoint; ``None`` where FastAPI must solve it. A body is not part of it."""
    if any(getattr(dependant, name) for name in _UNPLANNED if name not in _OF_ENDPOINT):
        return None
    steps: list[Step] = []
    known: dict[Any, int] = {}
    try:
        endpoint = _step(dependant, steps, known)
    except UnplannedError:
        return None
    return Plan(tuple(steps), endpoint)


def _step(dependant: Dependant, steps: list[Step], known: dict[Any, int]) -> Step:
    placed = [(part.name, _place(part, steps, known)) for part in dependant.dependencies]
    call = dependant.call
    if call is None:
        raise UnplannedError
    return Step(
        call,
        isasyncgenfunction(call),
        tuple(_parameters(dependant)),
        tuple((name, place) for name, place in placed if name is not None),
        tuple(place for _, place in placed),
        dependant.request_param_name,
        dependant.response_param_name,
    )


def _place(part: Dependant, steps: list[Step], known: dict[Any, int]) -> int:
    """Where a dependency stands in the plan; the same one is called once for a request."""
    if any(getattr(part, name) for name in _UNPLANNED) or not _is_awaited(part):
        raise UnplannedError
    if part.use_cache and part.call in known:
        return known[part.call]
    step = _step(part, steps, known)
    steps.append(step)
    return known.setdefault(part.call, len(steps) - 1)


def _is_awaited(part: Dependant) -> bool:
    """Whether it is a coroutine, or opens something for as long as the endpoint runs."""
    if isasyncgenfunction(part.call):
        return part.scope == "function"
    called = getattr(part.call, "__call__", None)  # noqa: B004 - whether *that* is a coroutine
    return iscoroutinefunction(part.call) or iscoroutinefunction(called)


def _parameters(dependant: Dependant) -> Iterator[Parameter]:
    for source, fields in zip(_SOURCES, _FIELDS, strict=True):
        for each in getattr(dependant, fields):
            yield _parameter(each, source)


def _parameter(found: Any, source: str) -> Parameter:
    info = found.field_info
    plain = info.validation_alias in (None, info.alias) and not info.validate_default
    if not plain or _is_many(info.annotation):
        raise UnplannedError
    adapter = found._type_adapter  # noqa: SLF001 - what FastAPI's own ``validate`` calls
    required = info.is_required()
    default = None if required else found.default
    alias = found.alias
    return Parameter(found.name, alias, source, found, adapter.validate_python, required, default)


def _is_many(annotation: Any) -> bool:
    """Whether several values make it, also where it may be left out (``list[str] | None``)."""
    kind = get_origin(annotation) or annotation
    if isinstance(kind, type) and issubclass(kind, (BaseModel, list, set, Mapping)):
        return True
    return any(_is_many(part) for part in get_args(annotation))
