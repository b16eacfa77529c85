"""Tables of this context's part ``representatives``."""

from linli.deliberation.models.representatives import election, mandate, message, secret_ballot

TABLES = (election, mandate, message, secret_ballot)
