"""Rows of a round with very many electors, made by the database itself, and the raw aggregate."""

import asyncio
import sqlite3
import time
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from ballot_voters import Place
from factories.ballots import question, round_body
from linli.deliberation.actions.ballots.draft_round import draft_round
from linli.deliberation.schemas.ballots.round_in import RoundIn
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.ids import new_id
from stage import Stage

NUMBERS = {
    "sqlite": "WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers"
    " WHERE n + 1 < {count}) ",
    "postgresql": "WITH numbers(n) AS (SELECT generate_series(0, {count} - 1)) ",
}
HEX = {"sqlite": "printf('%012x', n)", "postgresql": "lpad(to_hex(n), 12, '0')"}
RAW = (
    "SELECT a.question_id, a.answer, count(*), sum(e.area_dm2) FROM elector e"
    " JOIN counted_ballot c ON c.community_id = e.community_id AND c.elector_id = e.id"
    " JOIN ballot_answer a ON a.community_id = c.community_id AND a.ballot_id = c.ballot_id"
    " WHERE e.community_id = '{community}' AND e.round_id = '{round}'"
    " GROUP BY a.question_id, a.answer"
)
"""Seven in ten have voted; every elector of those stands in one group."""


@dataclass(frozen=True)
class _Words:
    """SQL of one database for one round."""

    kind: str
    community: UUID
    round: UUID
    question: UUID
    count: int

    def id(self, table: str) -> str:
        """An id of the n-th row, told apart by the round's own digits."""
        prefix = f"{self.round.hex[-8:]}-{table}-7000-8000-"
        text = f"'{prefix}' || {HEX[self.kind]}"
        return f"({text})::uuid" if self.kind == "postgresql" else text

    def insert(self, table: str, columns: str, values: str, where: str = "true") -> str:
        """One insert of many rows."""
        numbers = NUMBERS[self.kind].format(count=self.count)
        head = f"INSERT INTO {table} (community_id, id, {columns})"
        select = f"SELECT '{self.community}', {values} FROM numbers WHERE {where}"
        if self.kind == "postgresql":
            select = select.replace(f"'{self.community}'", f"'{self.community}'::uuid")
        return f"{head} {numbers}{select}" if self.kind == "sqlite" else f"{numbers}{head} {select}"

    def key(self, value: UUID) -> str:
        return f"'{value}'::uuid" if self.kind == "postgresql" else f"'{value}'"


def _statements(words: _Words) -> list[str]:
    empty = "x''" if words.kind == "sqlite" else "''::bytea"
    now = "'2026-11-02T01:00:00.000000+00:00'"
    when = f"{now}::timestamptz" if words.kind == "postgresql" else now
    elector, ballot, round_ = words.id("0001"), words.id("0002"), words.key(words.round)
    voted = "n % 10 < 7"
    answer = "CASE n % 3 WHEN 0 THEN 'agree' WHEN 1 THEN 'oppose' ELSE 'abstain' END"
    number = HEX[words.kind]
    return [
        words.insert(
            "elector",
            "round_id, code, owner_keys, area_dm2",
            f"{elector}, {round_}, {number}, {number}, 8950 + n % 97",
        ),
        words.insert(
            "ballot",
            "body_digest, created_by, created_at, round_id, elector_id, way, sequence, cast_at,"
            " answer_salt",
            f"{ballot}, {empty}, {elector}, {when}, {round_}, {elector}, 'phone', 1, {when},"
            f" {empty}",
            voted,
        ),
        words.insert(
            "ballot_answer",
            "ballot_id, question_id, answer",
            f"{ballot}, {ballot}, {words.key(words.question)}, {answer}",
            voted,
        ),
        words.insert(
            "counted_ballot",
            "round_id, elector_id, ballot_id, counted_at",
            f"{elector}, {round_}, {elector}, {ballot}, {when}",
            voted,
        ),
    ]


def area_of(count: int) -> int:
    """The area of so many electors, as they are made."""
    return sum(8950 + number % 97 for number in range(count))


async def fill(staged: Stage, place: Place, count: int) -> tuple[UUID, UUID]:
    """A round of its own with so many electors; its id and its question's."""
    database = staged.open()
    round_id, asked = new_id(), question(matter="opinion")
    body = RoundIn.model_validate(round_body(round_id, mode="survey", questions=[asked]))
    admin = Actor(new_id(), place.community_id, (Grant("community_admin", Scope.COMMUNITY),))
    async with database.transaction(write=True) as tx:
        await tx.enter(place.community_id)
        await draft_round(tx, admin, body)
    await database.close()
    words = _Words(staged.kind, place.community_id, round_id, UUID(asked["id"]), count)
    for statement in _statements(words):
        await _execute(staged, statement)
    await _execute(staged, "ANALYZE")
    return round_id, words.question


async def _execute(staged: Stage, statement: str) -> None:
    if staged.kind == "postgresql":
        connection = await asyncpg.connect(staged.driver_url)
        await connection.execute(statement)
        await connection.close()
        return
    await asyncio.to_thread(_execute_sqlite, staged, statement)


def _execute_sqlite(staged: Stage, statement: str) -> None:
    with sqlite3.connect(staged.url.removeprefix("sqlite:///")) as connection:
        connection.execute(statement)


async def raw_seconds(staged: Stage, community_id: UUID, round_id: UUID) -> float:
    """How long one raw aggregate takes on a bare driver."""
    asks = RAW.format(community=community_id, round=round_id)
    if staged.kind == "postgresql":
        connection = await asyncpg.connect(staged.driver_url)
        began = time.perf_counter()
        rows = await connection.fetch(asks)
        took = time.perf_counter() - began
        await connection.close()
    else:
        with sqlite3.connect(staged.url.removeprefix("sqlite:///")) as bare:
            began = time.perf_counter()
            rows = bare.execute(asks).fetchall()
            took = time.perf_counter() - began
    assert len(rows) == 3
    return took
