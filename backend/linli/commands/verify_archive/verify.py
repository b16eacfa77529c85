"""The whole check of an archive, in the order in which one thing rests on another."""

import sys
from dataclasses import dataclass
from pathlib import Path

from linli.commands.verify_archive.ballots import Returned, read_ballots
from linli.commands.verify_archive.deliveries import unreturned
from linli.commands.verify_archive.frozen import Frozen, read_frozen
from linli.commands.verify_archive.held import Held, check_held
from linli.commands.verify_archive.log import Log, read_log
from linli.commands.verify_archive.numbers import check_numbers
from linli.commands.verify_archive.opened import (
    Document,
    Opened,
    TamperedError,
    Tell,
    digest,
)
from linli.commands.verify_archive.order import check_order
from linli.commands.verify_archive.steps import check_steps
from linli.commands.verify_archive.tally import Counts, count, result_of
from linli.commands.verify_archive.words import ending, sentences


@dataclass(frozen=True)
class Proven:
    """An archive in which everything agrees.

    Attributes:
        notice: what was put on notice.
        result: what was counted.
        remarks: what else its reader should know, in plain sentences.
    """

    notice: Document
    result: Document
    remarks: tuple[str, ...]


def verify_archive(path: Path, held: Held) -> int:
    """Check an archive against what its reader holds, print what it came to; 0 when all agrees."""
    try:
        found = check_archive(path, held, _progress)
    except TamperedError as error:
        print(f"NOT PROVEN: {error}")  # noqa: T201 - its only output
        return 1
    notice, result = found.notice, found.result
    heads = result["questions"][0]["returned"]["electorate"]["heads"]
    print(f"PROVEN: {notice['title']}: {heads} electors, {result['ballots']} counted ballots")  # noqa: T201 - likewise
    for sentence in (*sentences(notice, result), *found.remarks):
        print(sentence)  # noqa: T201 - likewise
    return 0


def _progress(said: str) -> None:
    print(said, file=sys.stderr)  # noqa: T201 - progress is not the answer


def check_archive(path: Path, held: Held, tell: Tell) -> Proven:
    """Recompute a round from its archive.

    Args:
        path: the zip file.
        held: the verifier key, as printed on the community's notices, and what else is known.
        tell: hears of progress.

    Raises:
        TamperedError: with a sentence that names what is wrong first.
    """
    archive = Opened(path)
    log = read_log(archive, held.key, tell)
    try:
        frozen = read_frozen(archive, log)
        check_order(log, frozen)
        result = _result(archive, log, frozen, tell)
        step = check_steps(log)
        numbered = check_numbers(log, frozen)
        remarks = [*ending(log, step, numbered=numbered)]
        remarks += check_held(held, log, str(frozen.notice["round"]))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise TamperedError("a document in the archive is not as it should be") from error
    return Proven(frozen.notice, result, tuple(remarks))


def _result(archive: Opened, log: Log, frozen: Frozen, tell: Tell) -> Document:
    result = archive.document("result.json")
    returned = Returned({})
    if result["source"] == "official":
        found = _official(archive, log, frozen)
    else:
        returned = read_ballots(archive, log, frozen, tell)
        delivered = unreturned(archive, log, frozen, returned.answers)
        found = [count(one, frozen.areas, returned.answers, delivered) for one in frozen.questions]
    _compare(result, frozen, found)
    about = {
        "round": frozen.notice["round"],
        "mode": frozen.notice["mode"],
        "electorate": frozen.digest,
        "ballots": str(len(returned.answers)),
    }
    if result.get("late_papers", "0") != str(returned.late):
        raise TamperedError(
            f"the result tells of {result.get('late_papers', 'no')} papers recorded after a "
            f"published result; there are {returned.late}"
        )
    if any(result.get(name) != value for name, value in about.items()):
        raise TamperedError("the result is of another round or electorate")
    counting = log.last("ballot_round.counted", "the log's entry of the count is missing")
    if digest(result) != counting.public["result"]:
        raise TamperedError("the result is not the one that was recorded when it was counted")
    return result


def _official(archive: Opened, log: Log, frozen: Frozen) -> list[Counts]:
    figures = archive.document("official.json")
    imported = log.last("official_result.imported", "the log's entry of the import is missing")
    if digest(figures) != imported.public["figures"]:
        raise TamperedError("the official figures are not those that were brought in")
    return [_whole(one["words"], figures[one["question"]], frozen) for one in frozen.questions]


def _whole(words: str, figures: Document, frozen: Frozen) -> Counts:
    counts = {
        answer: (int(weight["heads"]), int(weight["area_dm2"]))
        for answer, weight in figures.items()
    }
    heads, area = (sum(each) for each in zip(*counts.values(), strict=True))
    base = len(frozen.areas), sum(frozen.areas.values())
    if (heads, area) != base:
        raise TamperedError(
            f"the official figures of “{words}” add up to {heads} heads and {area} dm², "
            f"{base[0]} and {base[1]} were frozen"
        )
    return counts


def _compare(result: Document, frozen: Frozen, counts: list[Counts]) -> None:
    if len(result["questions"]) != len(frozen.questions):
        raise TamperedError("the result does not answer every question")
    clause = "follow_majority" in frozen.notice
    pairs = zip(frozen.questions, result["questions"], counts, strict=True)
    for question, told, counted in pairs:
        again = result_of(question, counted, clause=clause)
        name = question["words"]
        for answer, weight in again["counts"].items():
            if told["counts"].get(answer) != weight:
                raise TamperedError(
                    f"the result of “{name}” was changed: it says {told['counts'].get(answer)} "
                    f"for {answer}, recounted it is {weight}"
                )
        if told != again:
            raise TamperedError(f"the result of “{name}” does not follow from its counts")
