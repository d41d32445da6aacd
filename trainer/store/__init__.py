"""What is kept of the sessions, on this machine only: SQLite in the user's data folder."""

from trainer.store.none import NoStore
from trainer.store.opening import Opened, open_store
from trainer.store.rows import Contest, SessionRow
from trainer.store.store import Store

__all__ = ["Contest", "NoStore", "Opened", "SessionRow", "Store", "open_store"]
