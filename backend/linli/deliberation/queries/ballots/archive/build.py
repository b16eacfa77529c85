"""Gathering an archive."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.permissions.ballots import MANAGE_ROUND
from linli.deliberation.queries.ballots.archive.counted_answers import counted_answers
from linli.deliberation.queries.ballots.archive.leaf_hashes import leaf_hashes
from linli.deliberation.queries.ballots.archive.pack import lines, pack
from linli.deliberation.queries.ballots.archive.read_me import READ_ME
from linli.deliberation.queries.ballots.archive.round_facts import round_facts
from linli.deliberation.queries.ballots.frozen import frozen_document
from linli.deliberation.queries.ballots.notice import noticed_document
from linli.deliberation.queries.ballots.official import newest_official
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.results import SEEN_BY_ALL
from linli.deliberation.queries.ballots.round_page import newest_result
from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.tables import elector_units
from linli.deliberation.queries.ballots.unreturned import unreturned_codes, unreturned_document
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.window import Window
from linli.deliberation.rules.canonical import canonical_bytes
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


@dataclass(frozen=True)
class SignedLog:
    """The head that the archive's entries are proven under."""

    size: int
    signed_note: str
    verifier_key: str


async def require_archive(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """The round, once its result is seen by the actor.

    Raises:
        Problem: 404 ``not_found`` before.
    """
    round_ = await round_row(tx, round_id)
    seen = round_["state"] in SEEN_BY_ALL or (
        round_["state"] == "counted" and actor.may(MANAGE_ROUND)
    )
    if not seen or await newest_result(tx, round_id) is None:
        raise not_found()
    return round_


async def build_archive(database: Database, actor: Actor, round_id: UUID, log: SignedLog) -> bytes:
    """The archive of a counted round as a zip file; the same log gives the same bytes.

    It holds no name and no account of a voter: electors, units and holders stand in it by codes.
    Doors are added only where the procedure lists choices by household anyway.

    Raises:
        Problem: 404 ``not_found`` until the result is seen by the actor.
    """
    async with database.transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        round_ = await require_archive(tx, actor, round_id)
        files = await _documents(tx, round_)
        facts = await round_facts(tx, round_id, log.size)
        answers = await counted_answers(tx, round_id)
        hashes = await leaf_hashes(tx, log.size)

    def packed() -> bytes:
        return pack(
            {
                "README.txt": READ_ME.format(key=log.verifier_key).encode(),
                **files,
                "ballots.jsonl": lines(answers),
                "facts.jsonl": lines(facts),
                "leaf-hashes.bin": hashes,
                "checkpoint.txt": log.signed_note.encode(),
            }
        )

    return await asyncio.to_thread(packed)


async def _documents(tx: Tx, round_: Row) -> dict[str, bytes]:
    questions = await questions_of(tx, round_["id"])
    window = Window(round_["opens_at"], round_["closes_at"])
    profile = profile_of(round_["profile"])
    found = await newest_result(tx, round_["id"])
    documents = {
        "round.json": noticed_document(round_, window, profile, questions),
        "electorate.json": await frozen_document(tx, round_, questions),
        "result.json": found and found["document"],
    }
    official = await newest_official(tx, round_["id"])
    if official is not None:
        documents["official.json"] = official["counts"]
    unreturned = await unreturned_codes(tx, round_["id"])
    if unreturned is not None:
        documents["unreturned.json"] = unreturned_document(unreturned)
    if profile.published_list == "choices":
        documents["households.json"] = await _doors(tx, round_["id"])
    return {name: canonical_bytes(document) for name, document in documents.items()}


async def _doors(tx: Tx, round_id: UUID) -> dict[str, str]:
    u = elector_units.c
    asks = select(u.code, u.door).where(u.community_id == tx.community, u.round_id == round_id)
    return {row["code"]: row["door"] for row in await tx.rows(asks)}
