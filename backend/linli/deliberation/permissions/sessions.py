"""What may be done about ``sessions``, and which roles may do it."""
