"""What holds for the whole program by how it is built.

ASVS 5.0: 1.3.6, 11.5.1, 13.4.5, 14.2.1, 15.1.2, 15.3.1 to 15.3.3.
"""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from architecture.api import DOCUMENT, OPERATIONS
from conftest import ROOT

PACKAGE = ROOT / "backend" / "linli"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
FREE_TEXT = {"code", "cursor", "filename", "q", "since"}
"""Words that an address may hold: a cursor of ours, a roster's file name, a printed or home's code.

Addresses end up in histories and in the logs of whoever stands between.
"""
SENSITIVE = re.compile(r"token|secret|passw|phone|login|name$|words|note|reason")
OUTWARD = {"aiohttp", "ftplib", "http.client", "httpx", "requests", "smtplib", "urllib.request"}
MAY_REACH_OUT = ("integration/",)
"""Outgoing calls are made in one place, which guards them. The demo calls itself in memory."""
IN_MEMORY = {"demo/phone.py"}


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def short(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_nothing_but_integration_calls_other_servers() -> None:
    reaching = {short(m) for m in MODULES if OUTWARD & set(imported(m))}
    assert {m for m in reaching if not m.startswith(MAY_REACH_OUT)} == IN_MEMORY
    assert "ASGITransport" in (PACKAGE / "demo/phone.py").read_text(encoding="utf-8")


def test_secrets_come_from_the_systems_generator() -> None:
    """``random`` only spreads retries; uuid4 and the like make no secret."""
    careless = {short(m) for m in MODULES if "random" in set(imported(m))}
    assert {m for m in careless if not m.startswith("demo/")} == {"kernel/db/database.py"}


def test_every_third_party_module_is_locked_with_a_hash() -> None:
    """``requirements/app.txt`` is the inventory of what runs."""
    locked = (ROOT / "requirements" / "app.txt").read_text(encoding="utf-8")
    names = {canonical(name) for name in re.findall(r"(?m)^([\w.\[\]-]+)==\S+ \\$", locked)}
    assert len(names) > 20
    for name, rest in re.findall(
        r"(?m)^([\w.-]+)[^\n]*==([^\n]*\n(?:\s+--hash[^\n]*\n?)*)", locked
    ):
        assert "--hash=sha256:" in rest, name
    known = packages_distributions()
    for module in MODULES:
        for name in {each.partition(".")[0] for each in imported(module)}:
            if name not in sys.stdlib_module_names and name != "linli":
                assert names & {canonical(each) for each in known[name]}, f"{short(module)}: {name}"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.partition("[")[0]).lower()


def kinds(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in schema.get("anyOf", [schema]):
        yield from kinds(each["items"]) if "items" in each else (each,)


def is_free(schema: dict[str, Any]) -> bool:
    bound = {"enum", "const", "format", "$ref"}
    return any(each.get("type") == "string" and not bound & set(each) for each in kinds(schema))


def test_addresses_hold_ids_and_choices_and_hardly_any_words() -> None:
    asked = [
        parameter
        for _, operation in OPERATIONS
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    ]
    assert len(asked) > 20
    assert {each["name"] for each in asked if is_free(each["schema"])} <= FREE_TEXT
    named = {each["name"] for each in asked} - {"filename"}
    assert {name for name in named if SENSITIVE.search(name)} == set()


def shapes(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object that a schema lets in, by name."""
    waiting, seen = [("body", schema)], set()
    while waiting:
        name, each = waiting.pop()
        if "$ref" in each:
            name = each["$ref"].rpartition("/")[2]
            each = SCHEMAS[name]
            if name in seen:
                continue
            seen.add(name)
        if "properties" in each:
            yield name, each
        nested = [each.get("items"), each.get("additionalProperties")]
        nested += [*each.get("properties", {}).values()]
        for several in ("anyOf", "oneOf", "allOf"):
            nested += each.get(several, [])
        waiting += [(f"{name}/…", more) for more in nested if isinstance(more, dict)]


def json_of(described: dict[str, Any]) -> dict[str, Any] | None:
    found: dict[str, Any] | None = (
        described.get("content", {}).get("application/json", {}).get("schema")
    )
    return found


BODIES = [(name, op) for name, op in OPERATIONS if json_of(op.get("requestBody", {}))]


@pytest.mark.parametrize(("name", "operation"), BODIES, ids=[name for name, _ in BODIES])
def test_no_body_takes_a_field_that_was_not_meant(name: str, operation: dict[str, Any]) -> None:
    schema = json_of(operation["requestBody"])
    assert schema is not None
    found = list(shapes(schema))
    assert found, name
    assert [each for each, shape in found if shape.get("additionalProperties") is not False] == []


ANSWERS = [
    (f"{name} {status}", answer)
    for name, operation in OPERATIONS
    for status, answer in operation["responses"].items()
    if status < "300" and json_of(answer)
]
KEPT_BACK = re.compile(r"^(token|password|login)_|^body_digest$|salt|^sealed|secret|blind|^wrapped")
"""Columns that are nobody's to read; a row that is handed out whole would show one."""


@pytest.mark.parametrize(("name", "answer"), ANSWERS, ids=[name for name, _ in ANSWERS])
def test_no_answer_hands_out_what_only_the_server_needs(name: str, answer: dict[str, Any]) -> None:
    schema = json_of(answer)
    assert schema is not None
    told = {field for _, shape in shapes(schema) for field in shape["properties"]}
    assert {field for field in told if KEPT_BACK.search(field)} == set(), name


@pytest.mark.parametrize(
    "path",
    ["/docs", "/redoc", "/api/v1/docs", "/debug", "/.git/config", "/.env", "/server-status",
     "/openapi.json", "/package.json", "/tools/package.json", "/var/linli.db", "/master.key"],
)  # fmt: skip
async def test_nothing_is_shown_that_was_not_meant_to_be(bare_app: FastAPI, path: str) -> None:
    transport = httpx.ASGITransport(bare_app)
    async with httpx.AsyncClient(transport=transport, base_url="https://linli.test") as client:
        assert (await client.get(path)).status_code == 404
        assert (await client.request("TRACE", path)).status_code in {404, 405}
