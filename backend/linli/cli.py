"""The command line: assembles the commands, one file each in ``commands/``."""

import typer

from linli.commands.backup import backup
from linli.commands.check import check
from linli.commands.close_account import close_account
from linli.commands.create_community import create_community
from linli.commands.demo import demo
from linli.commands.import_ import import_
from linli.commands.invite import invite
from linli.commands.migrate import migrate
from linli.commands.restore import restore
from linli.commands.rotate_key import rotate_key
from linli.commands.serve import serve
from linli.commands.verify_file import verify
from linli.commands.worker import worker

COMMANDS = (
    serve,
    migrate,
    demo,
    create_community,
    import_,
    invite,
    close_account,
    worker,
    backup,
    restore,
    check,
    rotate_key,
    verify,
)

app = typer.Typer(
    name="linli",
    help="Linli, the working tool of a neighbourhood that governs itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,
)
for command in COMMANDS:
    app.command(command.__name__.strip("_").replace("_", "-"))(command)
