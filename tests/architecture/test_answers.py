"""Every route, whatever it answers: its headers, its refusal of foreign pages, its discretion.

ASVS 5.0: 3.4.1 to 3.4.6, 3.5.1, 4.1.1, 14.3.2, 16.2.5, 16.5.1.
"""

import logging

import httpx
import pytest

from architecture.neighbourhood import API, CALLS, Neighbourhood, address, call, named
from linli.kernel.http.permitted import Anyone
from linli.kernel.http.routes import ServedRoute

FOREIGN = {"Origin": "https://evil.test", "Sec-Fetch-Site": "cross-site"}
INTERNALS = (
    "Traceback",
    "site-packages",
    "sqlalchemy",
    "asyncpg",
    "sqlite3",
    "SELECT ",
    "linli_app",
)
SAFE = {"GET", "HEAD"}
LASTING = [each for each in CALLS if (each[0], each[1].path) != ("DELETE", "/api/v1/session")]
"""All but signing out: the callers are shared."""
UNSAFE = [
    (method, route)
    for method, route in CALLS
    if method not in SAFE and not isinstance(route.declarations[0], Anyone)
]
"""Those for anyone are in tests/identity/test_same_origin.py, with bodies that would be taken."""
HIDING = ("/assistance-", "/need-suggestions", "/register-duties", "/care-tasks")
"""The register tells nobody more than that nothing is there."""
FOR_ALL = "/handbook-documents"
"""The only answer that a phone may keep: the handbook names nobody."""
CANARY = "13812345678-王秀英"
"""What nobody may find in a log, wherever a caller wrote it."""


def assert_guarded(answer: httpx.Response, path: str = "") -> None:
    headers = answer.headers
    kept = "private, no-cache" if path.endswith(FOR_ALL) and answer.is_success else "no-store"
    assert headers["cache-control"] == kept
    policy = {part.strip() for part in headers["content-security-policy"].split(";")}
    assert {"default-src 'none'", "object-src 'none'", "base-uri 'none'"} <= policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert not [name for name in headers if name.startswith("access-control-")]
    assert "server" not in headers
    assert answer.status_code // 100 != 3
    if answer.content:
        kind = headers["content-type"]
        assert kind in {"application/json", "application/problem+json"}
        answer.json()
    assert not [word for word in INTERNALS if word in answer.text]
    assert "evil.test" not in f"{answer.text}{headers}"


@pytest.mark.parametrize(("method", "route"), LASTING, ids=named)
async def test_every_answer_is_guarded_and_tells_nothing_of_the_inside(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    asked: list[tuple[str, dict[str, str]]] = [
        *((role, {}) for role in ("community_admin", "social_worker", "resident", "nobody")),
        ("community_admin", FOREIGN),
        ("community_admin", {"X-Forwarded-Host": "evil.test"}),
    ]
    for role, more in asked:
        client = neighbourhood.members[role]
        answer = await call(client, method, route, neighbourhood.community_id, more)
        assert answer.status_code < 500
        assert_guarded(answer, route.path)


@pytest.mark.parametrize("route", API, ids=named)
async def test_no_foreign_page_is_ever_granted_a_preflight(
    neighbourhood: Neighbourhood, route: ServedRoute
) -> None:
    asked = {**FOREIGN, "Access-Control-Request-Method": "POST"}
    asked["Access-Control-Request-Headers"] = "x-linli"
    where = address(route, neighbourhood.community_id)
    answer = await neighbourhood.members["nobody"].options(where, headers=asked)
    assert answer.status_code in {404, 405}
    assert_guarded(answer)


@pytest.mark.parametrize(("method", "route"), UNSAFE, ids=named)
async def test_no_foreign_page_may_act_on_any_route(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    """Signed in or not; what hides refusals of any kind says that nothing is there."""
    client = neighbourhood.members["social_worker"]
    for more in ({"Origin": "https://evil.test"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = await call(client, method, route, neighbourhood.community_id, more)
        hides = any(part in route.path for part in HIDING)
        expected = (404, "not_found") if hides else (403, "foreign_origin")
        assert (answer.status_code, answer.json()["code"]) == expected


@pytest.fixture
def told(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> pytest.CaptureFixture[str]:
    monkeypatch.setattr(logging.getLogger("httpx"), "disabled", True)  # the caller's own
    capfd.readouterr()
    return capfd


@pytest.mark.parametrize(("method", "route"), LASTING, ids=named)
async def test_no_log_repeats_what_a_caller_wrote(
    neighbourhood: Neighbourhood,
    method: str,
    route: ServedRoute,
    told: pytest.CaptureFixture[str],
) -> None:
    for role in ("community_admin", "nobody"):
        await neighbourhood.members[role].request(
            method,
            address(route, neighbourhood.community_id),
            params={"q": CANARY, "cursor": CANARY},
            json={"words": CANARY, "login": CANARY, "password": CANARY, "token": CANARY},
            headers={"User-Agent": "13812345678", "If-Match": "13812345678"},
        )
    neighbourhood.app.state.access_log.flush()
    logged = told.readouterr().out
    assert '"event":"request"' in logged
    assert "13812345678" not in logged
    assert str(neighbourhood.community_id) not in logged
