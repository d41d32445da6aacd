"""Verdicts outside of play: as JSON Lines for a program, explained for a person, and as a report card."""
