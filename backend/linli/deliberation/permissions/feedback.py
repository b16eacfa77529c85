"""What may be done about ``feedback``, and which roles may do it."""
