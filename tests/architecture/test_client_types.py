"""The client's types are those of the API that is served."""

import json
import subprocess

from fastapi import FastAPI

from conftest import ROOT

TOOL = ROOT / "frontend" / "tools" / "types.mjs"


def test_the_clients_types_are_those_of_the_served_document(bare_app: FastAPI) -> None:
    served = json.dumps(bare_app.openapi())
    command = ["node", str(TOOL), "--check"]
    told = subprocess.run(command, input=served, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
