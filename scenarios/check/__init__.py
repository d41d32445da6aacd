"""Checks of whole scenarios: structure, content and what the scorer makes of them."""

from scenarios.check.run import Checked, Counts, Progress, check, counts, examine, library_files

__all__ = ["Checked", "Counts", "Progress", "check", "counts", "examine", "library_files"]
