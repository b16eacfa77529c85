"""What changed between two versions of a comparison list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Content = Mapping[str, Any]
"""``criteria`` and ``options`` (each with a key), ``cells`` (option, criterion, value, source);
``agreed_words`` (what a session decided) or ``agreed_in`` (where) where there are weights."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was.

    Attributes:
        what: ``criterion``, ``agreed``, ``option``, ``weight``, ``value`` or ``source``.
        option: its key, or ``None``.
        criterion: its key, or ``None``.
        before: as it was; ``None`` where it was not there.
        after: as it is; ``None`` where it is not there any more.
    """

    what: str
    option: str | None
    criterion: str | None
    before: Any
    after: Any


def changes(before: Content, after: Content) -> list[Change]:
    """Everything that differs: criteria, what their weights rest on, options, cell by cell.

    Weights that move after a list was shown are named like any other change: criteria are
    announced before, and the announced ones count (招标投标法, art. 40).
    """
    return [
        *_criteria(before, after),
        *_agreed(before, after),
        *_options(before, after),
        *_cells(before, after),
    ]


def _criteria(before: Content, after: Content) -> Iterator[Change]:
    old, new = _by_key(before["criteria"]), _by_key(after["criteria"])
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key), new.get(key)
        if was is None or now is None or was["label"] != now["label"]:
            yield Change("criterion", None, key, _label(was, "label"), _label(now, "label"))
        elif was["weight"] != now["weight"]:
            yield Change("weight", None, key, was["weight"], now["weight"])


def _agreed(before: Content, after: Content) -> Iterator[Change]:
    was, now = (one.get("agreed_words") or one.get("agreed_in") or None for one in (before, after))
    if was != now:
        yield Change("agreed", None, None, was, now)


def _options(before: Content, after: Content) -> Iterator[Change]:
    old, new = _by_key(before["options"]), _by_key(after["options"])
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = _label(old.get(key), "name"), _label(new.get(key), "name")
        if was != now:
            yield Change("option", key, None, was, now)


def _cells(before: Content, after: Content) -> Iterator[Change]:
    old, new = _by_place(before["cells"]), _by_place(after["cells"])
    for option, criterion in [*old, *(place for place in new if place not in old)]:
        was, now = old.get((option, criterion), {}), new.get((option, criterion), {})
        for what in ("value", "source"):
            if was.get(what) != now.get(what) and (was.get(what) or now.get(what)):
                yield Change(what, option, criterion, was.get(what), now.get(what))


def _by_key(rows: Sequence[Content]) -> dict[str, Content]:
    return {row["key"]: row for row in rows}


def _by_place(cells: Sequence[Content]) -> dict[tuple[str, str], Content]:
    return {(cell["option"], cell["criterion"]): cell for cell in cells}


def _label(row: Content | None, name: str) -> Any:
    return None if row is None else row[name]
