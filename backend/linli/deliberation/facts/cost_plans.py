"""The facts of cost plans. Reductions, and whose they are, stay private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def plan_changed(actor: Actor, verb: str, plan_id: UUID, at: datetime, **public: Any) -> FactDraft:
    """A plan was ``made``, its scopes ``set``, or it was ``published``."""
    kind = f"deliberation.cost_plan.{verb}"
    return FactDraft(kind, actor.account_id, "cost_plan", plan_id, at, public)


def scheme_saved(
    actor: Actor, scheme_id: UUID, at: datetime, public: dict[str, Any], reductions: list[Any]
) -> FactDraft:
    """A version of a scheme was worked out; anyone can hold the shares against the digest."""
    kind = "deliberation.cost_scheme.saved"
    private = {"reductions": reductions} if reductions else {}
    return FactDraft(kind, actor.account_id, "cost_scheme", scheme_id, at, public, private)


def scheme_adopted(
    actor: Actor, scheme_id: UUID, at: datetime, public: dict[str, Any], receivables: str
) -> FactDraft:
    """A ballot adopted a scheme.

    The digest of what is due is private: with the shares known, a plain one would let neighbours
    guess whose share was reduced.
    """
    kind = "deliberation.cost_scheme.adopted"
    private = {"receivables": receivables}
    return FactDraft(kind, actor.account_id, "cost_scheme", scheme_id, at, public, private)
