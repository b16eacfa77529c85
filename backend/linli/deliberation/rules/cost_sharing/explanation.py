"""One home's share told as steps, from which the client makes "the formula in words"."""

from collections.abc import Iterator, Mapping

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.cost import Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.own_part import own_part
from linli.deliberation.rules.cost_sharing.reductions import Reduction
from linli.deliberation.rules.cost_sharing.scheme import Computed, Scheme
from linli.deliberation.rules.cost_sharing.shares import Shares
from linli.deliberation.rules.cost_sharing.step import Step, StepKind


def explain(scheme: Scheme, computed: Computed, code: str) -> list[Step]:
    """Every figure between the cost and what one home pays, in the order a person reads it.

    Owners may see how common charges are reckoned (物业管理条例, art. 6).

    Raises:
        RuleBrokenError: ``home_unknown``.
    """
    if code not in computed.shares_fen:
        raise RuleBrokenError("home_unknown", home=code)
    steps = [step for one in computed.shares if code in one.fen for step in _cost(one, code)]
    steps += [_reduction(one) for one in scheme.reductions if one.home == code]
    pays = computed.payments.homes_fen[code]
    return [*steps, Step(StepKind.PAYS, {"fen": pays})]


def _cost(shares: Shares, code: str) -> Iterator[Step]:
    home = next(home for home in shares.cost.homes if home.code == code)
    yield Step(StepKind.COST, {"scope": shares.cost.scope, "fen": shares.net.total_fen})
    for source in shares.net.taken:
        yield Step(StepKind.LESS_SOURCE, {"kind": source.kind.value, "fen": source.amount_fen})
    yield Step(StepKind.NET, {"fen": shares.net.net_fen})
    if home.exempt:
        yield Step(StepKind.EXEMPT, {})
    else:
        yield from own_part(shares.cost, home)
    yield Step(StepKind.SHARE, _share(shares, home))


def _share(shares: Shares, home: Home) -> Mapping[str, int | str]:
    """Exact share as a fraction of fen, what it rounds down to, and the fen it got on top."""
    fen, whole = shares.fen[home.code], sum(shares.weights.values())
    own = shares.weights[home.code]
    if shares.cost.method is Method.MANUAL or whole == 0:
        return {"fen": fen}
    exact = shares.net.net_fen * own
    return {
        "numerator": exact,
        "denominator": whole,
        "rounded_down_fen": exact // whole,
        "extra_fen": fen - exact // whole,
        "fen": fen,
    }


def _reduction(reduction: Reduction) -> Step:
    return Step(StepKind.LESS_REDUCTION, {"payer": reduction.payer, "fen": reduction.amount_fen})
