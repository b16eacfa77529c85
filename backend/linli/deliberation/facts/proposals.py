"""The facts of proposals. Texts of proposals are everybody's; people's own words stay private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def proposal_changed(
    actor: Actor, verb: str, proposal_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """A proposal was ``made``, ``worded`` anew or ``moved``."""
    kind = f"deliberation.proposal.{verb}"
    return FactDraft(kind, actor.account_id, "proposal", proposal_id, at, public)


def comment_made(actor: Actor, row: dict[str, Any], homes: list[UUID]) -> FactDraft:
    """Somebody commented. Words and homes are committed to."""
    told = ("proposal_id", "version_number", "reply_to", "position")
    public = {**{name: row[name] for name in told}, "homes": len(homes)}
    private = {"words": row["words"], "homes": homes}
    kind = "deliberation.proposal_comment.made"
    return FactDraft(
        kind, actor.account_id, "proposal_comment", row["id"], row["said_at"], public, private
    )


def comment_moderated(
    actor: Actor, verb: str, comment_id: UUID, at: datetime, reason: str
) -> FactDraft:
    """Words were hidden or shown again; the reason is everybody's to read."""
    kind = "deliberation.proposal_comment." + ("hidden" if verb == "hide" else "shown")
    public = {"reason": reason}
    return FactDraft(kind, actor.account_id, "proposal_comment", comment_id, at, public)


def comment_voted(
    actor: Actor, vote_id: UUID, comment_id: UUID, at: datetime, vote: str
) -> FactDraft:
    """Somebody agrees with a comment or not; which is committed to."""
    kind, public, private = (
        "deliberation.comment_vote.given",
        {"comment": comment_id},
        {"vote": vote},
    )
    return FactDraft(kind, actor.account_id, "comment_vote", vote_id, at, public, private)


def home_answered(actor: Actor, row: dict[str, Any]) -> FactDraft:
    """A home confirmed or contradicted that a comment speaks for it."""
    public = {"comment": row["comment_id"], "answer": row["answer"]}
    private = {"household": row["household_id"]}
    kind = "deliberation.home_answer.given"
    return FactDraft(
        kind, actor.account_id, "home_answer", row["id"], row["said_at"], public, private
    )


def amendment_changed(
    actor: Actor, verb: str, amendment_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """An amendment was ``offered``, ``accepted`` or ``declined``."""
    kind = f"deliberation.amendment.{verb}"
    return FactDraft(kind, actor.account_id, "amendment", amendment_id, at, public)
