"""Whether a list can be scored as it stands."""

import re
from uuid import UUID

from linli.deliberation.actions.comparison_lists.agreed_weights import agreed_weights
from linli.deliberation.actions.refused import rules_refuse
from linli.deliberation.queries.comparison_lists.scoring import criteria_of, table_of
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.comparison_lists.criterion import CriterionKind, check_criterion
from linli.deliberation.rules.comparison_lists.points import points
from linli.deliberation.schemas.comparison_lists.content import ContentIn
from linli.kernel.db.transaction import Row, Tx

_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,6})?")
_POINTERS = {"value": "/cells", "unknown": "/cells", "number": "/cells"}
_CONTENT = {"title", "question", "criteria", "options", "cells"}


async def checked_content(tx: Tx, body: ContentIn, project_id: UUID) -> Row:
    """The content as a version keeps it, with the decision its weights rest on, if it has any.

    Raises:
        Problem: 422 where a criterion cannot be scored fairly or a value is of the wrong kind;
            as ``agreed_weights``.
    """
    content = body.model_dump(mode="json", include=_CONTENT)
    with rules_refuse(_POINTERS, "/criteria"):
        _check(body, content)
    if body.decision_id is None:
        return content
    return {**content, **await agreed_weights(tx, body.decision_id, project_id)}


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
