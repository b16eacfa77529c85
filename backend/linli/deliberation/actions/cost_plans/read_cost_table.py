import asyncio
from typing import Any

from linli.community.public import UnreadableFileError, read_workbook
from linli.deliberation.rules.cost_sharing.table_rows import read_table
from linli.kernel.problems import Problem


async def read_cost_table(content: bytes, filename: str) -> dict[str, Any]:
    """Read a table of shares from an xlsx or csv file; nothing of it is kept.

    Raises:
        Problem: 422 with the reason why the file cannot be read.
    """
    try:
        sheets = await asyncio.to_thread(read_workbook, content, filename)
    except UnreadableFileError as error:
        raise Problem(422, error.problem.value, limit=error.limit) from error
    found = read_table(sheets[0].rows if sheets else [])
    return {
        "rows": [{"code": code, "fen": fen} for code, fen in found.rows],
        "problems": [
            {"row": row, "code": code, "cell": cell} for row, code, cell in found.problems
        ],
        "total_fen": sum(fen for _, fen in found.rows),
    }
