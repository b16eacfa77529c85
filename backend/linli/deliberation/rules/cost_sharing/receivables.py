"""An adopted scheme becomes a frozen list of what is due."""

from typing import Any

from linli.deliberation.rules.canonical import digest
from linli.deliberation.rules.cost_sharing.scheme import Computed

VERSION = "1"


def receivable_list(computed: Computed) -> dict[str, Any]:
    """What every home and every payer owes, as one document of strings (RFC 8785).

    It holds household codes and fen, no names; a decision binds all owners (Civil Code, art. 280).
    Homes that owe nothing stand in it with 0, so that nobody seems forgotten.
    """
    payments = computed.payments
    return {
        "v": VERSION,
        "net_fen": str(sum(one.net.net_fen for one in computed.shares)),
        "homes_fen": {code: str(fen) for code, fen in payments.homes_fen.items()},
        "payers_fen": {payer: str(fen) for payer, fen in payments.payers_fen.items()},
    }


def receivable_digest(document: dict[str, Any]) -> str:
    """SHA-256 of the list, in hexadecimal; published with the adoption."""
    return digest(document)
