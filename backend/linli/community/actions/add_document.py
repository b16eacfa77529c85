from linli.community.actions.require_project import require_project
from linli.community.facts import document_added
from linli.community.models import HandbookDocument
from linli.community.schemas.handbook import DocumentIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once


async def add_document(tx: Tx, actor: Actor, body: DocumentIn) -> bool:
    """Give the handbook a document; what it says comes with its first version.

    Returns:
        Whether it is new; ``False`` when the same was sent before.

    Raises:
        Problem: 422 when the project is not known, 409 when the id has another content.
    """
    await require_project(tx, body.project_id)
    values = body.model_dump(exclude={"id"})
    if not await create_once(tx, actor, HandbookDocument, body, **values):
        return False
    record(tx, document_added(actor, body.id, clock.now(), body.category))
    return True
