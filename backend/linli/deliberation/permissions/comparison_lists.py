"""What may be done about ``comparison_lists``, and which roles may do it."""
