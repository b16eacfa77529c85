"""Processor time of processes, which a shared machine bends less than the time on the wall."""

from pathlib import Path


def seconds_of(*process_ids: int) -> float:
    """Time that the processes and their threads have spent on a processor, in seconds."""
    return sum(_nanoseconds(each) for each in process_ids) / 1e9


def _nanoseconds(process_id: int) -> int:
    """From ``schedstat`` of each thread: nanoseconds, where ``stat`` counts hundredths."""
    found = 0
    for task in Path(f"/proc/{process_id}/task").glob("*/schedstat"):
        try:
            found += int(task.read_text().split()[0])
        except OSError:
            continue  # it has ended meanwhile
    return found


def children_of(process_id: int) -> list[int]:
    """The ids of its child processes, such as a database server's backends."""
    found = []
    for task in Path(f"/proc/{process_id}/task").glob("*/children"):
        try:
            found += [int(each) for each in task.read_text().split()]
        except OSError:
            continue
    return found
