"""Going through all communities, for migrations that bring what is stored into a new shape."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, column, select, table, text

from linli.kernel.db.types import Uuid

_ENTER = text("SELECT set_config('linli.community_id', :community, true)")


def each_community(conn: Connection) -> Iterator[UUID]:
    """Every community's id; while it is in hand, row security lets its rows be read and written.

    Even a table's owner sees no row otherwise, and a change would silently change nothing.
    """
    community = table("community", column("id", Uuid()))
    on_postgres = conn.dialect.name == "postgresql"
    for community_id in conn.scalars(select(community.c.id)).all():
        if on_postgres:
            conn.execute(_ENTER, {"community": str(community_id)})
        yield community_id
    if on_postgres:
        conn.execute(_ENTER, {"community": ""})
