"""The command line: one file per command, each a thin layer over the library."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from variorum import __version__
from variorum.cli.batch import batch
from variorum.cli.changes import changes
from variorum.cli.diff import diff
from variorum.cli.doctor import doctor
from variorum.cli.export import export
from variorum.cli.forget import forget
from variorum.cli.ingest import ingest
from variorum.cli.read import read
from variorum.cli.rule import rule, rulings
from variorum.cli.schema import schema
from variorum.cli.search import search
from variorum.cli.serve import serve
from variorum.cli.settings import read_settings
from variorum.cli.show import show
from variorum.cli.stories import stories
from variorum.cli.verify import verify
from variorum.errors import VariorumError

log = logging.getLogger("variorum")

SETTINGS = "variorum.toml"
# Libraries whose logs tell of texts, or of headers, line by line.
_CHATTY = (
    "trafilatura", "htmldate", "charset_normalizer", "courlan", "justext", "httpcore", "protego",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="variorum", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", count=True, help="Say more on standard error; twice: everything.")
@click.option("-q", "--quiet", is_flag=True, help="Say only errors.")
@click.pass_context
def variorum(context: click.Context, verbose: int, quiet: bool) -> None:
    """Print several outlets' reports of one event side by side: who said what, in whose words.

    Settings come from the options, then from variorum.toml in the current folder.
    """
    level = logging.ERROR if quiet else max(logging.WARNING - 10 * verbose, logging.DEBUG)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Printable("variorum: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    context.obj, context.default_map = read_settings(Path(SETTINGS), variorum.commands)


for command in (
    *(read, diff, export, rule, rulings, verify, schema, batch),
    *(ingest, stories, show, search, changes, forget, doctor, serve),
):
    variorum.add_command(command)


class _Printable(logging.Formatter):
    """Keeps control characters, which a file's name may hold, from the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message with every character that cannot be printed replaced."""
        message = super().format(record)
        return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in message)


def main() -> None:
    """Run the command line; exit 1 on an error of the input, 2 on bad usage."""
    try:
        sys.exit(variorum(standalone_mode=False))
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except VariorumError as error:
        log.error("%s", error)
        sys.exit(1)
    except Exception as error:
        log.error("a fault of the program, please report it: %r; -vv shows where", error)
        log.debug("where", exc_info=error)
        sys.exit(1)
