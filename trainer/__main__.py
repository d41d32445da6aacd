"""`python -m trainer` does what `speakup` does."""

from trainer.cli import main

main()
