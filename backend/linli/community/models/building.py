"""Where people live: buildings, their stairwells, and the households behind the doors."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.community.models.sort_key import SortKey
from linli.kernel.db.rows import Key, TenantRow, Versioned, tenant_key, tenant_unique


class Building(TenantRow, Versioned, table=True):
    """A building, known by its code (``1``, ``A``)."""

    __tablename__ = "building"
    __table_args__: ClassVar = (
        tenant_unique("code"),
        Index(None, "community_id", "sort_key"),
        CheckConstraint("floors > 0", name="floors"),
    )
    code: str = Field(max_length=20)
    sort_key: str = Field(sa_type=SortKey)
    """The code as people order it: 2 before 10 (see rules/codes.py)."""
    name: str = Field(max_length=60)
    floors: int
    """The highest floor: what the roster says, or the highest door."""
    storeys: int | None = None
    """What the roster says, where it says anything."""
    has_lift: bool | None = None
    """What the roster says of the whole building; a stairwell may differ."""


class Stairwell(TenantRow, table=True):
    """An entrance of a building with its own stairs, and often its own lift."""

    __tablename__ = "stairwell"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        tenant_unique("building_id", "code"),
    )
    building_id: UUID = Key()
    code: str = Field(max_length=20)
    sort_key: str = Field(sa_type=SortKey)
    has_lift: bool | None = None
    """``None`` while nobody has said."""


class Household(TenantRow, Versioned, table=True):
    """A home or a shop: one door, one registered area.

    A shop may stand outside every building; then building, stairwell and floor are ``None``.
    """

    __tablename__ = "household"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        tenant_key("stairwell_id", "stairwell"),
        tenant_unique("code"),
        tenant_unique("sort_key"),
        Index(None, "community_id", "building_id", "sort_key"),
        Index(None, "community_id", "stairwell_id", "sort_key"),
        CheckConstraint("area_dm2 > 0", name="area"),
        CheckConstraint("kind IN ('home', 'shop')", name="kind"),
        CheckConstraint("occupancy IN ('occupied', 'rented', 'empty')", name="occupancy"),
        CheckConstraint("people BETWEEN 0 AND 999", name="people"),
    )
    building_id: UUID | None = Key(nullable=True)
    stairwell_id: UUID | None = Key(nullable=True)
    code: str = Field(max_length=60)
    sort_key: str = Field(sa_type=SortKey)
    floor: int | None = None
    """Below ground is negative; there is no floor 0. ``None`` where a shop's is not told."""
    door: str = Field(max_length=20)
    area_dm2: int
    """Registered area in dm² (0.01 m²)."""
    kind: str = Field(max_length=10)
    occupancy: str | None = Field(default=None, max_length=10)
    people: int | None = None
    remark: str | None = Field(default=None, max_length=2000, repr=False)
    """What the roster remarks, without any word about health or hardship."""
