"""What may be done about ``ballots``, and which roles may do it.

Whose ballot one may cast is no matter of roles: it follows from a verified ownership.
"""

from linli.kernel.access.actor import Permission

_ADMIN = "community_admin"
_RECORDERS = (_ADMIN, "building_lead", "volunteer")
_WATCHERS = ("supervisor", "legal_adviser")
_EVERYONE = (
    *_RECORDERS,
    *_WATCHERS,
    "social_worker",
    "representative",
    "contractor",
    "property_manager",
    "resident",
)

MANAGE_ROUND = Permission.of("deliberation:ballot-round:manage", _ADMIN)
"""Drafting, notice, opening, counting, publishing, recounting, annulling, withdrawing."""
SEE_ROUND = Permission.of("deliberation:ballot-round:see", *_EVERYONE)
"""Questions, rules, turnout, result, archive: everybody's business."""
CAST_BALLOT = Permission.of("deliberation:ballot:cast", *_EVERYONE)
SEE_ELECTORS = Permission.of("deliberation:elector:see", *_RECORDERS, *_WATCHERS)
"""Whose ballot was delivered and returned, within one's reach; never what it says."""
SEE_ELECTORATE = Permission.of("deliberation:electorate:see", _ADMIN, *_WATCHERS)
DELIVER_BALLOT = Permission.of("deliberation:ballot:deliver", *_RECORDERS)
RECORD_PAPER = Permission.of("deliberation:paper-ballot:record", *_RECORDERS)
"""The same roles record and confirm; never the same person both for one paper."""
RECORD_PROXY = Permission.of("deliberation:proxy:record", _ADMIN, "building_lead")
AGREE_ON_VOTER = Permission.of("deliberation:voter-agreement:record", _ADMIN, "building_lead")
IMPORT_OFFICIAL = Permission.of("deliberation:official-result:import", _ADMIN)
RAISE_OBJECTION = Permission.of("deliberation:objection:raise", *_EVERYONE)
ANSWER_OBJECTION = Permission.of("deliberation:objection:answer", _ADMIN)
