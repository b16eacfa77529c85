"""The API as the tests walk it: its routes, its document, its roles."""

from typing import Any

from linli.config import Settings
from linli.kernel.http.routes import served_routes
from linli.main import create_app

APP = create_app(Settings())
ROUTES = [route for route in served_routes(APP) if route.methods]
BUILT_IN = {"openapi"}
"""The document itself, which FastAPI serves; it holds nothing that the client's code doesn't."""
PUBLIC = {"/healthz", "/readyz", "/metrics"}
DOCUMENT: dict[str, Any] = APP.openapi()
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
ROLES = {
    "community_admin",
    "social_worker",
    "building_lead",
    "volunteer",
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
}
