"""Routes that follow a plan answer as FastAPI's own do, whatever is asked."""

import logging
from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

import httpx
import pytest
from fastapi import Depends, FastAPI, Header, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from pydantic import BaseModel, ConfigDict
from starlette.responses import JSONResponse

from linli.kernel.http.planned_route import PlannedRoute
from linli.kernel.http.route_index import flat_routes, index_routes
from linli.main import create_app

THING = UUID("01993b2e-7c00-7abc-8def-0123456789ab")
done: list[str] = []


class Thing(BaseModel):
    """What is sent and told."""

    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = 1


async def opened(request: Request) -> AsyncIterator[str]:
    done.append("open")
    try:
        yield request.method
    except BaseException:
        done.append("undo")
        raise
    done.append("close")


Opened = Annotated[str, Depends(opened, scope="function")]


class Allowed:
    """A dependency that is an instance, and needs what is opened."""

    async def __call__(self, opened: Opened, thing_id: UUID, request: Request) -> str:
        if "forbidden" in request.headers:
            raise HTTPException(403)
        return f"{opened} {thing_id.version}"


async def paged(
    limit: Annotated[int, Query(ge=1, le=9)] = 5,
    after: str | None = None,
    language: Annotated[str | None, Header(alias="X-Language")] = None,
    *,
    flag: bool = False,
) -> dict[str, Any]:
    return {"limit": limit, "after": after, "language": language, "flag": flag}


async def read(
    thing_id: UUID,
    opened: Opened,
    allowed: Annotated[str, Depends(Allowed())],
    page: Annotated[dict[str, Any], Depends(paged)],
) -> dict[str, Any]:
    done.append("read")
    return {"id": str(thing_id), "allowed": allowed, "opened": opened, **page}


async def write(
    thing_id: UUID, body: Thing, opened: Opened, response: Response, again: int = 0
) -> dict[str, Any]:
    if body.name == "fail":
        raise RuntimeError("inside")
    if again:
        response.status_code = 200
    response.headers["X-Opened"] = opened
    return {"name": body.name, "size": body.size + thing_id.version}


async def remove(thing_id: UUID) -> None:
    done.append(str(thing_id))


async def told_otherwise(thing_id: UUID) -> Response:
    return Response(thing_id.bytes, 202, {"X-Own": "1"}, "application/octet-stream")


def app_of(kind: type[APIRoute]) -> FastAPI:
    app = FastAPI()
    path = "/things/{thing_id}"
    app.router.routes += [
        kind(path, read, methods=["GET"], response_model=None),
        kind(path, write, methods=["POST"], response_model=Thing, status_code=201),
        kind(path, remove, methods=["DELETE"], status_code=204),
        kind(path, told_otherwise, methods=["PUT"]),
    ]

    async def invalid(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        places = [[each["type"], *map(str, each["loc"])] for each in error.errors()]
        return JSONResponse(places, 422)

    app.add_exception_handler(RequestValidationError, invalid)
    return app


PATH = f"/things/{THING}"
JSON = {"Content-Type": "application/json"}
ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", PATH, {}),
    ("GET", f"{PATH}?limit=9&after=&flag=yes", {"headers": {"X-Language": "zh"}}),
    ("GET", f"{PATH}?limit=2&limit=3&unknown=1&after=a%20b+c", {}),
    ("GET", f"{PATH}?limit=0&flag=perhaps", {}),
    ("GET", f"{PATH}?limit=x", {"headers": {"Forbidden": "1"}}),
    ("GET", "/things/nothing?limit=x", {}),
    ("HEAD", PATH, {}),
    ("POST", PATH, {"json": {"name": "a"}}),
    ("POST", f"{PATH}?again=1", {"json": {"name": "a", "size": 3}}),
    ("POST", f"{PATH}?again=x", {"json": {"name": 1, "size": "x", "more": 1}}),
    ("POST", PATH, {"json": None}),
    ("POST", PATH, {"content": b""}),
    ("POST", PATH, {"content": b"{", "headers": JSON}),
    ("POST", PATH, {"content": b"[" * 100_000, "headers": JSON}),
    ("POST", PATH, {"content": b'{"name": "\xff"}', "headers": JSON}),
    ("POST", PATH, {"content": b'{"name": "\\ud800"}', "headers": JSON}),
    ("POST", PATH, {"content": b'{"name": "a", "size": NaN}', "headers": JSON}),
    ("POST", PATH, {"content": b'{"name": "a", "size": 1e400}', "headers": JSON}),
    ("POST", PATH, {"content": b'{"name": "a"}', "headers": {"Content-Type": "text/plain"}}),
    ("POST", PATH, {"content": b'{"name": "a"}'}),
    (
        "POST",
        PATH,
        {"content": b'{"name": "a"}', "headers": {"Content-Type": "application/x+json; v=1"}},
    ),
    ("POST", PATH, {"json": {"name": "fail"}}),
    ("DELETE", PATH, {}),
    ("PUT", PATH, {}),
    ("PATCH", PATH, {}),
]


async def ask(kind: type[APIRoute], method: str, path: str, more: dict[str, Any]) -> Any:
    done.clear()
    transport = httpx.ASGITransport(app_of(kind), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        answer = await client.request(method, path, **more)
    return answer.status_code, dict(answer.headers), answer.content, list(done)


@pytest.mark.parametrize(("method", "path", "more"), ASKED)
async def test_an_answer_by_plan_is_the_answer_of_fastapi(
    method: str, path: str, more: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    assert await ask(PlannedRoute, method, path, more) == await ask(APIRoute, method, path, more)


def test_what_only_fastapi_can_solve_is_left_to_it() -> None:
    async def many(wanted: Annotated[list[str], Query()]) -> list[str]:
        return wanted

    async def late(opened: Annotated[str, Depends(opened)]) -> str:
        return opened

    for endpoint in (many, late):
        assert not PlannedRoute("/things", endpoint, response_model=None).planned


def api_contexts(app: FastAPI) -> list[RouteContext]:
    contexts = iter_route_contexts(app.routes)
    return [each for each in contexts if isinstance(each.original_route, APIRoute)]


def test_nearly_all_routes_follow_a_plan() -> None:
    routes = list(flat_routes(create_app()))
    left = [route.path for route in routes if not route.planned]
    assert len(routes) > 100
    assert len(left) < len(routes) / 10


async def test_the_first_route_that_matches_answers_also_where_no_plan_is_made_for_it() -> None:
    app = FastAPI()

    @app.get("/api/v1/things/alike")
    async def alike(wanted: Annotated[list[str], Query()]) -> list[str]:
        return wanted

    @app.get("/api/v1/things/{name}")
    async def one(name: str) -> str:
        return f"the one named {name}"

    assert [route.planned for route in flat_routes(app)] == [False, True]
    transport = httpx.ASGITransport(index_routes(app))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        first = await client.get("/api/v1/things/alike?wanted=a&wanted=b")
        second = await client.get("/api/v1/things/else")
    assert (first.json(), second.json()) == (["a", "b"], "the one named else")


def test_a_planned_route_shares_what_fastapi_holds() -> None:
    app = create_app()
    held = {id(context.dependant) for context in api_contexts(app)}
    assert held
    assert {id(route.dependant) for route in flat_routes(app)} == held
