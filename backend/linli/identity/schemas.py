"""What the identity API takes and gives."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from linli.identity.rules.invitations import LONGEST_DAYS, USUAL_DAYS, State
from linli.identity.rules.passwords import LONGEST
from linli.identity.rules.roles import RESIDENT, ROLES
from linli.kernel.access.actor import Scope
from linli.kernel.http.fields import ClientId, LongText, ShortText

Language = Literal["zh-CN", "en"]
Relation = Literal["owner", "family", "tenant"]
"""What somebody is to a home."""
Password = Annotated[
    str, Field(min_length=1, max_length=LONGEST, examples=["a kettle on the balcony"])
]
"""Taken exactly as typed (ASVS 5.0: 6.2.8)."""
Name = Annotated[ShortText, Field(max_length=60, examples=["王秀英"])]
LoginText = Annotated[ShortText, Field(examples=["138 0013 8000", "wangxiuying"])]
Token = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[\w-]+$")]


def _known_role(role: str) -> str:
    if role not in ROLES:
        raise ValueError(f"one of {', '.join(ROLES)}")
    return role


Role = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(_known_role),
    Field(json_schema_extra={"enum": list(ROLES)}, examples=["volunteer"]),
]


class Body(BaseModel):
    """What a client sends; fields we don't know are refused (ASVS 5.0: 15.3.3)."""

    model_config = ConfigDict(extra="forbid")


class LoginIn(Body):
    """A login and its password."""

    login: LoginText
    password: Password
    device_name: ShortText = Field(examples=["Xiuying's phone"])


class PasswordIn(Body):
    """Choosing another password."""

    current_password: Password
    new_password: Password


class PreferencesIn(Body):
    """What is to change; the rest stays."""

    language: Language | None = None
    elder_mode: bool | None = Field(None, description="长辈版")


class Seat(Body):
    """A role on a scope."""

    role: Role
    scope_kind: Scope
    scope_id: UUID | None = Field(None, description="Building or group; not for a whole community")


class HomeIn(Body):
    """Where an invited resident is at home, as whoever invites has checked it."""

    household_id: UUID
    relation: Relation
    owner_id: UUID | None = Field(None, description="The owner's; only with relation owner")
    verified_how: Annotated[ShortText, Field(examples=["knows the family"])]

    @model_validator(mode="after")
    def _owner_named(self) -> Self:
        if (self.relation == "owner") != (self.owner_id is not None):
            raise PydanticCustomError("owner_and_relation", "an owner is named for owners only")
        return self


class InvitationIn(Seat):
    """Inviting somebody."""

    id: ClientId
    display_name: Name = Field(description="Who it is for")
    expires_in_days: int = Field(USUAL_DAYS, strict=True, ge=1, le=LONGEST_DAYS)
    home: HomeIn | None = Field(None, description="Theirs as soon as they accept; residents only")

    @model_validator(mode="after")
    def _home_of_a_resident(self) -> Self:
        if self.home is not None and self.role != RESIDENT:
            raise PydanticCustomError("home_of_a_resident", "only residents are invited to a home")
        return self


class GrantIn(Seat):
    """Giving a member a role."""

    id: ClientId
    account_id: UUID


class RevocationIn(Body):
    """Why a role is taken away."""

    reason: LongText


class NothingIn(Body):
    """An empty object."""


class TokenIn(Body):
    """The token of a link."""

    token: Token


class AcceptanceIn(TokenIn):
    """Coming in. With the account that is signed in, the token is all."""

    login: LoginText | None = None
    display_name: Name | None = None
    password: Password | None = None
    device_name: ShortText | None = None


class PasswordLinkIn(Body):
    """Helping a member to a new password."""

    id: ClientId


class NewPasswordIn(TokenIn):
    """Choosing a new password with a link."""

    password: Password


class RoleOut(BaseModel):
    """A role that is held."""

    role: str
    scope_kind: Scope
    scope_id: UUID = Field(description="The community's own id when it is held on the whole of it")
    scope_name: str


class GrantedRoleOut(RoleOut):
    """A role that is held, and by which grant."""

    grant_id: UUID


class AccountOut(BaseModel):
    """Myself."""

    id: UUID
    login: str
    display_name: str


class PreferencesOut(BaseModel):
    """How I want things; ``version`` is the ETag."""

    language: Language
    elder_mode: bool
    version: int


class SeatOut(BaseModel):
    """A community I belong to."""

    id: UUID
    name: str
    time_zone: str
    epoch: UUID
    roles: list[RoleOut]
    permissions: list[str]


class MeOut(BaseModel):
    """Who I am."""

    account: AccountOut
    preferences: PreferencesOut
    communities: list[SeatOut]
    server_time: datetime


class DeviceOut(BaseModel):
    """A device that is signed in."""

    id: UUID
    device_name: str
    created_at: datetime
    last_seen_at: datetime
    current: bool


class DevicesOut(BaseModel):
    """All of them; there are never many."""

    items: list[DeviceOut]
    next: None = None


class InvitationOut(RoleOut):
    """An invitation."""

    id: UUID
    display_name: str
    home_code: str | None = Field(description="The home that comes with it", examples=["1-1-101"])
    state: State
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    accepted_by: UUID | None
    revoked_at: datetime | None


class OneTimeLink(BaseModel):
    """A link to hand over; shown only in the answer to whoever made it."""

    token: str | None = Field(description="null once it cannot be used any more")
    link: str | None
    qr_svg: str | None = Field(description="The link as a QR code, an SVG element")


class InvitationMadeOut(InvitationOut, OneTimeLink):
    """An invitation and its link."""


class InvitationsOut(BaseModel):
    """A page of invitations."""

    items: list[InvitationOut]
    next: str | None


class InvitationLookOut(BaseModel):
    """What an invited person sees before accepting."""

    community_name: str
    role: str
    scope_name: str
    home_code: str | None = Field(description="The home that comes with it", examples=["1-1-101"])
    display_name: str
    needs_account: bool = Field(description="False for somebody who is signed in")
    expires_at: datetime


class MemberOut(BaseModel):
    """A member, as far as the caller may see."""

    account_id: UUID
    display_name: str
    login: str | None = Field(description="Masked; null for those who need not help with it")
    roles: list[GrantedRoleOut]


class MembersOut(BaseModel):
    """A page of members."""

    items: list[MemberOut]
    next: str | None


class GrantOut(BaseModel):
    """A grant, held or revoked."""

    id: UUID
    account_id: UUID
    role: str
    scope_kind: Scope
    scope_id: UUID
    created_at: datetime
    revoked_at: datetime | None


class PasswordLinkOut(OneTimeLink):
    """A link to a new password."""

    id: UUID
    account_id: UUID
    expires_at: datetime
