"""Whether a list can be scored as it stands."""

import re
from uuid import UUID

from sqlalchemy import and_, select

from linli.community.public import time_zone_of
from linli.deliberation.actions.refused import rules_refuse
from linli.deliberation.queries.comparison_lists.scoring import criteria_of, table_of
from linli.deliberation.queries.sessions.tables import decisions, sessions
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.comparison_lists.criterion import CriterionKind, check_criterion
from linli.deliberation.rules.comparison_lists.points import points
from linli.deliberation.schemas.comparison_lists.content import ContentIn
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import invalid

_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_POINTERS = {"value": "/cells", "unknown": "/cells", "number": "/cells"}
_CONTENT = {"title", "question", "criteria", "options", "cells", "agreed_in", "agreed_on"}


async def checked_content(tx: Tx, body: ContentIn) -> Row:
    """The content as a version keeps it; where a decision is named, its session and day are told.

    Raises:
        Problem: 422 where a criterion cannot be scored fairly, a value is of the wrong kind, the
            decision is unknown, or the day is yet to come.
    """
    content = body.model_dump(mode="json", include=_CONTENT)
    with rules_refuse(_POINTERS, "/criteria"):
        _check(body, content)
    if body.decision_id is not None:
        return {**content, **await _decided(tx, body.decision_id)}
    today = clock.today(await time_zone_of(tx, tx.community))
    if body.agreed_on is not None and body.agreed_on > today:
        raise invalid("/agreed_on", "day_in_future")
    return content


async def _decided(tx: Tx, decision_id: UUID) -> Row:
    d, s = decisions.c, sessions.c
    of_session = and_(s.community_id == d.community_id, s.id == d.session_id)
    asks = select(s.id, s.title, s.held_on).join_from(decisions, sessions, of_session)
    this = (d.community_id == tx.community, d.id == decision_id, s.state != "cancelled")
    row = await tx.row(asks.where(*this))
    if row is None:
        raise invalid("/decision_id", "unknown_decision")
    told = {"decision_id": str(decision_id), "session_id": str(row["id"])}
    return {**told, "agreed_in": row["title"], "agreed_on": row["held_on"].isoformat()}


def _check(body: ContentIn, content: Row) -> None:
    criteria = criteria_of(content)
    keys = {criterion.key for criterion in criteria}
    if len(keys) != len(criteria):
        raise RuleBrokenError("criterion_twice")
    for criterion in criteria:
        check_criterion(criterion)
    for cell in body.cells:
        if cell.criterion not in keys:
            raise RuleBrokenError("unknown_criterion", criterion=cell.criterion)
    _check_numbers(body)
    table = table_of(content)
    for criterion in criteria:
        points(criterion, {option: row.get(criterion.key) for option, row in table.items()})


def _check_numbers(body: ContentIn) -> None:
    labels = {c.key: c.label for c in body.criteria if c.kind is CriterionKind.NUMBER}
    for cell in body.cells:
        is_number = isinstance(cell.value, str) and _DECIMAL.fullmatch(cell.value)
        if cell.criterion in labels and not is_number:
            raise RuleBrokenError("number_expected", criterion=labels[cell.criterion])
