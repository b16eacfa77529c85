"""Ballot rounds as the API reads and writes them."""
