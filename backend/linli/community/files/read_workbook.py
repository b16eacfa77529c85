"""Reads a roster file of either kind, judged by its content and not by its name."""

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.limits import MOST_BYTES
from linli.community.files.read_csv import read_csv
from linli.community.files.read_xlsx import read_xlsx
from linli.community.files.row_count import RowCount
from linli.community.rules.roster import Progress, Sheet
from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.roster.identity_numbers import remove_identity_numbers

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


@cycles_not_searched()
def read_workbook(
    content: bytes, filename: str, progress: Progress | None = None
) -> tuple[Sheet, ...]:
    """The sheets of an xlsx or csv file, identity numbers removed.

    Args:
        content: The file, at most 20 MB and 200,000 rows.
        filename: Gives a csv file's sheet its name.
        progress: Called with "reading", rows done, 0 (rows in all are not known beforehand).

    Raises:
        UnreadableFileError: with the reason as a stable code.
    """
    if not content.strip():
        raise UnreadableFileError(FileProblem.EMPTY)
    if len(content) > MOST_BYTES:
        raise UnreadableFileError(FileProblem.TOO_LARGE, MOST_BYTES)
    sheets = _read(content, filename, RowCount(progress))
    for sheet in sheets:
        remove_identity_numbers(sheet.rows)
    return tuple(sheets)


def _read(content: bytes, filename: str, count: RowCount) -> list[Sheet]:
    if content.startswith(_ZIP):
        return read_xlsx(content, count)
    if content.startswith(_COMPOUND_FILE):
        encrypted = _ENCRYPTED_STREAM in content
        raise UnreadableFileError(FileProblem.ENCRYPTED if encrypted else FileProblem.OLD_EXCEL)
    return [read_csv(content, filename, count)]
