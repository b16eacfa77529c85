"""Every operation says who may call it, what it is and what it can answer."""

from collections import Counter
from typing import Any

import pytest
from fastapi import FastAPI

from architecture.api import BUILT_IN, OPERATIONS, PUBLIC, ROLES, ROUTES
from linli.kernel.http.permitted import Anyone
from linli.kernel.http.routes import ServedRoute, served_routes


def named(route: ServedRoute) -> str:
    return f"{'/'.join(sorted(route.methods))} {route.path}"


@pytest.mark.parametrize("route", ROUTES, ids=named)
def test_every_route_declares_exactly_one_way_of_being_permitted(route: ServedRoute) -> None:
    if route.name in BUILT_IN:
        return
    asked = {each.permission or type(each).__name__ for each in route.declarations}
    assert len(asked) == 1


@pytest.mark.parametrize("route", ROUTES, ids=named)
def test_whatever_belongs_to_a_community_needs_a_member_of_it(route: ServedRoute) -> None:
    inside = "{community_id}" in route.path
    declaration = route.declarations[0] if route.declarations else None
    if declaration is not None and declaration.permission is not None:
        assert inside
    if inside:
        assert not isinstance(declaration, Anyone)


def test_permissions_are_named_alike_and_for_roles_that_exist() -> None:
    permissions = {each.permission for route in ROUTES for each in route.declarations}
    permissions.discard(None)
    for permission in permissions:
        context, _subject, _verb = permission.name.split(":")
        assert context in {"identity", "community", "care", "deliberation"}
        assert permission.roles
        assert permission.roles <= ROLES
    names = Counter(permission.name for permission in permissions)
    assert [name for name, meanings in names.items() if meanings > 1] == []


def test_operation_ids_are_unique() -> None:
    counted = Counter(operation["operationId"] for _, operation in OPERATIONS)
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_operation_is_documented(name: str, operation: dict[str, Any]) -> None:
    assert operation.get("summary"), name
    assert operation.get("tags"), name
    assert operation["operationId"].isidentifier(), name
    refused = {status for status in operation["responses"] if status >= "400"}
    assert "503" in refused
    for status in refused:
        content = operation["responses"][status].get("content", {})
        assert set(content) == {"application/problem+json"}, f"{name} {status}"
    done = [status for status in operation["responses"] if status < "300"]
    assert done, name
    for status in done:
        response = operation["responses"][status]
        assert status == "204" or response.get("content"), f"{name} {status}"


@pytest.mark.parametrize(("name", "operation"), OPERATIONS, ids=[name for name, _ in OPERATIONS])
def test_every_answer_and_every_body_has_a_shape(name: str, operation: dict[str, Any]) -> None:
    bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
    for body in bodies:
        for media, described in body.get("content", {}).items():
            assert described.get("schema"), f"{name} {media}"


def test_the_document_describes_every_api_route(bare_app: FastAPI) -> None:
    documented = {name for name, _ in OPERATIONS}
    served = {
        f"{method} {route.path}"
        for route in served_routes(bare_app)
        for method in route.methods
        if route.path.startswith("/api/") and route.name not in BUILT_IN
    }
    assert served == documented


def test_what_is_outside_the_api_is_known() -> None:
    outside = {route.path for route in ROUTES if not route.path.startswith("/api/")}
    assert outside == PUBLIC
