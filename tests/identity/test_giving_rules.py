"""Who may give and take which role."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from linli.identity.rules.giving import GIVES, may_give, may_take
from linli.identity.rules.roles import ROLES, SCOPES, fits
from linli.kernel.access.actor import Grant, Scope

PLACES = [UUID(int=number) for number in (1, 2, 3)]


def seats(*roles: str) -> st.SearchStrategy[Grant]:
    """Grants that can be held."""
    possible = [(role, scope) for role in roles for scope in sorted(SCOPES[role])]
    return st.sampled_from(possible).flatmap(
        lambda pair: (
            st.just(Grant(*pair))
            if pair[1] is Scope.COMMUNITY
            else st.builds(Grant, st.just(pair[0]), st.just(pair[1]), st.sampled_from(PLACES))
        )
    )


ANY = seats(*ROLES)
SEVERAL = st.lists(ANY, max_size=4)


@given(SEVERAL, ANY, ANY)
def test_whoever_receives_a_role_can_give_nothing_that_its_giver_could_not(
    held: list[Grant], given_one: Grant, passed_on: Grant
) -> None:
    if may_give(held, given_one) and may_give([given_one], passed_on):
        assert may_give(held, passed_on)


@given(st.lists(seats(*(set(ROLES) - set(GIVES))), max_size=4), ANY)
def test_only_admins_and_leads_give_anything(held: list[Grant], wanted: Grant) -> None:
    assert not may_give(held, wanted)
    assert not may_take(held, wanted)


@given(st.lists(seats("building_lead"), min_size=1, max_size=3), ANY)
def test_a_lead_gives_only_into_the_own_buildings_and_only_to_neighbours(
    held: list[Grant], wanted: Grant
) -> None:
    own = {grant.scope_id for grant in held}
    neighbours = {"volunteer", "resident"}
    inside = wanted.scope is Scope.BUILDING and wanted.scope_id in own
    assert may_give(held, wanted) == (inside and wanted.role in neighbours)


@given(SEVERAL, ANY, ANY)
def test_another_grant_never_takes_an_ability_away(
    held: list[Grant], more: Grant, wanted: Grant
) -> None:
    if may_give(held, wanted):
        assert may_give([*held, more], wanted)


@given(SEVERAL, ANY)
def test_what_can_be_given_can_be_taken_back(held: list[Grant], wanted: Grant) -> None:
    if may_give(held, wanted):
        assert may_take(held, wanted)


@given(st.sampled_from(ROLES), st.sampled_from(Scope))
def test_an_admin_gives_every_role_wherever_it_can_be_held_but_a_representatives(
    role: str, scope: Scope
) -> None:
    admin = [Grant("community_admin", Scope.COMMUNITY)]
    place = None if scope is Scope.COMMUNITY else PLACES[0]
    elected = role == "representative"
    assert may_give(admin, Grant(role, scope, place)) == (fits(role, scope) and not elected)


def test_an_unknown_role_is_given_by_nobody() -> None:
    assert not may_give(
        [Grant("community_admin", Scope.COMMUNITY)], Grant("emperor", Scope.COMMUNITY)
    )
