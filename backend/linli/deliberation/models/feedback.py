"""Tables of this context's part ``feedback``."""
