"""The words of care tasks and assistance visits, as the API and the database write them."""

from typing import Literal

Part = Literal["morning", "afternoon", "evening", "day"]
"""When on a day help is expected; ``day`` is any time of it."""

Origin = Literal["once", "recurring", "lift_stoppage", "by_hand"]
"""What a task comes from."""

Step = Literal["offered", "assigned", "accepted", "done", "cancelled"]
"""Where a task stands, lateness apart."""

TaskStatus = Literal["offered", "assigned", "accepted", "done", "overdue", "escalated", "cancelled"]
"""Where a task stands, as the API tells it."""

TaskVerb = Literal[
    "offered",
    "assigned",
    "accepted",
    "declined",
    "handed_over",
    "visited",
    "reminded",
    "to_building_lead",
    "to_social_worker",
    "done",
    "cancelled",
]
"""What can happen to a task."""

HelpOutcome = Literal["done", "partly", "not_needed", "nobody_home", "refused"]
"""What came of an assistance visit."""
