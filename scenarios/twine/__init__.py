"""Brings a Twine story in: its passages and links as the skeleton of a scenario, for its author to fill."""
