"""``linli import``: a roster from the command line. Looks first; writes only with ``--apply``."""

import asyncio
import signal
from contextlib import suppress
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from linli.commands.parts import console, run, serving_database
from linli.community.actions.roster.bring_in import BroughtIn, Steps, bring_in
from linli.community.files import write_refused_rows
from linli.community.queries.roster_course import Course
from linli.community.routes.roster_texts import explaining
from linli.community.rules.roster import ImportPlan
from linli.kernel.problems import Problem

LANGUAGE = "en"
SHOWN = 20
_OUTCOMES = {
    "create": "households to create",
    "change": "households to change",
    "unchanged": "left alone",
    "missing": "known, but not in the file (never deleted)",
    "review": "rows that a person must decide",
    "warning": "imported, but worth a look",
    "skipped": "no household (headings, subtotals, blanks)",
    "suggestions": "doors to ask about help",
}


def import_(
    file: Annotated[Path, typer.Argument(help="xlsx or csv", exists=True, dir_okay=False)],
    community: Annotated[UUID, typer.Option(help="Which community")],
    *,
    apply: Annotated[bool, typer.Option("--apply", help="Write it")] = False,
    refused: Annotated[
        Path | None, typer.Option(help="Where to save the rows that wait, as xlsx")
    ] = None,
) -> None:
    """Bring a roster in. Without --apply it only tells what would happen."""
    with _bars() as bars:
        found = run(_bring_in(file, community, _Steps(bars).show, apply=apply))
    _tell(found)
    if refused is not None:
        explain, headings = explaining(LANGUAGE)
        refused.write_bytes(write_refused_rows(found.plan.review, explain, headings))
        console.print(f"The rows that wait are in {refused}.")


async def _bring_in(file: Path, community_id: UUID, steps: Steps, *, apply: bool) -> BroughtIn:
    content = await asyncio.to_thread(file.read_bytes)
    course = Course()
    _stop_on_interrupt(course)
    async with serving_database() as database:
        shown = _unless_stopped(course, steps)
        return await bring_in(
            database, community_id, file.name, content, shown, apply=apply, course=course
        )


def _stop_on_interrupt(course: Course) -> None:
    """Ctrl-C ends the work between two batches, so that it is always known what became of it."""

    def stop() -> None:
        course.stopped = True

    with suppress(NotImplementedError, ValueError, RuntimeError):  # no signals here
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop)


def _unless_stopped(course: Course, steps: Steps) -> Steps:
    """Reading and planning stop too."""

    def step(name: str, done: int, total: int) -> None:
        if course.stopped:
            raise Problem(409, "import_stopped")
        steps(name, done, total)

    return step


def _bars() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True)


class _Steps:
    """A bar for each step, made when it begins."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def show(self, step: str, done: int, total: int) -> None:
        """Move the bar of a step; without a total it only counts."""
        if step not in self._tasks:
            self._tasks[step] = self._bars.add_task(step, total=total or None)
        self._bars.update(self._tasks[step], completed=done, total=total or None)


def _tell(found: BroughtIn) -> None:
    table = Table(show_header=False, box=None)
    for outcome, meaning in _OUTCOMES.items():
        table.add_row(f"[bold]{found.summary[outcome]}[/bold]", meaning)
    console.print(table)
    _tell_reasons(found.plan)
    if found.applied:
        console.print("[green]It has been applied.[/green]")
    else:
        console.print("Nothing was written. Add --apply to write it.")


def _tell_reasons(plan: ImportPlan) -> None:
    """Where and why rows wait. Cells are not quoted: a terminal's history is nobody's safe."""
    explain, _ = explaining(LANGUAGE)
    for row in plan.review[:SHOWN]:
        first, *_ = row.issues
        column = "" if first.column is None else f", column {first.column}"
        console.print(f"  {row.sheet}, row {row.row}{column}: {explain(first)}", markup=False)
    if len(plan.review) > SHOWN:
        console.print(f"  … and {len(plan.review) - SHOWN} more; --refused saves them all")
