"""What was done about a report before, which decides what may be done now."""

from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from linli.deliberation.models.feedback import Feedback, FeedbackStep
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx

OFFICES = ("contractor", "property_manager")
_ANSWERS = ("answered", "said_fixed")
_reports, _steps = table(Feedback).c, table(FeedbackStep).c


def is_own_work(actor: Actor) -> ColumnElement[bool]:
    """Of a report: whether the actor answered it, or said that it is fixed."""
    return exists().where(
        _steps.community_id == _reports.community_id,
        _steps.feedback_id == _reports.id,
        _steps.by_account_id == actor.account_id,
        _steps.part != "reporter",
        _steps.to_state.in_(_ANSWERS),
    )


def is_of_an_office(actor: Actor) -> bool:
    """Whether one of the two parties speaks, whose work reports are about."""
    return any(actor.holds(role) for role in OFFICES)


async def may_say_it_is_fixed(tx: Tx, actor: Actor, report_id: UUID) -> bool:
    """Nobody says of their own work that it is done; of a reporter this asks nothing."""
    mine = (_reports.community_id == tx.community, _reports.id == report_id)
    own = await tx.scalar(select(is_own_work(actor)).where(*mine))
    return not own and not is_of_an_office(actor)


async def was_joined_before(tx: Tx, report_id: UUID) -> bool:
    """Whether it was joined to another report; out of that only its reporter takes it."""
    joined = (_steps.feedback_id == report_id, _steps.to_state == "merged")
    asks = select(exists().where(_steps.community_id == tx.community, *joined))
    return bool(await tx.scalar(asks))
