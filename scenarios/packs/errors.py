"""The error that packs are refused with."""

from __future__ import annotations

from scenarios.faults import ScenarioError


class PackError(ScenarioError):
    """A pack that is none, is not to be trusted, or cannot be put in place."""
