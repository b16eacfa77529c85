"""Who sees what of the assistance register: known only to those who help, while they help."""

from dataclasses import dataclass

NOTHING = frozenset[str]()


@dataclass(frozen=True)
class Relation:
    """How an account stands to a need, or to a task of it.

    Attributes:
        keeps_register: is a social worker.
        leads_building: leads the building of the door.
        administers: is staff of the community.
        has_task: a task of the need is the account's.
        task_is_current: that task is to be done now (see ``task_is_current``).
        offered_task: a task of the need is open to whoever takes it, within the account's reach.
    """

    keeps_register: bool = False
    leads_building: bool = False
    administers: bool = False
    has_task: bool = False
    task_is_current: bool = False
    offered_task: bool = False


def visible(relation: Relation) -> frozenset[str]:
    """What may be shown without an opening.

    The words mean: ``statistics``; ``mark``, that a need exists at the door and whether it is
    urgent; ``register``, its kind, its dates and by what right it is kept; ``task``, kind, building
    and time of a task; ``place``, its floor and door; ``instruction``, what to do there.

    Sealed content as such is nobody's to see: a social worker opens it, for a purpose, on record.
    """
    seen = set(NOTHING)
    if relation.administers or relation.keeps_register:
        seen.add("statistics")
    if relation.keeps_register:
        seen |= {"mark", "register", "task", "place"}
    if relation.leads_building:
        seen |= {"mark", "task", "place"}
    if relation.offered_task or relation.has_task:
        seen.add("task")
    if relation.has_task and relation.task_is_current:
        seen |= {"place", "instruction"}
    return frozenset(seen)


def may_open(relation: Relation) -> bool:
    """Whether the account may open the sealed content of a need."""
    return relation.keeps_register
