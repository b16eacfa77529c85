"""What may be done about ``proposals``, and which roles may do it."""
