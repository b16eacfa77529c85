"""The command line: assembles the commands, one file each in ``commands/``."""

from collections.abc import Sequence
from importlib import import_module
from typing import Final

import typer

COMMANDS: Final = {
    "serve": "serve:serve",
    "migrate": "migrate:migrate",
    "demo": "demo:demo",
    "create-community": "create_community:create_community",
    "import": "import_:import_",
    "invite": "invite:invite",
    "close-account": "close_account:close_account",
    "worker": "worker:worker",
    "backup": "backup:backup",
    "restore": "restore:restore",
    "check": "check:check",
    "rotate-key": "rotate_key:rotate_key",
    "verify": "verify_file:verify",
}
"""By name: the module in ``commands/`` and the function in it, in the order of the help."""


def app_for(words: Sequence[str]) -> typer.Typer:
    """The command line for these words: with the command that they name, or with all.

    Loading all takes 2.8 s of processor time, ``verify`` alone 0.3 s.
    """
    app = typer.Typer(
        name="linli",
        help="Linli, the working tool of a neighbourhood that governs itself.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_show_locals=False,
    )
    # With one command only, its name would otherwise be taken for an argument.
    app.callback()(_nothing_before)
    named = words[0] if words else ""
    for name in [named] if named in COMMANDS else COMMANDS:
        module, function = COMMANDS[name].split(":")
        app.command(name)(getattr(import_module(f"linli.commands.{module}"), function))
    return app


def _nothing_before() -> None:
    """No command has anything to do before it."""
