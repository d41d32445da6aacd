"""Players that play by themselves: they drive the real engine, with words that they type."""

from trainer.simulate.result import Landed, Result, Visit
from trainer.simulate.run import simulate

__all__ = ["Landed", "Result", "Visit", "simulate"]
