"""What the steps of the story share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from fastapi import FastAPI

from linli.config import Settings
from linli.demo.phone import Phone
from linli.identity.public import start_session
from linli.kernel.db.database import Database
from linli.kernel.work.worker import Handler


@dataclass
class Story:
    """The community as it is being told."""

    app: FastAPI
    database: Database
    settings: Settings
    community_id: UUID
    handlers: Mapping[str, Handler]
    """What is due is done on the way, as the worker would."""
    accounts: dict[str, UUID] = field(default_factory=dict)
    """By login."""
    homes: dict[str, UUID] = field(default_factory=dict)
    """The household of everybody who has one, by login."""
    phones: dict[str, Phone] = field(default_factory=dict)
    """Those in use, by login: nobody signs in twice."""

    async def phone(self, login: str) -> Phone:
        """Somebody's phone, signed in without hashing a password: forty would take 1.4 s."""
        if login not in self.phones:
            async with self.database.transaction(write=True) as tx:
                session = await start_session(tx, self.accounts[login], "demo")
            app, community_id = self.app, str(self.community_id)
            self.phones[login] = Phone.signed_in(app, session.token, community_id)
        return self.phones[login]

    async def put_away(self) -> None:
        """Everybody signs out."""
        while self.phones:
            _, phone = self.phones.popitem()
            await phone.close()
