"""A neighbour comments without a network, votes in secret, and checks the receipt afterwards."""

import re
import secrets
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.async_api import expect
from sqlalchemy import select

from e2e.phone import SECONDS, Phone
from e2e.scene import Scene
from e2e.writing import neighbour, office, writing
from factories.house import move_in
from factories.identity import grant, make_account
from linli.community.models import Household
from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.move_proposal import move_proposal
from linli.deliberation.actions.representatives.cast_secret_ballot import cast_secret_ballot
from linli.deliberation.actions.representatives.nominate import nominate
from linli.deliberation.actions.representatives.open_election import open_election
from linli.deliberation.actions.representatives.start_election import start_election
from linli.deliberation.models.proposals.comment import ProposalComment
from linli.deliberation.models.representatives.secret_ballot import SecretBox, SecretRoll
from linli.deliberation.public import HANDLERS
from linli.deliberation.rules.representatives.receipt import receipt_leaf
from linli.deliberation.schemas.proposals.proposal import ProposalIn, ProposalMoveIn
from linli.deliberation.schemas.representatives.election import (
    ElectionIn,
    ElectionOpeningIn,
    NominationIn,
    SecretBallotIn,
)
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all

pytestmark = pytest.mark.e2e


async def at_home(scene: Scene, door: int, account_id: UUID | None = None) -> UUID:
    """Somebody at home behind a door."""
    async with scene.server.database() as database:
        if account_id is None:
            account_id = (await make_account(database, "郑国平")).account_id
            await grant(database, account_id, scene.community_id, "resident")
        await move_in(database, scene.community_id, account_id, scene.household_ids[door])
    return account_id


async def test_a_comment_written_without_a_network_arrives_later(
    phone: Phone, scene: Scene
) -> None:
    await at_home(scene, 0, scene.volunteer.account_id)
    body = ProposalIn(id=new_id(), title="换电梯", body="两部都换。")
    async with writing(scene) as tx:
        await make_proposal(tx, office(scene), body)
        opening = ProposalMoveIn(id=new_id(), target="open_for_comment")
        await move_proposal(tx, office(scene), body.id, opening)
    await phone.go("#/deliberation/proposals")
    await phone.see("换电梯")
    await phone.go(f"#/deliberation/proposals/{body.id}")
    await phone.follow("我来说说")
    await phone.see("您赞成吗")
    await phone.page.context.set_offline(True)
    await phone.answer("赞成")
    await phone.press("下一题")
    await phone.page.get_by_role("textbox").first.fill("没有电梯，老人下不了楼")
    await phone.press("下一题")
    await phone.press("说出去")
    await phone.see("记下了，有网就送出")
    await phone.see("您有 1 条意见还没送到")
    (item,) = await phone.stored()
    assert (item["kind"], item["state"]) == ("proposal_comment", "queued")
    await phone.page.context.set_offline(False)
    await phone.stir()
    await phone.all_received(1)
    await phone.see("记下了，已经送到")
    await phone.see("赞成 1 人")
    for waiting in ("有网就送出", "还没送到"):
        await expect(phone.page.get_by_text(waiting)).to_have_count(0)
    c = table(ProposalComment).c
    async with writing(scene) as tx:
        rows = await tx.rows(select(c.id, c.words, c.position).where(c.proposal_id == body.id))
    assert [(str(row["id"]), row["position"], row["words"]) for row in rows] == [
        (item["id"], "for", "没有电梯，老人下不了楼")
    ]


async def test_a_vote_is_cast_read_back_and_proved_and_its_choice_is_nowhere(
    phone: Phone, scene: Scene
) -> None:
    await at_home(scene, 0, scene.volunteer.account_id)
    others = [await at_home(scene, door) for door in (1, 2, 3, 4)]
    election, candidacy = await opened(scene, others[0])
    await phone.go("#/settings")
    await phone.go("#/")
    await phone.page.get_by_role("link", name=re.compile("正在选代表.*还没有投票")).click()
    await phone.follow("去投票")
    await phone.answer("郑国平")
    await phone.press("下一题")
    await phone.see("您选的是")
    await phone.press("投出这一票")
    await phone.see("您家已经投票")
    await phone.go("#/")
    await phone.see("要敲的门")
    asked = phone.page.get_by_text("正在选代表")
    await expect(asked).to_have_count(0, timeout=SECONDS)
    await phone.go(f"#/deliberation/elections/{election}")
    await phone.see("您家已经投票")
    kept = await phone.page.evaluate(KEPT)
    assert f"secret-receipts:{election}" in kept
    assert str(candidacy) not in kept
    for account_id, door in zip(others, (1, 2, 3, 4), strict=True):
        await vote(scene, election, account_id, scene.household_ids[door], candidacy)
    await closed(scene)
    await phone.page.reload()
    await phone.see("当选：郑国平")
    await phone.press("现在核对")
    await phone.see("这部手机投出的票，在收到的票里")
    await phone.see("投票户数、选票数、回执数都是 5")
    await phone.see("和公布的得票一样")
    line = phone.page.get_by_text(re.compile("不在公布的名单里"))
    await expect(line).to_have_count(0, timeout=SECONDS)
    async with writing(scene) as tx:
        for model in (SecretRoll, SecretBox):
            mine = table(model).c.election_id == election
            assert len(await tx.rows(select(table(model).c.id).where(mine))) == 5


async def test_a_ballot_without_a_network_is_said_not_to_be_cast_and_nothing_of_it_is_kept(
    phone: Phone, scene: Scene
) -> None:
    await at_home(scene, 0, scene.volunteer.account_id)
    election, candidacy = await opened(scene, await at_home(scene, 1))
    await phone.go(f"#/deliberation/elections/{election}")
    await phone.follow("去投票")
    await phone.answer("郑国平")
    await phone.press("下一题")
    await phone.see("您选的是")
    await phone.page.context.set_offline(True)
    await phone.press("投出这一票")
    await phone.see("没有投出去")
    assert await phone.stored() == []
    kept = await phone.page.evaluate(KEPT)
    assert str(candidacy) not in kept
    assert f"secret-receipts:{election}" not in kept
    await phone.page.context.set_offline(False)
    await phone.press("投出这一票")
    await phone.see("您家已经投票")
    kept = await phone.page.evaluate(KEPT)
    assert f"secret-receipts:{election}" in kept
    async with writing(scene) as tx:
        mine = table(SecretBox).c.election_id == election
        assert len(await tx.rows(select(table(SecretBox).c.id).where(mine))) == 1


KEPT = """async () => {
    const open = (name) => new Promise((done) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
    });
    const all = (db, store) => new Promise((done) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
    });
    const found = [];
    for (const { name } of await indexedDB.databases()) {
        const db = await open(name);
        for (const store of ['meta', 'items', 'outbox', 'drafts']) {
            if (db.objectStoreNames.contains(store)) found.push(...await all(db, store));
        }
        db.close();
    }
    return JSON.stringify(found);
}"""
"""What the phone's database remembers of its own doing; what it read of others lies elsewhere."""


async def opened(scene: Scene, stands: UUID) -> tuple[UUID, UUID]:
    """An election in which one neighbour stands; its id and the candidacy's."""
    house = table(Household).c
    today = clock.today("Asia/Shanghai")
    async with writing(scene) as tx:
        home = house.id == scene.household_ids[0]
        building_id = await tx.scalar(select(house.building_id).where(home))
        body = ElectionIn(
            id=new_id(),
            building_id=building_id,
            term_from=today,
            term_until=today + timedelta(days=365),
        )
        await start_election(tx, office(scene), body)
        mine = NominationIn(id=new_id(), account_id=stands, statement="我有时间")
        await nominate(tx, neighbour(scene, stands), body.id, mine)
        until = ElectionOpeningIn(closes_at=clock.now() + timedelta(days=2))
        await open_election(tx, office(scene), body.id, until)
    return body.id, mine.id


async def vote(
    scene: Scene, election: UUID, account_id: UUID, household_id: UUID, candidacy: UUID
) -> None:
    leaf = receipt_leaf(str(election), secrets.token_bytes(32)).hex()
    body = SecretBallotIn(household_id=household_id, choice=[candidacy], receipt=leaf)
    async with writing(scene) as tx:
        await cast_secret_ballot(tx, neighbour(scene, account_id), election, body)


async def closed(scene: Scene) -> None:
    """The time for voting is over, and the worker has counted."""
    moment = clock.now() + timedelta(days=3)
    clock.set_clock(lambda: moment)
    try:
        async with scene.server.database() as database:
            await do_all(database, HANDLERS)
    finally:
        clock.set_clock(None)
