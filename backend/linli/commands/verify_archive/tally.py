"""The tally, taken again: weights by answer, thresholds by cross-multiplication."""

from collections.abc import Collection, Mapping
from typing import Any

from linli.commands.verify_archive.opened import Document

Weight = tuple[int, int]
"""Heads and dm²."""
Counts = dict[str, Weight]
OUTSIDE = ("invalid", "unreturned", "undelivered")
"""Takes no part."""


def count(
    question: Document,
    areas: Mapping[str, int],
    answers: Mapping[str, Document],
    delivered: Collection[str],
) -> Counts:
    """Weight by answer and state of one question; every elector stands in it once."""
    options = [option["key"] for option in question["options"]] or ["agree"]
    counts = dict.fromkeys([*options, "oppose", "abstain", *OUTSIDE], (0, 0))
    for elector, area in areas.items():
        if elector in answers:
            state = answers[elector][question["question"]]
        else:
            state = "unreturned" if elector in delivered else "undelivered"
        heads, total = counts.get(state, (0, 0))
        counts[state] = heads + 1, total + area
    return counts


def result_of(question: Document, counts: Counts, *, clause: bool) -> Document:
    """The question's part of the result document."""
    result: Document = {
        "question": question["question"],
        "kind": question["kind"],
        "preset": question["preset"],
        "counts": {answer: _told(weight) for answer, weight in counts.items()},
        "returned": _judged(question, counts),
    }
    if clause:
        leader = _leader(counts)
        result["following"] = _judged(question, _following(counts, leader))
        if leader is not None:
            result["follows"] = leader
    return result


def _judged(question: Document, counts: Counts) -> Document:
    whole = _sum(counts.values())
    part = _sum(weight for answer, weight in counts.items() if answer not in OUTSIDE)
    quorum = _hold(question, "participation", part, whole)
    judged: Document = {
        "electorate": _told(whole),
        "participants": _told(part),
        "participation": quorum,
        "approval": [],
        "options": [],
        "run_off": [],
        "run_off_tied": "false",
    }
    if question["kind"] == "yes_no":
        judged["approval"] = _hold(question, "approval", counts["agree"], part)
        winner = "agree" if _all(judged["approval"]) else None
    else:
        judged["options"] = _ranked(question, counts, part)
        winner = next((one["option"] for one in judged["options"] if _all(one["approval"])), None)
    decides = any(row["of"] == "approval" for row in question["rule"])
    judged["outcome"] = _outcome(decides=decides, quorum=_all(quorum), won=winner is not None)
    if question["kind"] == "choice":
        _settle_choice(judged, winner, part)
    return judged


def _outcome(*, decides: bool, quorum: bool, won: bool) -> str:
    if not decides:
        return "reported"
    if not quorum:
        return "no_quorum"
    return "passed" if won else "failed"


def _settle_choice(judged: Document, winner: str | None, part: Weight) -> None:
    if judged["outcome"] == "passed":
        judged["passed"] = winner
    if judged["outcome"] in {"failed", "no_quorum"} and part[0] > 0:
        leading = [one["option"] for one in judged["options"][:2]]
        judged["run_off"] = leading
        agree = [one["agree"] for one in judged["options"]]
        judged["run_off_tied"] = _yes(len(agree) > 2 and agree[1] == agree[2])  # noqa: PLR2004 - two stand


def _ranked(question: Document, counts: Counts, part: Weight) -> list[Document]:
    """Options by their weaker base, then their stronger; the published order breaks ties."""

    def standing(key: str) -> tuple[int, int]:
        heads, area = counts[key][0] * part[1], counts[key][1] * part[0]
        return min(heads, area), max(heads, area)

    keys = sorted((one["key"] for one in question["options"]), key=standing, reverse=True)
    return [
        {
            "option": key,
            "agree": _told(counts[key]),
            "approval": _hold(question, "approval", counts[key], part),
        }
        for key in keys
    ]


def _hold(question: Document, of: str, part: Weight, whole: Weight) -> list[Document]:
    return [
        _threshold(row, *((part[0], whole[0]) if row["basis"] == "heads" else (part[1], whole[1])))
        for row in question["rule"]
        if row["of"] == of
    ]


def _threshold(row: Document, part: int, whole: int) -> Document:
    above, below, strict = int(row["numerator"]), int(row["denominator"]), row["strict"] == "true"
    need = whole * above
    least = need // below + 1 if strict else -(-need // below)
    met = whole > 0 and (part * below > need if strict else part * below >= need)
    return {
        "basis": row["basis"],
        "numerator": row["numerator"],
        "denominator": row["denominator"],
        "strict": row["strict"],
        "part": str(part),
        "whole": str(whole),
        "least": str(least),
        "missing": str(max(0, least - part)),
        "met": _yes(met),
    }


def _leader(counts: Counts) -> str | None:
    """The answer ahead of every other on both bases, if there is one."""
    cast = {answer: weight for answer, weight in counts.items() if answer not in OUTSIDE}
    for answer, (heads, area) in cast.items():
        others = [weight for other, weight in cast.items() if other != answer]
        if heads and all(heads > weight[0] and area > weight[1] for weight in others):
            return answer
    return None


def _following(counts: Counts, leader: str | None) -> Counts:
    if leader is None:
        return counts
    joined = _sum([counts[leader], counts["unreturned"]])
    return {**counts, leader: joined, "unreturned": (0, 0)}


def _sum(weights: Any) -> Weight:
    listed = list(weights)
    return sum(one[0] for one in listed), sum(one[1] for one in listed)


def _all(judged: list[Document]) -> bool:
    return all(one["met"] == "true" for one in judged)


def _told(weight: Weight) -> Document:
    return {"heads": str(weight[0]), "area_dm2": str(weight[1])}


def _yes(value: bool) -> str:  # noqa: FBT001 - spells a truth
    return "true" if value else "false"
