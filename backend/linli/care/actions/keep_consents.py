from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert

from linli.care.queries.need_rows import consents
from linli.care.schemas.need import ConsentIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.vault.many import seal_many
from linli.kernel.vault.vault import Place

TABLE = "separate_consent"


async def keep_consents(
    tx: Tx, actor: Actor, given: Sequence[tuple[ConsentIn, UUID, UUID]]
) -> None:
    """Store consents: ``(consent, person_id, need_id)`` each. The guardian's name is sealed.

    The photo of a signed form is declared as a file of the need.
    """
    if not given:
        return
    sealed = await seal_many(
        tx,
        [
            (Place(TABLE, consent.id, person_id), {"guardian_name": consent.guardian_name})
            for consent, person_id, _ in given
        ],
    )
    rows = [
        {**_row(tx, actor, consent), "person_id": person_id, "sealed": content}
        for (consent, person_id, _), content in zip(given, sealed, strict=True)
    ]
    await tx.execute(insert(consents), rows)
    slots = {need_id: [c.attachment] for c, _, need_id in given if c.attachment is not None}
    await declare_slots(tx, actor, "assistance_need", slots)


def _row(tx: Tx, actor: Actor, consent: ConsentIn) -> Row:
    return {
        "community_id": tx.community,
        "id": consent.id,
        "purpose": "assistance_register",
        "scope": list(consent.scope),
        "wording_version": consent.wording_version,
        "given_how": consent.given_how,
        "given_by": consent.given_by,
        "given_at": consent.given_at,
        "taken_by": actor.account_id,
        "taken_at": clock.now(),
        "evidence_sha256": consent.attachment.sha256 if consent.attachment else None,
    }
