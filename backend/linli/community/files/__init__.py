"""Roster files: bytes to sheets of cells, and refused rows back to bytes. No database."""

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.read_workbook import read_workbook
from linli.community.files.refused_rows import write_refused_rows

__all__ = ["FileProblem", "UnreadableFileError", "read_workbook", "write_refused_rows"]
