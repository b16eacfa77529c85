"""A session on its way, for tests: planned, noticed, opened, with the people it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from factories.clock import Clock
from factories.meeting_place import MeetingPlace, Neighbour, item
from linli.kernel import clock
from linli.kernel.ids import new_id

NOTICED = datetime(2026, 11, 2, 2, tzinfo=UTC)
"""A Monday, ten in the morning in Shanghai."""


@dataclass
class Council:
    """A session and its people."""

    place: MeetingPlace
    passing: Clock
    secretary: Neighbour
    kind: str = "council"
    id: str = field(default_factory=lambda: str(new_id()))
    items: list[str] = field(default_factory=list)
    representatives: list[Neighbour] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"sessions/{self.id}"

    def plan(self, in_days: int = 8, **more: Any) -> dict[str, Any]:
        starts = (clock.now() + timedelta(days=in_days)).isoformat()
        body = {"id": self.id, "kind": self.kind, "title": "换哪种电梯", "place": "活动室"}
        return {**body, "starts_at": starts, **more}

    async def planned(self, *titles: str, in_days: int = 8) -> None:
        await self.secretary.done("sessions", self.plan(in_days))
        for title in titles:
            await self.put_on(title)

    async def put_on(self, title: str, **more: Any) -> str:
        item_id = str(new_id())
        body = {"id": item_id, "title": title, **more}
        await self.secretary.done(f"{self.path}/agenda-items", body)
        self.items.append(item_id)
        return item_id

    async def noticed(self, *titles: str, in_days: int = 8) -> None:
        await self.planned(*(titles or ("选品牌", "定时间")), in_days=in_days)
        await self.secretary.done(f"{self.path}/notice")
        self.passing.pass_by(days=in_days)

    async def opened(self, *titles: str, representatives: int = 3, in_days: int = 8) -> None:
        await self.noticed(*titles, in_days=in_days)
        await self.secretary.done(f"{self.path}/opening")
        self.representatives = [
            await self.place.neighbour("representative", f"代表{n}") for n in range(representatives)
        ]

    async def take_up(self, at: int = 0) -> None:
        await self.secretary.done(f"{self.path}/agenda-items/{self.items[at]}/taking-up")

    def here(self, account: Neighbour | None = None, **more: Any) -> dict[str, Any]:
        told = {"session_id": self.id, "happened_at": clock.now().isoformat(), **more}
        if account is not None:
            told["account_id"] = str(account.account_id)
        return item("session_attendance", told)

    async def come(self, *people: Neighbour) -> None:
        for who in people:
            await accepted(who, self.here())

    def to_speak(self, side: str = "for", at: int = 0) -> dict[str, Any]:
        told = {"session_id": self.id, "agenda_item_id": self.items[at], "side": side}
        return item("speaking_request", {**told, "happened_at": clock.now().isoformat()})

    def motion(self, at: int = 0, words: str = "选甲牌") -> dict[str, Any]:
        told = {"session_id": self.id, "agenda_item_id": self.items[at], "words": words}
        return item("motion", told)

    async def put(self, at: int = 0) -> str:
        sent = self.motion(at)
        await accepted(self.secretary, sent)
        return str(sent["id"])

    def hand(self, motion_id: str, choice: str = "agree") -> dict[str, Any]:
        return item("hand", {"session_id": self.id, "motion_id": motion_id, "choice": choice})

    def count(self, motion_id: str, agree: int, oppose: int, present: int) -> dict[str, Any]:
        counted = {"agree": agree, "oppose": oppose, "present": present}
        return item("hand_count", {"session_id": self.id, "motion_id": motion_id, **counted})

    async def room(self, who: Neighbour | None = None) -> dict[str, Any]:
        found: dict[str, Any] = await (who or self.secretary).told(f"{self.path}/room")
        return found

    async def outcome(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.secretary.told(f"{self.path}/outcome")
        return found


async def accepted(who: Neighbour, *items: Mapping[str, Any]) -> None:
    for result in await who.sync(*items):
        assert result["verdict"] == "accepted", result


async def refused(who: Neighbour, sent: Mapping[str, Any]) -> str:
    """Why an item was rejected: the problem's code, or that of its first field."""
    (result,) = await who.sync(sent)
    assert result["verdict"] == "rejected", result
    errors = result["problem"]["errors"]
    return str(errors[0]["code"] if errors else result["problem"]["code"])


async def convene(place: MeetingPlace, passing: Clock, kind: str = "council") -> Council:
    """The secretary of a session that is not planned yet."""
    secretary = await place.neighbour("community_admin", "周敏")
    return Council(place, passing, secretary, kind)
