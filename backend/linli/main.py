"""The only composition root: which contexts there are, and what they bring to the server."""

from fastapi import FastAPI

from linli.care import public as care_parts
from linli.care.permissions import canvass as canvass_permissions
from linli.care.permissions import register as register_permissions
from linli.care.routes import router as care
from linli.community import permissions as community_permissions
from linli.community import public as community_parts
from linli.community.actions.homes import CommunityHomes
from linli.community.queries.directory import CommunityDirectory
from linli.community.routes import router as community
from linli.config import Settings, settings
from linli.deliberation import permissions as deliberation_permissions
from linli.deliberation import public as deliberation_parts
from linli.deliberation.routes import router as deliberation
from linli.identity import permissions as identity_permissions
from linli.identity.routes import router as identity
from linli.identity.routes.authenticator import SessionAuthenticator
from linli.kernel.access.actor import Permission
from linli.kernel.server import Parts, create_server


def parts() -> Parts:
    """What the contexts bring."""
    return Parts(
        authenticator=SessionAuthenticator(),
        routers=(identity, community, care, deliberation),
        handlers={
            **community_parts.HANDLERS,
            **care_parts.HANDLERS,
            **deliberation_parts.HANDLERS,
        },
        sync_kinds=(*care_parts.SYNC_KINDS, *deliberation_parts.SYNC_KINDS),
        attachment_kinds=(
            *community_parts.ATTACHMENT_KINDS,
            *care_parts.ATTACHMENT_KINDS,
            *deliberation_parts.ATTACHMENT_KINDS,
        ),
    )


PERMISSION_MODULES = (
    identity_permissions,
    community_permissions,
    canvass_permissions,
    register_permissions,
    *deliberation_permissions.PARTS,
)
PERMISSIONS = tuple(
    each
    for module in PERMISSION_MODULES
    for each in vars(module).values()
    if isinstance(each, Permission)
)
"""Every permission there is; ``Me`` names those the caller holds."""


def create_app(config: Settings | None = None) -> FastAPI:
    """The whole server as one ASGI application."""
    app = create_server(config or settings(), parts())
    app.state.directory = CommunityDirectory()
    app.state.homes = CommunityHomes()
    app.state.permissions = PERMISSIONS
    return app
