"""Recomputes a ballot round from its archive: electorate, weights, ballots, log and tally.

It needs nothing but Python, no database and no server, and shares no line with what counts on the
server, so that each checks the other: ``python -m linli.commands.verify_archive FILE KEY``.
"""
