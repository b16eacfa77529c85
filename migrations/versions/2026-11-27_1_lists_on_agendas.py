"""An item of an agenda can be about a comparison list."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.checks import replace_check
from linli.kernel.db.each_community import each_community
from linli.kernel.db.types import Uuid

revision = "lists_on_agendas"
down_revision = "ballot_readings"
branch_labels = None
depends_on = None

BEFORE = "subject_kind IN ('proposal', 'hazard', 'feedback', 'cost_plan', 'grievance', 'other')"
NOW = "subject_kind IN ('proposal', 'hazard', 'feedback', 'cost_plan', 'comparison_list', "
NOW += "'grievance', 'other')"
CHECK = ("agenda_item", "ck_agenda_item__subject_kind")
ONLY_ITS_TITLE = "UPDATE agenda_item SET subject_kind = 'other', subject_id = NULL "
ONLY_ITS_TITLE += "WHERE community_id = :community AND subject_kind = 'comparison_list'"


def upgrade() -> None:
    replace_check(op.get_bind(), *CHECK, BEFORE, NOW)


def downgrade() -> None:
    bind = op.get_bind()
    only_its_title = sa.text(ONLY_ITS_TITLE).bindparams(sa.bindparam("community", type_=Uuid()))
    for community_id in each_community(bind):
        bind.execute(only_its_title, {"community": community_id})
    replace_check(bind, *CHECK, NOW, BEFORE)
