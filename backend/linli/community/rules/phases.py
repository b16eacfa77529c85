"""How a project moves through its phases, and who may move it.

A project is opened to mobilise: doors are knocked on. Then neighbours deliberate, the work is
done, and what was built is operated. Community staff move it on; that work is finished may also be
declared by the elected supervisors. Staff may take one step back, with a reason.
"""

PHASES = ("mobilise", "deliberate", "construct", "operate")

_STAFF = frozenset({"community_admin"})
_MOVERS: dict[tuple[str, str], frozenset[str]] = {
    ("mobilise", "deliberate"): _STAFF,
    ("deliberate", "construct"): _STAFF,
    ("construct", "operate"): _STAFF | {"supervisor"},
    ("deliberate", "mobilise"): _STAFF,
    ("construct", "deliberate"): _STAFF,
    ("operate", "construct"): _STAFF,
}


def movers(before: str, after: str) -> frozenset[str]:
    """The roles that may move a project from one phase to another; empty: nobody may."""
    return _MOVERS.get((before, after), frozenset())


def moves_from(phase: str) -> tuple[str, ...]:
    """The phases that follow one, the way ahead first."""
    ahead = PHASES.index(phase)
    found = [after for before, after in _MOVERS if before == phase]
    return tuple(sorted(found, key=lambda after: PHASES.index(after) < ahead))
