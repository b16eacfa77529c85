"""Imports every table class, so that ``metadata`` is whole wherever the whole is needed."""

from linli.care.models import (
    canvass,
    care_task,
    door_visit,
    grievance,
    lift_stoppage,
    need_suggestion,
    person_account,
    register,
    register_duty,
)
from linli.community import models as community
from linli.deliberation import models as deliberation
from linli.identity import models as identity
from linli.kernel.attachments import models as attachments
from linli.kernel.facts import models as facts
from linli.kernel.http import idempotency
from linli.kernel.vault import models as vault
from linli.kernel.work import models as work

ALL_TABLES = (
    canvass,
    care_task,
    door_visit,
    grievance,
    lift_stoppage,
    need_suggestion,
    person_account,
    register,
    register_duty,
    community,
    deliberation,
    identity,
    attachments,
    facts,
    idempotency,
    vault,
    work,
)
