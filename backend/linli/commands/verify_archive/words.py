"""A result in plain sentences."""

from collections.abc import Iterator

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
