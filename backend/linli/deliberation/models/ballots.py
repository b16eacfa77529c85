"""Tables of this context's part ``ballots``."""
