"""When a delivery is proven: a photo stands behind it that can be looked at."""

from typing import Final

from sqlalchemy import ColumnElement, and_, exists, or_, true

from linli.deliberation.queries.ballots.tables import beside, deliveries, electors
from linli.kernel.attachments.declare import has_file

_e, _d = electors.c, deliveries.c

PROVEN: Final[ColumnElement[bool]] = and_(
    _d.proven == true(), or_(_e.paper_code.is_(None), has_file(_d.community_id, _d.id))
)
"""Of a delivery beside its elector. Rounds of before papers had codes keep what was told."""
_THEIRS = beside(deliveries, electors, _d.elector_id == _e.id)
BROUGHT_WITH_PROOF: Final[ColumnElement[bool]] = exists().where(_THEIRS, PROVEN)
BROUGHT_AS_TOLD: Final[ColumnElement[bool]] = exists().where(_THEIRS, _d.proven == true())
"""Whether a photo was promised; what counts taken before photos were asked for went by."""
