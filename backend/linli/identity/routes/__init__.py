"""Routes of this context."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI

from linli.identity.queries.demo import refuse_demo_accounts
from linli.identity.routes.acceptances import router as acceptances
from linli.identity.routes.account import router as account
from linli.identity.routes.invitations import router as invitations
from linli.identity.routes.members import router as members
from linli.identity.routes.parts import no_store
from linli.identity.routes.session import router as session


@asynccontextmanager
async def _start(app: FastAPI) -> AsyncIterator[None]:
    await refuse_demo_accounts(app.state.database, demo=app.state.settings.demo)
    yield


router = APIRouter(tags=["identity"], dependencies=[Depends(no_store)], lifespan=_start)
for part in (session, account, acceptances, invitations, members):
    router.include_router(part)
