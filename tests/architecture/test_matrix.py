"""Every route, for every role, for strangers and for nobody; generated from the route table."""

import pytest

from architecture.api import ROLES
from architecture.neighbourhood import CALLS, INSIDE, Neighbourhood, call, named
from linli.kernel.http.permitted import Anyone
from linli.kernel.http.routes import ServedRoute
from linli.kernel.ids import new_id

NOT_REFUSED = {200, 201, 204, 400, 404, 409, 410, 412, 415, 422}
"""What a permitted caller may hear about an empty body and ids that name nothing."""

REFUSED = {(403, "forbidden"), (404, "not_found")}
"""Seen but not allowed, or not even to be known of."""


@pytest.mark.parametrize(("method", "route"), INSIDE, ids=named)
async def test_a_role_may_do_what_its_permission_says_and_nothing_else(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    permission = route.declarations[0].permission
    names_a_thing = route.path.count("{") > 1
    for role in sorted(ROLES):
        answer = await call(neighbourhood.members[role], method, route, neighbourhood.community_id)
        if permission is None or role in permission.roles:
            heard = NOT_REFUSED if names_a_thing else NOT_REFUSED - {404}
            assert answer.status_code in heard, f"{role}: {answer.text}"
        else:
            assert (answer.status_code, answer.json()["code"]) in REFUSED, role


@pytest.mark.parametrize(("method", "route"), INSIDE, ids=named)
async def test_another_community_does_not_exist_for_any_role(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    told = set()
    for role, community_id in [
        *((role, neighbourhood.elsewhere) for role in sorted(ROLES)),
        ("community_admin", new_id()),
    ]:
        answer = await call(neighbourhood.members[role], method, route, community_id)
        told.add((answer.status_code, answer.json()["code"]))
    assert told == {(404, "not_found")}


@pytest.mark.parametrize(("method", "route"), CALLS, ids=named)
async def test_without_a_session_only_what_is_for_anyone_answers(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    answer = await call(neighbourhood.members["nobody"], method, route, neighbourhood.community_id)
    if isinstance(route.declarations[0], Anyone):
        assert answer.status_code < 500
    else:
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_the_matrix_is_not_empty() -> None:
    assert len(INSIDE) > 30
