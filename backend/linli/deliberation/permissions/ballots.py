"""What may be done about ``ballots``, and which roles may do it."""
