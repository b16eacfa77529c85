"""What was put right by another ballot."""

from collections.abc import Iterable

from linli.commands.verify_archive.opened import Document


def corrected(every: Iterable[tuple[str, Document]], good: Iterable[str]) -> set[str]:
    """Ids that a good ballot corrects, and all that those had been meant to correct.

    A correction that nobody confirmed puts nothing right, but what puts it right reaches through.

    Args:
        every: id and what the log committed to, of all that came in.
        good: ids of those that may count.
    """
    links = {id_: str(said["corrects"]) for id_, said in every if "corrects" in said}
    found: set[str] = set()
    for one in good:
        at = links.get(one)
        while at is not None and at not in found:
            found.add(at)
            at = links.get(at)
    return found
