"""Which buildings' turnout is told while ballots are taken. Pure."""

from collections.abc import Mapping

from linli.deliberation.rules.small_groups import suppress


def told_buildings(electors: Mapping[str, int]) -> frozenset[str]:
    """Buildings with enough electors that how many voted does not tell who did.

    The whole is told too: next to small buildings another is withheld, so that none can be
    reckoned back from it.

    Args:
        electors: building → how many electors it has, in an order that does not depend on them.
    """
    return frozenset(name for name, number in suppress(electors).items() if number is not None)
