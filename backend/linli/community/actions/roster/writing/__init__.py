"""Writing what a plan says: sets of rows, a few statements, one transaction."""
