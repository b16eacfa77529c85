"""Sharing by a table that someone wrote."""

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.cost import Cost


def by_table(cost: Cost, net_fen: int) -> dict[str, int]:
    """The table itself, once it is whole and adds up (Civil Code, art. 283: as agreed).

    Raises:
        RuleBrokenError: ``table_has_a_hole`` or ``table_names_strangers`` with household codes,
            ``table_negative``, ``table_charges_exempt``, or ``table_does_not_add_up`` with the
            difference in fen.
    """
    codes = {home.code for home in cost.homes}
    exempt = {home.code for home in cost.homes if home.exempt}
    table = cost.table_fen
    _refuse("table_has_a_hole", codes - table.keys())
    _refuse("table_names_strangers", table.keys() - codes)
    _refuse("table_negative", {code for code, fen in table.items() if fen < 0})
    _refuse("table_charges_exempt", {code for code in exempt if table[code]})
    if difference := sum(table.values()) - net_fen:
        raise RuleBrokenError("table_does_not_add_up", difference_fen=difference)
    return {home.code: table[home.code] for home in cost.homes}


def _refuse(code: str, homes: set[str]) -> None:
    if homes:
        raise RuleBrokenError(code, homes=sorted(homes))
