"""Tables of this context's part ``comparison_lists``."""
