"""The root of every error that this program raises on purpose. Each floor draws its own branch.

SpeakupError
├── ScenarioError       scenarios.faults: files, packs and stories of others
└── Trouble             trainer.errors: the store, a play, the command line
"""

from __future__ import annotations


class SpeakupError(Exception):
    """Something went wrong that a person can be told in one clear line; never a traceback."""
