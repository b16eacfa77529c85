"""How far imports are that are being written by this process, and whether anybody wants them still.

Only memory: on SQLite nobody can note progress in the database while a roster is written to it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from linli.kernel.problems import Problem


def _unwatched(_done: int, _total: int) -> None:
    """Nobody looks."""


@dataclass
class Course:
    """The writing of one import; a buffer of its transaction, so that every batch passes here."""

    total: int = 0
    done: int = 0
    stopped: bool = False
    """Set from outside; the next batch is not written, and the transaction rolls back."""
    report: Callable[[int, int], None] = _unwatched

    def step(self, rows: int) -> None:
        """So many rows more are written.

        Raises:
            Problem: 409 ``import_stopped`` when somebody has given it up.
        """
        if self.stopped:
            raise Problem(409, "import_stopped")
        self.done = min(self.done + rows, self.total)
        self.report(self.done, self.total)

    def mark(self) -> int:
        """Where it stands."""
        return self.done

    def rewind(self, mark: int) -> None:
        """What was written since is rolled back."""
        self.done = mark


_under_way: dict[tuple[UUID, UUID], Course] = {}


@contextmanager
def under_way(community_id: UUID, import_id: UUID, course: Course) -> Iterator[None]:
    """Have the course found while the import is written."""
    _under_way[community_id, import_id] = course
    try:
        yield
    finally:
        if course_of(community_id, import_id) is course:
            del _under_way[community_id, import_id]


def course_of(community_id: UUID, import_id: UUID) -> Course | None:
    """The course of an import that this process is writing."""
    return _under_way.get((community_id, import_id))


def courses_of(community_id: UUID) -> dict[UUID, Course]:
    """The courses of all imports of a community that this process is writing now."""
    return {each: course for (where, each), course in _under_way.items() if where == community_id}


def stop_course(community_id: UUID, import_id: UUID) -> None:
    """Have the writing of an import end before its next batch; nothing of it stays."""
    course = course_of(community_id, import_id)
    if course is not None:
        course.stopped = True
