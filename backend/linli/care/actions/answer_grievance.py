from uuid import UUID

from linli.care.actions.change_grievance import change_grievance
from linli.care.models.grievance import GrievanceAnswer
from linli.care.queries.grievances import read_grievance
from linli.care.queries.places import oversees
from linli.care.schemas.grievance import AnswerIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.creation import create_once
from linli.kernel.problems import forbidden


async def answer_grievance(tx: Tx, actor: Actor, grievance_id: UUID, body: AnswerIn) -> bool:
    """Answer a grievance; the next visitor brings the answer along.

    Returns:
        Whether the answer is new.

    Raises:
        Problem: 404 without the grievance; 403 unless the actor owns it or oversees its door; 409
            ``grievance_closed``, or as ``create_once``.
    """
    require_seeing_to(actor, await read_grievance(tx, actor, grievance_id))
    values = {"grievance_id": grievance_id, "words": body.words}
    if not await create_once(tx, actor, GrievanceAnswer, body, **values):
        return False
    await change_grievance(tx, actor, "answered", grievance_id, status="answered")
    return True


def require_seeing_to(actor: Actor, grievance: Row) -> None:
    """Check that a grievance is the actor's to see to.

    Raises:
        Problem: 403 ``forbidden``.
    """
    owns = grievance["owner_account_id"] == actor.account_id
    if not owns and not oversees(actor, grievance["building_id"]):
        raise forbidden()
