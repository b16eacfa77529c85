"""Every workload on both databases, as one table: ``python benchmarks/run.py [workload ...]``."""

import importlib
import sys

from stage import KINDS, stage
from table import HEAD

WORKLOADS = (
    "hot_reads",
    "durable_writes",
    "ballots",
    "cost_plans",
    "roster_import",
    "growth",
    "first_load",
)


def main(wanted: list[str]) -> None:
    """Run the wanted workloads, or all."""
    print(HEAD)
    for name in wanted or WORKLOADS:
        for kind in KINDS:
            with stage(kind) as staged:
                for result in importlib.import_module(name).run(staged):
                    print(result.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
