"""A proposal: draft, comment, revision, decision, carried out, done."""

from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle, moves, reasoned

PROPOSAL = Lifecycle(
    "draft",
    (
        *moves("draft", "open_for_comment"),
        *moves("open_for_comment", "revision", "ready_to_decide"),
        *moves("revision", "open_for_comment", "ready_to_decide"),
        *moves("ready_to_decide", "adopted", "rejected"),
        *reasoned("revision", "ready_to_decide"),
        *reasoned("withdrawn", "draft", "open_for_comment", "revision", "ready_to_decide"),
        *moves("adopted", "being_carried_out"),
        *moves("being_carried_out", "done"),
    ),
)

READY = "ready_to_decide"
"""Talked over to its end: from here a ballot round decides."""

TEXT_MAY_CHANGE = frozenset({"draft", "revision"})
"""Where a new version of the text may be written; elsewhere people comment on what they read."""

UNDECIDED = frozenset({"open_for_comment", "revision", READY})
"""Where it is public and still matters who stands where."""

COMMENTS_ARE_OPEN = frozenset({"open_for_comment"})
"""Where comments and amendments are taken."""
