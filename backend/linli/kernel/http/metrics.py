"""Figures for Prometheus. Routes are named by template, so no id becomes a label."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)


class Metrics:
    """The figures of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        labels = ("method", "route")
        self._known: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self.requests = Counter(
            "linli_requests", "Requests answered", (*labels, "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "linli_request_seconds",
            "Time to answer",
            labels,
            buckets=BUCKETS,
            registry=self.registry,
        )

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request; an invented method is counted as ``other``."""
        known = method if method in METHODS else "other"
        found = self._known.get((known, route, status))
        if found is None:
            found = self._known[known, route, status] = self._figures(known, route, status)
        found[0].inc()
        found[1].observe(seconds)

    def _figures(self, method: str, route: str, status: int) -> tuple[Counter, Histogram]:
        """Looking labels up takes longer than counting; there are as many as routes."""
        counted = self.requests.labels(method, route, str(status))
        return counted, self.seconds.labels(method, route)

    def text(self) -> bytes:
        """The Prometheus text format."""
        return generate_latest(self.registry)
