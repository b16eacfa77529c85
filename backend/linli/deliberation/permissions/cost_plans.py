"""What may be done about ``cost_plans``, and which roles may do it."""
