"""Scenarios: what a role-play is, how it is read from a file, checked and found."""
