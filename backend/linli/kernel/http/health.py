"""Whether the server lives, whether it can serve, and its figures for the operator's Prometheus."""

from ipaddress import ip_address, ip_network

from fastapi import APIRouter, Depends, Request, Response

from linli.kernel.db.migrate import has_newest_schema
from linli.kernel.http.metrics import Metrics
from linli.kernel.http.permitted import Anyone
from linli.kernel.problems import Problem, not_found

router = APIRouter(include_in_schema=False, dependencies=[Depends(Anyone())])


@router.get("/healthz")
async def healthz() -> Response:
    """200 as long as the process answers."""
    return Response("ok", media_type="text/plain")


@router.get("/readyz")
async def readyz(request: Request) -> Response:
    """200 when the database is reachable and has the newest schema, else 503."""
    if not await has_newest_schema(request.app.state.database, request.app.state.newest_revision):
        raise Problem(503, "not_ready")
    return Response("ready", media_type="text/plain")


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Prometheus figures, for the networks of ``metrics_networks`` only."""
    networks = [ip_network(network) for network in request.app.state.settings.metrics_networks]
    caller = request.client.host if request.client else ""
    if not any(_is_in(caller, network) for network in networks):
        raise not_found()
    figures: Metrics = request.app.state.metrics
    return Response(figures.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _is_in(caller: str, network: object) -> bool:
    try:
        return ip_address(caller) in network  # type: ignore[operator]  # v4 or v6 network
    except ValueError:
        return False
