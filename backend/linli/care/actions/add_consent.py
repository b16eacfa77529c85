from uuid import UUID

import orjson
from sqlalchemy import update

from linli.care.actions.active_need import active_need
from linli.care.actions.keep_consents import keep_consents
from linli.care.actions.need_batch import faulty
from linli.care.actions.need_work import KEEP_DATES
from linli.care.actions.settle_duties import settle_duties
from linli.care.facts.register import need_fact
from linli.care.permissions.register import RECORD_NEED
from linli.care.queries.homes import homes_to_help, lock_homes
from linli.care.queries.need_rows import known_consents, needs, needs_by_id
from linli.care.rules.consent_faults import ConsentGiven, consent_faults
from linli.care.schemas.need import ConsentIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import conflict, not_found
from linli.kernel.vault.sealer import unsealer_for
from linli.kernel.work.schedule import schedule


async def add_consent(tx: Tx, actor: Actor, need_id: UUID, body: ConsentIn) -> bool:
    """Record the consent that follows an emergency, or that renews an earlier one.

    Returns:
        Whether the consent is new.

    Raises:
        Problem: 404 when there is no such need at a door of the actor's; 409 ``need_over`` when it
            has ended, ``conflict`` when the consent's id belongs to another need; 422 when it does
            not cover the help.
    """
    found = (await needs_by_id(tx, [need_id])).get(need_id)
    if found is None or not await _is_theirs(tx, actor, found):
        raise not_found()
    await lock_homes(tx, [found["household_id"]])
    need = await active_need(tx, need_id)
    if await known_consents(tx, [body.id]):
        if need["consent_id"] != body.id:
            raise conflict("id")
        return False
    given = ConsentGiven(body.scope, body.given_by, body.guardian_name)
    faults = list(consent_faults(need["kind"], given, under_14=await _is_child(tx, need)))
    if faults:
        raise faulty(faults)
    await keep_consents(tx, actor, [(body, need["person_id"], need_id)])
    await _rest_on(tx, actor, need, body.id)
    return True


async def _is_theirs(tx: Tx, actor: Actor, need: Row) -> bool:
    home: UUID = need["household_id"]
    return home in await homes_to_help(tx, actor, RECORD_NEED, [home])


async def _is_child(tx: Tx, need: Row) -> bool:
    """Whether the sealed content says under fourteen; checked by the machine, shown to nobody."""
    sealer = await unsealer_for(tx, need["person_id"])
    if sealer is None:
        return False
    content = orjson.loads(sealer.unseal("assistance_need", need["id"], need["sealed"]))
    return bool(content["under_14"])


async def _rest_on(tx: Tx, actor: Actor, need: Row, consent_id: UUID) -> None:
    this = (needs.c.community_id == tx.community, needs.c.id == need["id"])
    rests = {"basis": "consent", "consent_id": consent_id, "version": need["version"] + 1}
    await tx.execute(update(needs).where(*this).values(rests))
    await settle_duties(tx, [need["id"]], actor.account_id, "consent_due")
    now = clock.now()
    record(tx, need_fact("consented", need["id"], actor.account_id, now, {"consent": consent_id}))
    await schedule(tx, KEEP_DATES, need["id"], now)
