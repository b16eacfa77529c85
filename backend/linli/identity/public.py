"""What other contexts may use of identity."""

from linli.identity.actions.close_account import close_account
from linli.identity.actions.hash_password import hash_password
from linli.identity.actions.hold_role import hold_role, release_role
from linli.identity.actions.make_demo_accounts import DemoPerson, make_demo_accounts
from linli.identity.actions.make_invitation import invite_first_admin
from linli.identity.actions.release_place import release_place
from linli.identity.actions.start_session import start_session
from linli.identity.queries.demo import DemoAccountsError, refuse_demo_accounts
from linli.identity.queries.directory import CommunityCard, Directory
from linli.identity.queries.holders import held_roles, hold_member, holders_of, is_member, names_of
from linli.identity.rules import roles
from linli.identity.rules.sessions import SESSION_COOKIE
from linli.identity.schemas import HomeIn, InvitationIn, Relation

__all__ = [
    "SESSION_COOKIE",
    "CommunityCard",
    "DemoAccountsError",
    "DemoPerson",
    "Directory",
    "HomeIn",
    "InvitationIn",
    "Relation",
    "close_account",
    "hash_password",
    "held_roles",
    "hold_member",
    "hold_role",
    "holders_of",
    "invite_first_admin",
    "is_member",
    "make_demo_accounts",
    "names_of",
    "refuse_demo_accounts",
    "release_place",
    "release_role",
    "roles",
    "start_session",
]
