"""Written proxies and how many one holder may carry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ProxyAuthorization:
    """A written authorization (Civil Code, art. 165; 建房〔2009〕274号, art. 26 (1)).

    Attributes:
        id: its key.
        elector: who authorizes.
        holder: who may vote for them.
        sequence: its place in the order of recording, unique in the round.
        revoked: whether the elector took it back.
    """

    id: str
    elector: str
    holder: str
    sequence: int
    revoked: bool = False


class ProxyState(StrEnum):
    """Whether an authorization may be used."""

    STANDS = "stands"
    REVOKED = "revoked"
    REPLACED = "replaced"
    OVER_LIMIT = "over_limit"
    OWN_PROXY = "own_proxy"


def proxy_states(
    authorizations: Iterable[ProxyAuthorization], limit: int
) -> Mapping[str, ProxyState]:
    """The state of every authorization, whatever the order they are given in.

    An elector's newest authorization replaces older ones for good, also when it is itself taken
    back. Of those a holder then carries, the first ``limit`` recorded stand: the city profile's
    limit, which counts electors, not homes.
    """
    states: dict[str, ProxyState] = {}
    newest: dict[str, ProxyAuthorization] = {}
    for one in sorted(authorizations, key=lambda one: one.sequence):
        states[one.id] = _alone(one)
        if states[one.id] is ProxyState.OWN_PROXY:
            continue
        before = newest.get(one.elector)
        if before is not None and states[before.id] is ProxyState.STANDS:
            states[before.id] = ProxyState.REPLACED
        newest[one.elector] = one
    carried = [one for one in newest.values() if states[one.id] is ProxyState.STANDS]
    return states | _over_limit(carried, limit)


def _alone(one: ProxyAuthorization) -> ProxyState:
    if one.revoked:
        return ProxyState.REVOKED
    return ProxyState.OWN_PROXY if one.holder == one.elector else ProxyState.STANDS


def _over_limit(current: Iterable[ProxyAuthorization], limit: int) -> dict[str, ProxyState]:
    carried: dict[str, int] = {}
    over = {}
    for one in sorted(current, key=lambda one: one.sequence):
        carried[one.holder] = carried.get(one.holder, 0) + 1
        if carried[one.holder] > limit:
            over[one.id] = ProxyState.OVER_LIMIT
    return over
