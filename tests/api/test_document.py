"""The whole API against its own document: whatever is sent, answers are as described, never a 5xx.

``LINLI_FUZZ=500`` tries harder.
"""

import os
import zlib
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.conftest import Neighbourhood
from linli.config import Settings
from linli.main import create_app

EXAMPLES = int(os.environ.get("LINLI_FUZZ", "6"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ENDS_SESSIONS = {"sign_out", "end_session", "change_password"}
"""Operations that would sign the test itself out; they get a caller without a session."""


DOCUMENT = create_app(Settings()).openapi()
api = schemathesis.openapi.from_dict(DOCUMENT)


@api.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_the_document_says(case: Case, neighbourhood: Neighbourhood) -> None:
    meet_real_things(case, neighbourhood)
    headers = {"X-Linli": "1"}
    definition = case.operation.definition.raw
    if definition["operationId"] not in ENDS_SESSIONS:
        headers["Cookie"] = cookie_for(case, definition, neighbourhood)
    response = case.call(base_url=neighbourhood.server.url, headers=headers)
    case.validate_response(response, checks=CHECKS)


def meet_real_things(case: Case, neighbourhood: Neighbourhood) -> None:
    """Replace made-up ids by real ones, all but now and then."""
    parameters = case.path_parameters or {}
    chance = zlib.crc32(repr(sorted(parameters.items())).encode())
    for name in parameters:
        real = neighbourhood.ids.get(name, [])
        if name == "community_id":
            parameters[name] = neighbourhood.community_id
        elif real and chance % 4:
            parameters[name] = real[chance % len(real)]


def cookie_for(case: Case, definition: dict[str, Any], neighbourhood: Neighbourhood) -> str:
    """Somebody who may do this, mostly."""
    roles = sorted(set(definition.get("x-roles", [])) & set(neighbourhood.cookies))
    roles = roles or ["community_admin"]
    chance = zlib.crc32(repr(case.body).encode())
    return neighbourhood.cookies[roles[chance % len(roles)]]
