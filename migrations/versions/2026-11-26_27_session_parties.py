"""Who is of none of the three parties: only a representative is the residents' voice.

What stands behind an agenda item at its notice is kept beside what the notice says of it; items of
notices that were given before have no such digest and stay as decidable as they were.
"""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.each_community import each_community
from linli.kernel.db.types import Uuid

revision = "session_parties"
down_revision = "minutes_photos"
branch_labels = None
depends_on = None

TABLE = "session_attendance"
PARTIES = "party IN ('residents', 'property_manager', 'contractor')"
OF_NONE = "UPDATE session_attendance SET party = NULL WHERE community_id = :community "
OF_NONE += "AND party = 'residents' AND representative = :representative"
AGAIN = "UPDATE session_attendance SET party = 'residents' "
AGAIN += "WHERE community_id = :community AND party IS NULL"


def upgrade() -> None:
    _party(nullable=True)
    bind = op.get_bind()
    of_none = _statement(OF_NONE).bindparams(sa.bindparam("representative", type_=sa.Boolean()))
    for community_id in each_community(bind):
        bind.execute(of_none, {"community": community_id, "representative": False})
    op.add_column("agenda_item", sa.Column("noticed_subject", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("agenda_item", "noticed_subject")
    bind = op.get_bind()
    for community_id in each_community(bind):
        bind.execute(_statement(AGAIN), {"community": community_id})
    _party(nullable=False)


def _statement(text: str) -> sa.TextClause:
    return sa.text(text).bindparams(sa.bindparam("community", type_=Uuid()))


def _party(*, nullable: bool) -> None:
    with op.batch_alter_table(TABLE, table_args=_checks()) as attendance:
        attendance.alter_column("party", existing_type=sa.String(length=20), nullable=nullable)


def _checks() -> tuple[sa.CheckConstraint, ...]:
    """For SQLite, whose tables are made anew: what they check isn't read back from them."""
    how = sa.CheckConstraint("how IN ('room', 'remote')", name=op.f("ck_session_attendance__how"))
    return (how, sa.CheckConstraint(PARTIES, name=op.f("ck_session_attendance__party")))
