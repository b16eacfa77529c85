"""Why a file cannot be read."""

from enum import StrEnum


class FileProblem(StrEnum):
    """Stable code of a refusal."""

    EMPTY = "file_empty"
    TOO_LARGE = "file_too_large"
    WRONG_TYPE = "file_wrong_type"
    OLD_EXCEL = "file_old_excel"
    ENCRYPTED = "file_encrypted"
    BROKEN = "file_broken"
    EXPANDS_TOO_FAR = "file_expands_too_far"
    TOO_MANY_ROWS = "file_too_many_rows"
    TOO_MANY_CELLS = "file_too_many_cells"
    UNKNOWN_ENCODING = "file_unknown_encoding"


class UnreadableFileError(Exception):
    """The file is refused as a whole; `problem` is the stable code, `limit` the figure it broke.

    Nothing of the file's content is in the error.
    """

    def __init__(self, problem: FileProblem, limit: int | None = None) -> None:
        super().__init__(problem.value if limit is None else f"{problem.value} (limit {limit})")
        self.problem = problem
        self.limit = limit
