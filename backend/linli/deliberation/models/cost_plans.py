"""Tables of this context's part ``cost_plans``."""
