"""Argon2id at OWASP's parameters, off the event loop (ASVS 5.0: 11.4.2).

19 MiB and two passes (OWASP Password Storage Cheat Sheet); two at a time, so that a crowd at the
login costs time and not memory.
"""

import asyncio
from weakref import WeakKeyDictionary

from pwdlib.hashers.argon2 import Argon2Hasher

MEMORY_KIB = 19 * 1024
PASSES = 2
AT_A_TIME = 2

hasher = Argon2Hasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=1)
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def turn() -> asyncio.Semaphore:
    """What every hashing waits for; one for each event loop."""
    return _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_A_TIME))


async def hash_password(password: str) -> str:
    """The encoded hash to keep. Takes some 30 ms; never call it inside a write transaction."""
    async with turn():
        return await asyncio.to_thread(hasher.hash, password)
