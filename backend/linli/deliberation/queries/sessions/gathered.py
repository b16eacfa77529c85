"""Who came to a session, read once for all that is asked of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.deliberation.queries.sessions.present import (
    first_closed_at,
    mandates_at,
    parties_of,
    quorum_in,
    who_is_here,
)
from linli.deliberation.rules.sessions.attendance import (
    Attendance,
    Party,
    SessionKind,
    signing_parties,
)
from linli.kernel.db.transaction import Row, Tx


@dataclass(frozen=True, slots=True)
class Gathered:
    """Who came to a session, and who of them may decide in it.

    Attributes:
        kind: of the session.
        rows: as ``who_is_here`` gives them.
        mandates: as ``mandates_at`` gives them.
        closed_at: when the session ended; empty before.
    """

    kind: SessionKind
    rows: list[Row]
    mandates: set[UUID]
    closed_at: datetime | None

    @property
    def quorum(self) -> Attendance:
        """Attendance held against the rule of the session's kind."""
        return quorum_in(self.kind, self.rows, self.mandates)

    @property
    def parties_to_sign(self) -> tuple[Party, ...]:
        """Whose signature the minutes need; who came and left before the end was present.

        Of whom it was put right after the closing that they were not there was not.
        """
        return signing_parties(self.kind, parties_of(self._came, self.mandates))

    def came_without(self, account_id: UUID) -> bool:
        """Whether representatives came to the session, and this one did not."""
        came = {row["account_id"] for row in self._came} & self.mandates
        return bool(came) and account_id not in came

    @property
    def _came(self) -> list[Row]:
        at = self.closed_at
        return [row for row in self.rows if row["here"] or at is None or row["changed_at"] <= at]


async def gathered(tx: Tx, session: Row) -> Gathered:
    """Who came to a session of ``id kind state``."""
    return Gathered(
        SessionKind(session["kind"]),
        await who_is_here(tx, session["id"]),
        await mandates_at(tx, session),
        await first_closed_at(tx, session["id"]),
    )
