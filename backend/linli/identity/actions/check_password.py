"""Checking a password with the same work whether or not there is an account."""

import asyncio

from linli.identity.actions.hash_password import hasher, turn

HASH_OF_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$GrqHXlZz4"
    "WdIRqR9AULsdA$W8tMQVZMXHd/oMpWo1C3SHFiy01wInTFm2vlsCWwQOk"
)
"""Of a random password that was never written down; a test holds its parameters to ours."""


async def check_password(password: str, kept: str | None) -> bool:
    """Whether the password is the one whose hash is kept; ``None`` where there is no account."""
    async with turn():
        matches = await asyncio.to_thread(hasher.verify, password, kept or HASH_OF_NOBODY)
    return matches and kept is not None
