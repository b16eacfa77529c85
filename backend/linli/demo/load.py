"""Telling the whole story into an empty database."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from sqlalchemy import func, select

from linli.community.actions.create_community import create_community
from linli.community.public import COMMUNITIES
from linli.config import Settings
from linli.deliberation.actions.sessions.draft_weekly import draft_weekly
from linli.demo import canvassing, helping, housing, setting_up
from linli.demo.deliberating.agreed_weights import agree_on_weights
from linli.demo.deliberating.ballots import hold_ballots
from linli.demo.deliberating.comparison_lists import compare_brands
from linli.demo.deliberating.cost_plans import make_cost_plan
from linli.demo.deliberating.decided_round import decide_on_the_door
from linli.demo.deliberating.feedback import give_feedback, go_on_reporting
from linli.demo.deliberating.messages import write_messages
from linli.demo.deliberating.proposals import propose
from linli.demo.deliberating.representatives import choose_representatives
from linli.demo.deliberating.sessions import hold_sessions
from linli.demo.import_roster import import_roster
from linli.demo.people import PASSWORD, volunteers
from linli.demo.phone import Phone
from linli.demo.story import Story
from linli.identity.public import hash_password, make_demo_accounts
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.work.worker import Handler, do_all

NAME = "怡景社区"
TIME_ZONE = "Asia/Shanghai"
SPEAKING = ("admin", "resident", "volunteer", "lead", "rep", "supervisor", "contractor", "property")
"""Who deliberates, by login."""
Tell = Callable[[str], None]


async def is_empty(database: Database) -> bool:
    """Whether no community has been opened yet."""
    async with database.transaction(write=False) as tx:
        count = select(func.count()).select_from(COMMUNITIES)
        return bool(await tx.scalar(count) == 0)


async def load_demo(
    app: FastAPI, settings: Settings, handlers: Mapping[str, Handler], tell: Tell
) -> None:
    """Fill an empty database with the demo community.

    Args:
        app: the running server, on the database to fill; its worker must be at work.
        settings: with ``demo`` set.
        handlers: what is done when it is due, by kind.
        tell: hears what is being done.

    Raises:
        NotADemoError: outside demo mode.
        RefusedError: when the product refuses a step of the story.
    """
    story = await _open(app, settings, handlers)
    admin = await story.phone("admin")
    tell("importing the roster")
    await import_roster(admin)
    buildings = (await admin.get("/buildings"))["items"]
    tell("letting the neighbours in")
    groups = await setting_up.make_groups(admin)
    await _let_in(story, {each["code"]: UUID(each["id"]) for each in buildings}, groups)
    await housing.settle_in(story)
    project_id = await setting_up.open_project(admin, [each["id"] for each in buildings])
    documents = await setting_up.put_up_handbook(admin, project_id)
    today = clock.today(TIME_ZONE)
    await setting_up.put_up_notice(admin, project_id, today, today + timedelta(days=30))
    doors = await _doors(admin)
    tell("knocking on doors")
    await _knock(story, admin, project_id, documents, doors)
    tell("registering who needs help")
    await _help(story, doors)
    tell("deliberating")
    await _deliberate(story, project_id)
    await story.put_away()


async def _open(app: FastAPI, settings: Settings, handlers: Mapping[str, Handler]) -> Story:
    database: Database = app.state.database
    async with database.transaction(write=True) as tx:
        community_id = await create_community(tx, NAME, TIME_ZONE)
    story = Story(app, database, settings, community_id, handlers)
    await _let_in(story, {}, [], only="admin")
    return story


async def _let_in(
    story: Story, buildings: dict[str, UUID], groups: list[UUID], only: str | None = None
) -> None:
    hashed = await hash_password(PASSWORD)
    wanted = [
        person
        for person in setting_up.people(buildings, groups, only)
        if person.login not in story.accounts
    ]
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        story.accounts |= await make_demo_accounts(tx, story.settings, wanted, hashed)


async def _doors(admin: Phone) -> list[dict[str, Any]]:
    """Every home, by code."""
    doors: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = await admin.get(f"/households?limit=200{cursor}")
        doors += [each for each in page["items"] if each["kind"] == "home"]
        if page["next"] is None:
            return doors
        cursor = f"&cursor={page['next']}"


async def _knock(
    story: Story,
    admin: Phone,
    project_id: str,
    documents: list[str],
    doors: list[dict[str, Any]],
) -> None:
    today, zone = clock.today(TIME_ZONE), ZoneInfo(TIME_ZONE)
    canvass_id = await canvassing.open_canvass(admin, project_id, documents, today)
    helpers = {str(id_): login for login, id_ in story.accounts.items() if "volunteer" in login}
    shares = await canvassing.share_out(admin, canvass_id, [UUID(each) for each in helpers])
    for account_id, knocks in canvassing.recorded_by(shares, doors, today, zone).items():
        volunteer = await story.phone(helpers[account_id])
        visits = [canvassing.payload(knock, canvass_id, documents) for knock in knocks]
        await volunteer.sync("door_visit", visits)


async def _help(story: Story, doors: list[dict[str, Any]]) -> None:
    social = await story.phone("social")
    await social.sync("assistance_need", helping.needs(doors, clock.today(TIME_ZONE)))
    home, account = str(story.homes["resident"]), str(story.accounts["resident"])
    await helping.show_own(social, home, account, clock.today(TIME_ZONE))
    await do_all(story.database, story.handlers)
    for login in [person.login for person in volunteers()][: helping.CARE_GROUP]:
        volunteer = await story.phone(login)
        await helping.take_on(volunteer)
    await helping.late_tasks(social, doors, clock.now())


async def _deliberate(story: Story, project_id: str) -> None:
    await choose_representatives(story)
    await propose(story, project_id)
    phones = {login: await story.phone(login) for login in SPEAKING}
    await write_messages(phones)
    await give_feedback(phones, TIME_ZONE)
    accounts = {login: str(account) for login, account in story.accounts.items()}
    await hold_sessions(phones, accounts, TIME_ZONE)
    await _draft_agenda(story)
    await go_on_reporting(phones)
    await make_cost_plan(phones["admin"], project_id)
    await hold_ballots(phones, accounts["resident"], TIME_ZONE)
    await decide_on_the_door(story, phones, project_id)
    decision = await agree_on_weights(phones, project_id, TIME_ZONE)
    await compare_brands(phones, project_id, decision, clock.today(TIME_ZONE))


async def _draft_agenda(story: Story) -> None:
    """What waits for an answer goes on the next weekly session's agenda, as every morning."""
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        await draft_weekly(tx, story.community_id)
