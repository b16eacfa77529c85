"""Counts rows while a file is read, refuses too many, and reports progress."""

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.limits import MOST_ROWS
from linli.community.rules.roster import Progress

_ROWS_PER_REPORT = 5_000


class RowCount:
    """Rows of all sheets together."""

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._rows = 0

    def add_row(self) -> None:
        """One more row.

        Raises:
            UnreadableFileError: there are more than `MOST_ROWS`.
        """
        self._rows += 1
        if self._rows > MOST_ROWS:
            raise UnreadableFileError(FileProblem.TOO_MANY_ROWS, MOST_ROWS)
        if self._progress and self._rows % _ROWS_PER_REPORT == 0:
            self._progress("reading", self._rows, 0)
