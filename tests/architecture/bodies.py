"""The least that a route's document takes, so that a call reaches what it names."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from linli.kernel.ids import new_id

Schema = dict[str, Any]

SOON = datetime.now(UTC) + timedelta(days=2)
FORMATS: dict[str, Callable[[], str]] = {
    "uuid": lambda: str(new_id()),
    "date": lambda: SOON.date().isoformat(),
    "date-time": SOON.isoformat,
}


def smallest(schema: Schema, document: Schema) -> Any:
    """A value of this JSON Schema: what is required, and of everything the least."""
    while reference := schema.get("$ref") or next(iter(schema.get("anyOf", [])), None):
        schema = named(document, reference) if isinstance(reference, str) else reference
    if fixed := schema.get("enum") or ([schema["const"]] if "const" in schema else None):
        return fixed[0]
    return KINDS[schema["type"]](schema, document)


def named(document: Schema, reference: str) -> Schema:
    """What ``#/components/schemas/Name`` stands for."""
    found: Schema = document["components"]["schemas"][reference.rpartition("/")[2]]
    return found


def an_object(schema: Schema, document: Schema) -> Any:
    return {
        name: smallest(schema["properties"][name], document) for name in schema.get("required", [])
    }


def an_array(schema: Schema, document: Schema) -> Any:
    return [smallest(schema["items"], document)] * schema.get("minItems", 0)


def a_string(schema: Schema, _document: Schema) -> Any:
    made = FORMATS.get(schema.get("format", ""))
    return made() if made else "x" * schema.get("minLength", 1)


def a_number(schema: Schema, _document: Schema) -> Any:
    return schema.get("minimum", schema.get("exclusiveMinimum", 0) + 1)


KINDS: dict[str, Callable[[Schema, Schema], Any]] = {
    "object": an_object,
    "array": an_array,
    "string": a_string,
    "integer": a_number,
    "number": a_number,
    "boolean": lambda _schema, _document: False,
}


def body_of(document: Schema, method: str, path: str) -> Any:
    """The smallest body of a call; none where it takes no JSON."""
    asked = document["paths"][path][method.lower()].get("requestBody", {}).get("content", {})
    kind = asked.get("application/json")
    return smallest(kind["schema"], document) if kind else None


def query_of(document: Schema, method: str, path: str) -> Schema:
    """What the address must say after its question mark."""
    asked = document["paths"][path][method.lower()].get("parameters", [])
    return {
        each["name"]: smallest(each["schema"], document)
        for each in asked
        if each["in"] == "query" and each["required"]
    }
