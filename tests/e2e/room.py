"""A council in session on the running server: what its phones find."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select, update

from factories.community import make_building, make_community
from factories.identity import AccountMade, grant, make_account
from linli.deliberation.actions.sessions.edit_agenda import add_agenda_item
from linli.deliberation.actions.sessions.follow_action import note_progress
from linli.deliberation.actions.sessions.give_action import give_action
from linli.deliberation.actions.sessions.give_notice import give_notice
from linli.deliberation.actions.sessions.hold_session import close_session, open_session
from linli.deliberation.actions.sessions.plan_session import plan_session
from linli.deliberation.actions.sessions.take_up_item import take_up_item
from linli.deliberation.actions.sessions.write_minutes import (
    publish_minutes,
    sign_minutes,
    submit_minutes,
)
from linli.deliberation.queries.sessions.minutes import minutes_number
from linli.deliberation.queries.sessions.tables import (
    actions,
    decisions,
    hand_counts,
    minutes,
    photos,
    sessions,
)
from linli.deliberation.schemas.session_outcome import ActionItemIn, ActionStepIn, SignatureIn
from linli.deliberation.schemas.sessions import AgendaItemIn, SessionIn
from linli.identity.models import RoleGrant
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from processes.server import Server


@dataclass(frozen=True)
class CouncilRoom:
    """A council that is open, with its first item taken up."""

    server: Server
    community_id: UUID
    session_id: UUID
    secretary: AccountMade
    second: AccountMade
    representative: AccountMade
    resident: AccountMade

    @property
    def screen(self) -> str:
        return f"#/deliberation/sessions/{self.session_id}"

    async def versions(self) -> list[str]:
        """Every text of the minutes that the server has, the first first."""
        c = minutes.c
        asks = select(c.text).where(c.session_id == self.session_id).order_by(c.number)
        return [row["text"] for row in await self._rows(asks)]

    async def photos(self) -> list[Row]:
        """The photos of the minutes that the server has."""
        c = photos.c
        return await self._rows(
            select(c.id, c.withdrawn_at.label("taken_out")).where(c.session_id == self.session_id)
        )

    async def came_of_it(self) -> tuple[str, list[Row], list[Row]]:
        """Where the session stands on the server, its decisions and action items."""
        _, state = await self.planned_for(self.session_id)
        d, a = decisions.c, actions.c
        made = select(d.id, d.words).where(d.session_id == self.session_id)
        given = select(a.words, a.decision_id).where(a.session_id == self.session_id)
        return state, await self._rows(made), await self._rows(given)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Tx]:
        """Something that others do meanwhile."""
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            yield tx

    async def planned_for(self, session_id: UUID) -> tuple[date, str]:
        """The day of a session, and where it stands."""
        c = sessions.c
        (row,) = await self._rows(select(c.held_on, c.state).where(c.id == session_id))
        return row["held_on"], row["state"]

    async def said_to_be_done(self, words: str) -> None:
        """The representative was given something to do, and says that it is done; review today."""
        today, action = clock.today("Asia/Shanghai"), new_id()
        owner = self.representative.account_id
        days = {"due_on": today, "review_on": today}
        item = ActionItemIn(id=action, words=words, owner_account_id=owner, **days)
        async with self.writing() as tx:
            await give_action(tx, self.acting("secretary"), self.session_id, item)
            step = ActionStepIn(to_state="done", words="贴好了")
            await note_progress(tx, self.acting("representative"), action, step)

    async def moves_on_without(self, account: AccountMade) -> None:
        """The session is closed from another phone, and somebody moves away."""
        held = table(RoleGrant)
        theirs = update(held).where(held.c.account_id == account.account_id)
        async with self.writing() as tx:
            await close_session(tx, self.acting("secretary"), self.session_id)
            await tx.execute(theirs.values(revoked_at=held.c.created_at))

    async def publish(self) -> None:
        """The session ends, its minutes are signed and published."""
        keeper, voice = self.acting("secretary"), self.acting("representative")
        async with self.writing() as tx:
            await close_session(tx, keeper, self.session_id)
            await submit_minutes(tx, keeper, self.session_id)
            number = await minutes_number(tx, self.session_id)
            await sign_minutes(tx, voice, self.session_id, SignatureIn(number=number, signed=True))
            await publish_minutes(tx, keeper, self.session_id)

    def acting(self, who: str) -> Actor:
        """The secretary or the representative, as the server knows them."""
        role = {"secretary": "community_admin"}.get(who, who)
        account: AccountMade = getattr(self, who)
        grants = (Grant(role, Scope.COMMUNITY),)
        return Actor(account.account_id, self.community_id, grants)

    async def counts(self) -> list[Row]:
        """What was counted in the room, as the server has it."""
        c = hand_counts.c
        return await self._rows(
            select(c.agree, c.oppose, c.present).where(c.community_id == self.community_id)
        )

    async def _rows(self, asks: object) -> list[Row]:
        async with self.server.database() as database, database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return await tx.rows(asks)  # type: ignore[arg-type]  # a select


async def open_council(server: Server) -> CouncilRoom:
    """Announced as the city says, and then its day has come."""
    async with server.database() as database:
        community_id = await make_community(database)
        building = await make_building(database, community_id)
        people = [await make_account(database, n) for n in ("周敏", "沈洁", "郑国平", "王秀英")]
        secretary, second, representative, resident = people
        for account, role in ((secretary, "community_admin"), (second, "social_worker")):
            await grant(database, account.account_id, community_id, role)
        of_building = (Scope.BUILDING, building.id)
        await grant(
            database, representative.account_id, community_id, "representative", *of_building
        )
        await grant(database, resident.account_id, community_id, "resident")
    room = CouncilRoom(server, community_id, new_id(), *people)
    await _hold(room)
    return room


async def _hold(room: CouncilRoom) -> None:
    keeper = room.acting("secretary")
    starts, item = clock.now() + timedelta(days=8), new_id()
    told = {"id": room.session_id, "kind": "council", "title": "选电梯", "place": "活动室"}
    async with room.server.database() as database, database.transaction(write=True) as tx:
        await tx.enter(room.community_id)
        await plan_session(tx, keeper, SessionIn(**told, starts_at=starts.isoformat()))  # type: ignore[arg-type]  # as JSON has it
        body = AgendaItemIn(id=item, title="选哪个牌子")
        await add_agenda_item(tx, keeper, room.session_id, body)
        await give_notice(tx, keeper, room.session_id)
        come = {"held_on": clock.today("Asia/Shanghai"), "starts_at": clock.now()}
        this = sessions.c.id == room.session_id
        await tx.execute(update(sessions).where(this).values(**come))
        await open_session(tx, keeper, room.session_id)
        await take_up_item(tx, keeper, room.session_id, item)
