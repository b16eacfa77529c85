"""Tables of this context's part ``representatives``."""

from linli.deliberation.models.representatives import election, mandate, secret_ballot

TABLES = (election, mandate, secret_ballot)
