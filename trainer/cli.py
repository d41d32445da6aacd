"""The command line. A command is imported when it is called, and imports what it needs itself."""

from __future__ import annotations

import importlib
import os
import sys

import click

from trainer.guard import PipeClosedError, guarded

COMMANDS = (
    *("play", "drill", "list", "score"),
    *("new", "check", "simulate", "contested", "map", "preview", "schema", "import-twee"),
    *("add", "packs", "remove"),
    *("sources", "progress", "export", "wipe"),
)
"""In the order in which help shows them; each is `trainer.commands.NAME`, with `_` for `-`."""


class Commands(click.Group):
    """The commands, each in a file of its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Name the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"trainer.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a closed pipe is left to the guard, which ends as other programs do."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosedError from None


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="speakup")
@click.pass_context
def speakup(context: click.Context) -> None:
    """Practise the hardest sentences in therapy. Without a command, opens the trainer."""
    if os.environ.get("NO_COLOR"):
        context.color = False
    if context.invoked_subcommand is None:
        from trainer.commands.play import open_screens

        open_screens()


def main() -> None:
    """Run the command line and end the program."""
    sys.exit(guarded(lambda: speakup.main(prog_name="speakup", standalone_mode=False)))
