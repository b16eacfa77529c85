"""Who was a representative when a session ended, also for the sessions of the past."""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.each_community import each_community
from linli.kernel.db.types import UtcTime, Uuid
from linli.kernel.ids import new_id

revision = "session_mandates"
down_revision = "held_schemes"
branch_labels = None
depends_on = None

TABLE = "session_mandate"
kept = sa.table(
    TABLE, *(sa.column(n, Uuid()) for n in ("community_id", "id", "session_id", "account_id"))
)
step = sa.table(
    "session_step",
    sa.column("community_id", Uuid()),
    sa.column("session_id", Uuid()),
    sa.column("to_state", sa.String()),
    sa.column("at", UtcTime()),
)
grant = sa.table(
    "grant_",
    sa.column("community_id", Uuid()),
    sa.column("account_id", Uuid()),
    sa.column("role", sa.String()),
    sa.column("created_at", UtcTime()),
    sa.column("revoked_at", UtcTime()),
)


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_session_mandate__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_session_mandate__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_session_mandate__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_session_mandate")),
        sa.UniqueConstraint(
            "community_id",
            "session_id",
            "account_id",
            name=op.f("uq_session_mandate__community_id_session_id_account_id"),
        ),
    )
    bind = op.get_bind()
    for statement in guards.tenant_table(bind.dialect.name, TABLE):
        op.execute(statement)
    for statement in guards.append_only(bind.dialect.name, TABLE):
        op.execute(statement)
    for community_id in each_community(bind):
        _keep_the_past(bind, community_id)


def _keep_the_past(bind: sa.Connection, community_id: UUID) -> None:
    """Grants keep when they began and ended: who held one when a session ended is known."""
    ended = (
        sa.select(step.c.session_id, sa.func.min(step.c.at).label("at"))
        .where(step.c.community_id == community_id, step.c.to_state.in_(("closed", "cancelled")))
        .group_by(step.c.session_id)
        .subquery()
    )
    g = grant.c
    held = (
        sa.select(ended.c.session_id, g.account_id)
        .distinct()
        .where(g.community_id == community_id, g.role == "representative")
        .where(g.created_at <= ended.c.at)
        .where(sa.or_(g.revoked_at.is_(None), g.revoked_at > ended.c.at))
    )
    rows = [
        {**row, "community_id": community_id, "id": new_id()}
        for row in bind.execute(held).mappings()
    ]
    if rows:
        bind.execute(sa.insert(kept), rows)


def downgrade() -> None:
    op.drop_table(TABLE)
