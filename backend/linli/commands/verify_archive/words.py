"""A result in plain sentences."""

from collections.abc import Iterator

from linli.commands.verify_archive.log import Log
from linli.commands.verify_archive.opened import Document

OUTCOMES = {
    "passed": "passed",
    "failed": "did not pass",
    "no_quorum": "did not pass: too few took part",
    "reported": "a survey: reported, not decided",
}


def sentences(notice: Document, result: Document) -> Iterator[str]:
    """What every question came to, with its thresholds."""
    for question, found in zip(notice["questions"], result["questions"], strict=True):
        yield f"{question['words']}: {_outcome(found['returned'])}"
        yield from (f"  {line}" for line in _thresholds(found["returned"]))
        if "following" in found:
            yield f"  with the unreturned following: {_outcome(found['following'])}"
    if "late_papers" in result:
        yield (
            f"{result['late_papers']} of the counted papers came in on time and were recorded "
            "after the first result"
        )


def ending(log: Log, step: str, *, numbered: bool) -> Iterator[str]:
    """How far the round had come, and whether more could have been left out."""
    last = log.facts[-1]
    if not numbered:
        yield (
            "entries of this round carry no numbers, for it was drafted before there were any: "
            "were some left out of the archive, it could not be noticed from it alone"
        )
        return
    yield (
        f"the round was last {step}; its entries are numbers 1 to {last.leaf['number']}, and none "
        f"of them is left out. Were there later ones, an archive downloaded now shows them"
    )


def _outcome(judged: Document) -> str:
    said = OUTCOMES[judged["outcome"]]
    if "passed" in judged:
        said += f" ({judged['passed']})"
    return said + (f"; run-off: {', '.join(judged['run_off'])}" if judged["run_off"] else "")


def _thresholds(judged: Document) -> Iterator[str]:
    for one in judged["participation"]:
        yield _sentence("took part", one)
    for one in judged["approval"]:
        yield _sentence("agreed", one)
    for option in judged["options"]:
        for one in option["approval"]:
            yield _sentence(f"for {option['option']}", one)


def _sentence(what: str, one: Document) -> str:
    unit = "heads" if one["basis"] == "heads" else "dm²"
    rule = "more than" if one["strict"] == "true" else "at least"
    met = "met" if one["met"] == "true" else f"not met, {one['missing']} missing"
    fraction = f"{one['numerator']}/{one['denominator']}"
    return f"{what}: {one['part']} of {one['whole']} {unit}; needed {rule} {fraction}: {met}"
