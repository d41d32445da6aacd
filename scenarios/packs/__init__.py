"""Packs: scenarios of somebody else, as a folder or a zip with a `pack.yaml`.

A pack is data and is treated as if it came from an enemy. Only texts are taken from
it, each read by the same loader as any scenario; nothing in it is ever run. What is
installed is written anew, under names of our own making, into a folder of its own,
which appears whole or not at all. No scenario of a pack can take the place of
another.
"""
