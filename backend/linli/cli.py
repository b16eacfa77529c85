"""The command line: assembles the commands, one file each in ``commands/``."""

import typer

from linli.commands.close_account import close_account
from linli.commands.create_community import create_community
from linli.commands.invite import invite
from linli.commands.migrate import migrate
from linli.commands.serve import serve

COMMANDS = (serve, migrate, create_community, invite, close_account)

app = typer.Typer(
    name="linli",
    help="Linli, the working tool of a neighbourhood that governs itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
for command in COMMANDS:
    app.command(command.__name__.replace("_", "-"))(command)
