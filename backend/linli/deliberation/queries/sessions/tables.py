"""The tables of sessions, as statements name them."""

from linli.deliberation.models.session_outcome import (
    ActionItem,
    ActionStep,
    Decision,
    MinutesPhoto,
    MinutesSignature,
    MinutesVersion,
)
from linli.deliberation.models.session_room import (
    DeskStep,
    Hand,
    HandCount,
    Motion,
    SessionAttendance,
    SessionMandate,
    SpeakingRequest,
)
from linli.deliberation.models.sessions import (
    AgendaItem,
    AgendaReport,
    DeliberationSession,
    SessionStep,
)
from linli.kernel.db.rows import table

sessions = table(DeliberationSession)
session_steps = table(SessionStep)
agenda = table(AgendaItem)
agenda_reports = table(AgendaReport)
attendances = table(SessionAttendance)
session_mandates = table(SessionMandate)
desk_steps = table(DeskStep)
requests = table(SpeakingRequest)
motions = table(Motion)
hands = table(Hand)
hand_counts = table(HandCount)
minutes = table(MinutesVersion)
photos = table(MinutesPhoto)
signatures = table(MinutesSignature)
decisions = table(Decision)
actions = table(ActionItem)
action_steps = table(ActionStep)
