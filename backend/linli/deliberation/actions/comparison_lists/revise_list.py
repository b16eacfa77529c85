from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.comparison_lists.check_content import checked_content
from linli.deliberation.actions.comparison_lists.write_version import write_version
from linli.deliberation.facts.comparison_lists import list_changed
from linli.deliberation.queries.comparison_lists.lists import find_list, lists
from linli.deliberation.schemas.comparison_lists.content import RevisionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem


async def revise_list(tx: Tx, actor: Actor, list_id: UUID, body: RevisionIn, expected: int) -> None:
    """Change a list; what it was stays as a version.

    Raises:
        Problem: 404; 409 ``list_in_ballot`` while a round asks about it; 412 when somebody else
            was faster; 422 as ``checked_content``.
    """
    card = await find_list(tx, actor, list_id)
    content = await checked_content(tx, body, card["project_id"])
    this = (lists.c.community_id == tx.community, lists.c.id == list_id)
    edit = (
        update(lists)
        .where(*this, lists.c.version == expected)
        .values(title=body.title, version=expected + 1)
    )
    if (await tx.execute(edit)).rowcount != 1:
        raise changed_meanwhile()
    if await tx.scalar(select(lists.c.held_by_round).where(*this)) is not None:
        raise Problem(409, "list_in_ballot")
    told = await write_version(tx, actor, list_id, expected + 1, content, body.reason)
    public = {"version": expected + 1, "content_sha256": told}
    record(tx, list_changed(actor, "revised", list_id, clock.now(), **public))
