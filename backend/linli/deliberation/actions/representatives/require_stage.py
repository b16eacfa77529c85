from linli.deliberation.queries.representatives.elections import stage_of
from linli.kernel.db.transaction import Row
from linli.kernel.problems import Problem


def require_nominating(election: Row) -> None:
    """Refuse what must happen before voting is opened.

    Raises:
        Problem: 409 ``nominations_over``.
    """
    if stage_of(election) != "nominating":
        raise Problem(409, "nominations_over")


def require_voting(election: Row) -> None:
    """Refuse a ballot that comes too early or too late.

    Raises:
        Problem: 409 ``election_not_open``.
    """
    if stage_of(election) != "voting":
        raise Problem(409, "election_not_open")
