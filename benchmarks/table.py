"""How a result is told: the measured rate, the limit of the same run, their ratio, the bar."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """One workload on one database.

    Attributes:
        what: the workload.
        kind: the database.
        measured: rate, time or size, in the unit ``what`` names.
        limit: the same for the limit measured in the same run; ``None`` where the bar is absolute.
        bar: the ratio (or size) to reach.
        at_most: whether the bar is an upper one.
    """

    what: str
    kind: str
    measured: float
    limit: float | None
    bar: float
    at_most: bool = False
    cpu: tuple[float, float] | None = None
    """Microseconds of processor for one, ours and the limit's; told beside, never judged."""

    @property
    def ratio(self) -> float:
        """Measured to limit; the measured figure itself where there is no limit."""
        return self.measured if self.limit is None else self.measured / self.limit

    @property
    def holds(self) -> bool:
        """Whether the bar is reached."""
        return self.ratio <= self.bar if self.at_most else self.ratio >= self.bar

    def line(self) -> str:
        """One line of the table."""
        limit = "" if self.limit is None else f"{self.limit:,.1f}"
        sign = "≤" if self.at_most else "≥"
        verdict = "holds" if self.holds else "MISSED"
        cpu = "" if self.cpu is None else f"{self.cpu[0]:,.0f}/{self.cpu[1]:,.0f}"
        part = "" if self.cpu is None else f"{self.cpu[1] / self.cpu[0]:.2f}"
        return (
            f"{self.what:<42}{self.kind:<12}{self.measured:>10,.1f}{limit:>10}"
            f"{self.ratio:>8.2f}  {sign} {self.bar:<6} {verdict:<8}{cpu:>14}{part:>7}"
        )


HEAD = (
    f"{'workload':<42}{'database':<12}{'measured':>10}{'limit':>10}{'ratio':>8}  {'bar':<17}"
    f"{'CPU µs':>14}{'ratio':>7}"
)
