"""Tables of cost plans: what is to be paid, who pays it, and what each home's share is."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Text
from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    Versioned,
    tenant_key,
    tenant_unique,
)
from linli.kernel.db.types import Json

_METHODS = (
    "IN ('area', 'per_household', 'floor_coefficient', 'coefficient_area', 'half_half', "
    "'incremental', 'manual')"
)


class CostPlan(TenantRow, CreatedOnce, Versioned, table=True):
    """How a project is to be paid; its scopes are edited under its version."""

    __tablename__ = "cost_plan"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint("(published_at IS NULL) = (published_by IS NULL)", name="publication"),
        Index(None, "community_id", "project_id"),
    )
    project_id: UUID = Key()
    title: str = Field(max_length=100)
    note: str = Field(max_length=2000)
    published_at: datetime | None = Time(nullable=True)
    published_by: UUID | None = Key(nullable=True)


class CostScope(TenantRow, table=True):
    """One lift, stairwell or set of buildings with its own total; its homes share the rest."""

    __tablename__ = "cost_scope"
    __table_args__: ClassVar = (
        tenant_key("plan_id", "cost_plan"),
        tenant_unique("plan_id", "number"),
        CheckConstraint("total_fen > 0", name="total"),
        CheckConstraint("kind IN ('lift', 'stairwell', 'building', 'project')", name="kind"),
    )
    plan_id: UUID = Key()
    number: int
    kind: str = Field(max_length=10)
    label: str = Field(max_length=100)
    total_fen: int = Field(sa_type=BigInteger)
    with_shops: bool
    """Whether shops share too; a lift is mostly its homes' alone."""
    sources: list[dict[str, Any]] = Field(sa_type=Json)
    """What others pay: kind, name, amount_fen."""


class CostScopePlace(TenantRow, table=True):
    """That a building, or one stairwell of it, belongs to a scope."""

    __tablename__ = "cost_scope_place"
    __table_args__: ClassVar = (
        tenant_key("scope_id", "cost_scope"),
        tenant_key("building_id", "building"),
        tenant_key("stairwell_id", "stairwell"),
        Index(None, "community_id", "scope_id"),
    )
    scope_id: UUID = Key()
    number: int
    building_id: UUID = Key()
    stairwell_id: UUID | None = Key(nullable=True)


class CostScheme(TenantRow, CreatedOnce, Versioned, table=True):
    """One way to share a plan's cost; ``version`` is the number of its newest version."""

    __tablename__ = "cost_scheme"
    __table_args__: ClassVar = (
        tenant_key("plan_id", "cost_plan"),
        Index(None, "community_id", "plan_id"),
    )
    plan_id: UUID = Key()
    title: str = Field(max_length=100)
    held_by_round: UUID | None = Key(nullable=True)
    """The ballot round that asks about it, from its notice to its end: no version is added."""


class CostSchemeVersion(TenantRow, table=True):
    """A scheme as it was worked out at one time, from the roster of that time. Append-only."""

    __tablename__ = "cost_scheme_version"
    __table_args__: ClassVar = (
        tenant_key("scheme_id", "cost_scheme"),
        tenant_unique("scheme_id", "number"),
        CheckConstraint(f"method {_METHODS}", name="method"),
        CheckConstraint("net_fen >= 0", name="net"),
    )
    scheme_id: UUID = Key()
    number: int
    title: str = Field(max_length=100)
    method: str = Field(max_length=20)
    rules: dict[str, Any] = Field(sa_type=Json)
    """Tiers, ground floor, exemptions with their reasons, payers of reductions."""
    scopes: list[dict[str, Any]] = Field(sa_type=Json)
    """Totals, sources and places as they were."""
    summary: dict[str, Any] = Field(sa_type=Json)
    """Spread, storeys, reductions by payer: what screens show without reading all homes."""
    net_fen: int = Field(sa_type=BigInteger)
    roster_revision: int
    roster_digest: str = Field(max_length=64)
    shares_digest: str = Field(max_length=64)
    created_by: UUID = Key()
    created_at: datetime = Time()


class CostSharePage(SQLModel, table=True):
    """The shares of one place's homes in one version. Append-only.

    ``homes`` is JSON text, written once and passed on as it is: reading 10,000 homes takes as many
    rows as there are stairwells (docs/decisions/cost-plans.md).
    """

    __tablename__ = "cost_share_page"
    __table_args__: ClassVar = (
        tenant_key("version_id", "cost_scheme_version"),
        tenant_key("building_id", "building"),
        Index(None, "community_id", "version_id", "building_id"),
    )
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    version_id: UUID = Key(primary_key=True)
    number: int = Field(primary_key=True)
    scope_number: int
    building_id: UUID = Key()
    building_code: str = Field(max_length=20)
    homes: str = Field(sa_type=Text)


class CostReduction(TenantRow, table=True):
    """A hardship reduction in one version: seen by the home itself and the office. Append-only."""

    __tablename__ = "cost_reduction"
    __table_args__: ClassVar = (
        tenant_key("version_id", "cost_scheme_version"),
        tenant_key("household_id", "household"),
        CheckConstraint("amount_fen > 0", name="amount"),
        Index(None, "community_id", "version_id", "household_id"),
    )
    version_id: UUID = Key()
    household_id: UUID = Key()
    household_code: str = Field(max_length=60)
    amount_fen: int = Field(sa_type=BigInteger)
    payer: str = Field(max_length=100)


class CostAdoption(TenantRow, table=True):
    """That a ballot adopted a version: one for a plan, for good. Append-only."""

    __tablename__ = "cost_adoption"
    __table_args__: ClassVar = (
        tenant_key("plan_id", "cost_plan"),
        tenant_key("scheme_id", "cost_scheme"),
        tenant_key("version_id", "cost_scheme_version"),
        tenant_unique("plan_id"),
    )
    plan_id: UUID = Key()
    scheme_id: UUID = Key()
    version_id: UUID = Key()
    round_id: UUID = Key()
    """The ballot round that decided it."""
    adopted_by: UUID = Key()
    adopted_at: datetime = Time()


class Receivable(TenantRow, table=True):
    """What a home, or the payer of a reduction, owes by an adopted scheme. Append-only."""

    __tablename__ = "receivable"
    __table_args__: ClassVar = (
        tenant_key("adoption_id", "cost_adoption"),
        tenant_key("household_id", "household"),
        tenant_unique("adoption_id", "household_code"),
        CheckConstraint("due_fen >= 0", name="due"),
        CheckConstraint("(payer IS NULL) <> (household_code IS NULL)", name="debtor"),
    )
    adoption_id: UUID = Key()
    household_id: UUID | None = Key(nullable=True)
    household_code: str | None = Field(default=None, max_length=60)
    payer: str | None = Field(default=None, max_length=100)
    due_fen: int = Field(sa_type=BigInteger)
