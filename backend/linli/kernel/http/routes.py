"""Walking the routes of an app, wherever a router was included."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from linli.kernel.http.permitted import Declaration, declared


@dataclass(frozen=True)
class ServedRoute:
    """One route as it is served: its whole path, its methods and what it declares."""

    path: str
    methods: frozenset[str]
    declarations: tuple[Declaration, ...]
    in_schema: bool
    name: str


def served_routes(app: FastAPI) -> Iterator[ServedRoute]:
    """Every route of the app."""
    for context in iter_route_contexts(app.routes):
        dependant: Dependant | None = getattr(context, "dependant", None)
        yield ServedRoute(
            getattr(context, "path_format", "") or getattr(context, "path", ""),
            frozenset(getattr(context, "methods", None) or ()),
            tuple(_declarations(dependant)) if dependant else (),
            bool(getattr(context, "include_in_schema", False)),
            str(getattr(context, "name", "")),
        )


def _declarations(dependant: Dependant) -> Iterator[Declaration]:
    """Who may call, as declared by a dependency of the route or of one of its dependencies."""
    for part in dependant.dependencies:
        if declared(part.call):
            yield part.call
        else:
            yield from _declarations(part)
