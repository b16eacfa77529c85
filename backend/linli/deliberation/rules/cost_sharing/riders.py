"""Who rides how far: the ground of the incremental method."""

from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from linli.deliberation.rules.cost_sharing.home import Home


def riders_by_step(homes: Iterable[Home], ground_floor: int) -> dict[int, int]:
    """How many paying homes ride up to each storey or past it, for every storey above the ground.

    Steps end at the highest storey of a home that pays, so no step is left without riders
    (Littlechild and Owen 1973, for the costs of an airport's runway).
    """
    on_floor = Counter(home.floor for home in homes if not home.exempt)
    top = max(on_floor, default=ground_floor)
    storeys = range(ground_floor + 1, top + 1)
    from_the_top = accumulate(on_floor[storey] for storey in reversed(storeys))
    return dict(zip(storeys, reversed(list(from_the_top)), strict=True))
