"""Real processes for tests: the server, and a network between it and the phone."""
