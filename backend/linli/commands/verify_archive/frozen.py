"""The notice and the frozen electorate, held against what the log recorded of them."""

from dataclasses import dataclass

from linli.commands.verify_archive.log import Log
from linli.commands.verify_archive.opened import Document, Opened, TamperedError, digest


@dataclass(frozen=True)
class Frozen:
    """What was noticed, and who weighs what."""

    notice: Document
    areas: dict[str, int]
    """Elector's code → dm²."""
    digest: str

    @property
    def questions(self) -> list[Document]:
        """In their order."""
        found: list[Document] = self.notice["questions"]
        return found


def read_frozen(archive: Opened, log: Log) -> Frozen:
    """Check questions, rules, dates, electors and weights.

    Raises:
        TamperedError: naming what was changed.
    """
    notice = _notice(archive, log)
    electorate = archive.document("electorate.json")
    opened = log.only("ballot_round.opened", "the log's entry of the opening is missing").public
    try:
        areas = {one["elector"]: int(one["area_dm2"]) for one in electorate["electors"]}
        rules = {one["question"]: one["rule"] for one in notice["questions"]}
        heads, area = int(opened["heads"]), int(opened["area_dm2"])
    except (KeyError, ValueError, TypeError) as error:
        raise TamperedError("electorate.json or round.json cannot be read") from error
    if len(areas) != len(electorate["electors"]):
        raise TamperedError("an elector stands twice in the electorate")
    if len(areas) != heads:
        change = "added" if len(areas) > heads else "removed"
        raise TamperedError(
            f"an elector was {change}: {len(areas)} stand in the archive, {heads} were frozen"
        )
    if sum(areas.values()) != area:
        raise TamperedError(
            f"a weight was changed: the areas add up to {sum(areas.values())} dm², "
            f"{area} dm² were frozen"
        )
    if electorate.get("rules") != rules:
        raise TamperedError("a rule in electorate.json is not the one of the notice")
    if digest(electorate) != opened["electorate"]:
        raise TamperedError(
            "the electorate is not the one that was frozen: an elector, a unit or a weight differs"
        )
    return Frozen(notice, areas, opened["electorate"])


def _notice(archive: Opened, log: Log) -> Document:
    notice = archive.document("round.json")
    noticed = log.only("ballot_round.noticed", "the log's entry of the notice is missing")
    if digest(notice) != noticed.public["digest"]:
        raise TamperedError(
            "a question, a rule or a date in round.json is not what was put on notice"
        )
    if notice.get("round") != noticed.subject:
        raise TamperedError("the notice is of another round")
    return notice
