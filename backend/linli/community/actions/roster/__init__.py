"""Bringing a roster in: receive, map, plan, decide, apply, cancel."""
