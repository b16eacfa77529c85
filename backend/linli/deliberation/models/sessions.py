"""Tables of this context's part ``sessions``."""
