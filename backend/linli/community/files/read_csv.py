"""Reads a csv file in UTF-8 (with or without its mark) or GBK into one sheet."""

import csv
import io
import re

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS
from linli.community.files.row_count import RowCount
from linli.community.rules.roster import Cell, Sheet

_ENCODINGS = ("utf-8-sig", "gb18030")
_DELIMITERS = ",\t;"
_LINES_LOOKED_AT = 20
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONGEST_NAME = 60


def read_csv(content: bytes, filename: str, count: RowCount) -> Sheet:
    """The sheet of a csv file, named after the file.

    The delimiter (comma, tabulator or semicolon) is the one that its first lines hold most of.

    Raises:
        UnreadableFileError: wrong type, unknown encoding, broken or too large.
    """
    text = _decoded(content)
    if _NO_TEXT.search(text) or text.lstrip()[:1] in {"<", "{", "%"}:
        raise UnreadableFileError(FileProblem.WRONG_TYPE)
    rows: list[list[Cell]] = []
    cells = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            count.add_row()
            cells += len(record)
            if len(record) > MOST_COLUMNS or cells > MOST_CELLS:
                raise UnreadableFileError(FileProblem.TOO_MANY_CELLS, MOST_CELLS)
            rows.append([cell[:LONGEST_CELL].strip() or None for cell in record])
    except csv.Error as problem:
        raise UnreadableFileError(FileProblem.BROKEN) from problem
    return Sheet(_sheet_name(filename), rows)


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(FileProblem.UNKNOWN_ENCODING)


def _delimiter(text: str) -> str:
    start = "\n".join(text[:10_000].splitlines()[:_LINES_LOOKED_AT])
    return max(_DELIMITERS, key=start.count)


def _sheet_name(filename: str) -> str:
    """The file's name without folders, without its ending, short."""
    name = re.split(r"[/\\]", filename)[-1]
    return name.rpartition(".")[0][:_LONGEST_NAME] or name[:_LONGEST_NAME] or "csv"
