"""Which homes have a voice in an election, also where voting goes on already."""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.each_community import each_community
from linli.kernel.db.types import UtcTime, Uuid
from linli.kernel.ids import new_id

revision = "election_homes"
down_revision = "session_mandates"
branch_labels = None
depends_on = None

TABLE = "election_home"


def _ids(name: str, *columns: str, more: tuple[sa.ColumnClause[str], ...] = ()) -> sa.TableClause:
    return sa.table(name, *(sa.column(column, Uuid()) for column in columns), *more)


kept = _ids(TABLE, "community_id", "id", "election_id", "household_id")
roll = _ids("secret_roll", "community_id", "election_id", "household_id")
household = _ids(
    "household", "community_id", "id", "building_id", more=(sa.column("kind", sa.String()),)
)
election = sa.table(
    "election",
    sa.column("community_id", Uuid()),
    sa.column("id", Uuid()),
    sa.column("building_id", Uuid()),
    sa.column("opened_at", UtcTime()),
)


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_election_home__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_election_home__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_election_home__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_election_home")),
        sa.UniqueConstraint(
            "community_id",
            "election_id",
            "household_id",
            name=op.f("uq_election_home__community_id_election_id_household_id"),
        ),
    )
    bind = op.get_bind()
    for statement in guards.tenant_table(bind.dialect.name, TABLE):
        op.execute(statement)
    for statement in guards.append_only(bind.dialect.name, TABLE):
        op.execute(statement)
    for community_id in each_community(bind):
        _keep_the_open(bind, community_id)


def _keep_the_open(bind: sa.Connection, community_id: UUID) -> None:
    """The homes of now, and those that took part: nothing tells when a home was registered."""
    e, h, r = election.c, household.c, roll.c
    opened = sa.and_(e.community_id == community_id, e.opened_at.is_not(None))
    homes = sa.select(e.id.label("election_id"), h.id.label("household_id")).where(
        opened, h.community_id == community_id, h.building_id == e.building_id, h.kind == "home"
    )
    took_part = sa.select(r.election_id, r.household_id).where(r.community_id == community_id)
    rows = [
        {**row, "community_id": community_id, "id": new_id()}
        for row in bind.execute(sa.union(homes, took_part)).mappings()
    ]
    if rows:
        bind.execute(sa.insert(kept), rows)


def downgrade() -> None:
    op.drop_table(TABLE)
