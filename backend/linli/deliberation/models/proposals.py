"""Tables of this context's part ``proposals``."""
