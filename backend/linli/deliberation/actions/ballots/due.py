"""What of a round is due at a time, by kind."""

from typing import Final

OPEN: Final = "deliberation.ballot_round.open"
CLOSE: Final = "deliberation.ballot_round.close"
FINISH: Final = "deliberation.ballot_round.finish"
