"""Tables of this context's part ``representatives``."""
