"""Work of one kind that arrives at the same moment, done in one transaction.

A durable write costs a commit, a place in the log and a dozen statements, whether it brings one
thing or a hundred. While one transaction commits, what comes meanwhile gathers and goes into the
next; nobody ever waits for company, and everybody is answered after the commit only
(docs/decisions/writes.md has the figures).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Tx
from linli.kernel.db.transient import is_transient

A = TypeVar("A")
R = TypeVar("R")
Place = tuple[Database, UUID]
MOST = 100
"""So many share a transaction at most."""


@dataclass
class _Waiting(Generic[A, R]):
    asked: A
    answer: "asyncio.Future[R]"

    def settle(self, result: R) -> None:
        if not self.answer.done():  # whoever asked may have gone
            self.answer.set_result(result)

    def fail(self, error: BaseException) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)


class Together(Generic[A, R]):
    """One kind of work.

    ``work`` gets what was asked, in the order of coming, inside the community, and answers each in
    its place. When it raises, all is undone and each is tried alone, so that one that fails takes
    no other with it. Two with the same ``key`` never share a transaction.
    """

    def __init__(
        self,
        work: Callable[[Tx, Sequence[A]], Awaitable[Sequence[R]]],
        key: Callable[[A], Hashable],
    ) -> None:
        """Name the work."""
        self._work = work
        self._key = key
        self._queues: dict[Place, deque[_Waiting[A, R]]] = {}
        self._running: dict[Place, asyncio.Task[None]] = {}

    async def do(self, database: Database, community_id: UUID, asked: A) -> R:
        """The answer, once it is durable.

        Raises:
            Exception: what ``work`` or the commit raised for this one.
        """
        place = database, community_id
        waiting = _Waiting[A, R](asked, asyncio.get_running_loop().create_future())
        self._queues.setdefault(place, deque()).append(waiting)
        if place not in self._running:
            self._running[place] = asyncio.create_task(self._run(place))
        return await waiting.answer

    async def _run(self, place: Place) -> None:
        queue = self._queues[place]
        try:
            while queue:
                await self._settle(place, list(self._next(queue)))
        except BaseException as error:  # the server ends: nobody is left waiting
            for waiting in queue:
                waiting.fail(error)
            raise
        finally:
            del self._queues[place], self._running[place]

    def _next(self, queue: deque[_Waiting[A, R]]) -> Iterator[_Waiting[A, R]]:
        keys: set[Hashable] = set()
        while queue and len(keys) < MOST and self._key(queue[0].asked) not in keys:
            keys.add(self._key(queue[0].asked))
            yield queue.popleft()

    async def _settle(self, place: Place, batch: Sequence[_Waiting[A, R]]) -> None:
        try:
            results = await self._attempt(place, [waiting.asked for waiting in batch])
        except Exception as error:  # noqa: BLE001 - whoever asked gets it
            if len(batch) > 1 and not is_transient(error):
                for waiting in batch:
                    await self._settle(place, [waiting])
                return
            for waiting in batch:
                waiting.fail(error)
        except BaseException as error:
            for waiting in batch:
                waiting.fail(error)
            raise
        else:
            for waiting, result in zip(batch, results, strict=True):
                waiting.settle(result)

    async def _attempt(self, place: Place, asked: Sequence[A]) -> Sequence[R]:
        database, community_id = place
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            return await self._work(tx, asked)
