"""The words of the assistance register, as the API and the database write them (glossary)."""

from typing import Literal

from linli.care.rules.visit_words import HelpKind

NeedKind = HelpKind
"""爬楼搀扶, 物资代购, 药品代取, 上门慰问, out of the building with company, anything else."""

Urgency = Literal["low", "normal", "urgent"]

Basis = Literal["consent", "emergency"]
"""By what right a need is kept (PIPL 29; 13 for an emergency that threatens life)."""

NeedStatus = Literal["active", "withdrawn", "ended"]

GivenHow = Literal["spoken_at_door", "signed", "own_phone"]
GivenBy = Literal["self", "guardian"]

EndReason = Literal[
    "withdrawn",
    "no_longer_needed",
    "moved_away",
    "died",
    "helped_otherwise",
    "mistake",
    "replaced",
    "end_date",
    "review_missed",
    "no_consent",
]
"""Why a need ended. Fixed words: free text could keep what is being erased."""

GivenEndReason = Literal[
    "no_longer_needed", "moved_away", "died", "helped_otherwise", "mistake", "review_missed"
]
"""Those that a social worker may give."""

SuggestionSource = Literal["door_visit", "roster"]
SuggestionOutcome = Literal["confirmed", "dismissed", "expired"]

DutyKind = Literal[
    "review_due",
    "consent_due",
    "review_missed",
    "no_consent",
    "task_escalated",
    "follow_up",
    "help_refused",
]
"""What waits for the social worker."""
