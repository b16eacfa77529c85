"""Whatever a phone sends again after a lost answer does nothing twice."""

from typing import Any

import pytest

from architecture.api import OPERATIONS, ROUTES
from architecture.test_defences import SCHEMAS, json_of

KEPT_NOWHERE = {"preview_cost_scheme", "read_cost_table"}
"""They work something out and keep nothing."""
KNOWN_OTHERWISE = {"cast_secret_ballot"}
"""By its receipt: a key would keep a hash of the choice beside the account."""
PERMITTED = {
    f"{method} {route.path}": route.declarations[0].permission
    for route in ROUTES
    for method in route.methods
    if route.declarations
}
POSTS = [
    (operation["operationId"], operation)
    for name, operation in OPERATIONS
    if name.startswith("POST ")
    and (permission := PERMITTED[name]) is not None
    and permission.name.startswith("deliberation:")
]


def names_an_id(operation: dict[str, Any]) -> bool:
    schema = json_of(operation.get("requestBody", {})) or {}
    named = schema.get("$ref", "").rpartition("/")[2]
    return "id" in SCHEMAS.get(named, schema).get("required", [])


def asks_for_a_key(operation: dict[str, Any]) -> bool:
    asked = operation.get("parameters", [])
    return any(each["name"].lower() == "idempotency-key" for each in asked)


@pytest.mark.parametrize(("name", "operation"), POSTS, ids=[name for name, _ in POSTS])
def test_a_repeat_is_known_by_an_id_or_a_key(name: str, operation: dict[str, Any]) -> None:
    known = names_an_id(operation) or asks_for_a_key(operation)
    assert known is not (name in KEPT_NOWHERE | KNOWN_OTHERWISE)
    if asks_for_a_key(operation):
        assert "400" in operation["responses"]


def test_what_is_excused_is_there() -> None:
    assert {name for name, _ in POSTS} >= KEPT_NOWHERE | KNOWN_OTHERWISE
    assert len(POSTS) > 50
