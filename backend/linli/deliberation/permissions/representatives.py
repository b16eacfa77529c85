"""What may be done about ``representatives``, and which roles may do it."""
