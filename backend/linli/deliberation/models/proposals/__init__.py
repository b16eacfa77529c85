"""Tables of this context's part ``proposals``."""

from linli.deliberation.models.proposals import amendment, comment, proposal, speaking

TABLES = (amendment, comment, proposal, speaking)
