"""`variorum serve`: pages over a library."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import click

from variorum.cli.library import Library, library_option
from variorum.cli.limits import limits_from
from variorum.cli.options import seconds_option
from variorum.cli.writing import AMOUNT
from variorum.errors import SetupError

if TYPE_CHECKING:
    from starlette.applications import Starlette

# Seconds that open requests have to end in, and how many there may be at once.
GRACE = 5
MOST_REQUESTS = 200


@click.command()
@library_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; the default is reached from this machine only.",
)
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="0: any free."
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A host name under which others reach it, as through a proxy; may be given again.",
)
@click.option(
    "--token",
    envvar="VARIORUM_TOKEN",
    show_envvar=True,
    metavar="WORDS",
    help="What allows to write: 16 characters or more. Where others reach the server nothing is"
    " written without one.",
)
@click.option(
    "--text",
    type=AMOUNT,
    help="How much of the witnesses' words is given.  [default: full on the pages of one's own"
    " machine, spans in exports and wherever others reach the server]",
)
@click.option("--max-bytes", type=click.IntRange(1), help="The largest text or file, in bytes.")
@click.option("--max-upload", type=click.IntRange(1), help="The largest request, in bytes.")
@seconds_option
def serve(
    library: Library, *, host: str, port: int, max_upload: int | None, **options: Any
) -> None:
    """Serve the library as pages, and under /api/v1 to programs, until Ctrl-C.

    The library is made where there is none. On one's own machine there is no account: whoever
    is on it may read texts into the library and rule. See docs/serve.md before others reach it.
    """
    from variorum.web import application
    from variorum.web.settings import Settings

    given = {name: options[name] for name in ("names", "text")}
    if max_upload is not None:
        given["most_bytes"] = max_upload
    token, limits = options["token"] or None, limits_from(options)
    settings = Settings(host=host, token=token, limits=limits, **given)
    _run(application(library, settings), host, port)


def _run(app: Starlette, host: str, port: int) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_REQUESTS,
    )
    with _listening(host, port) as opened:
        click.echo(f"http://{_shown(host)}:{opened.getsockname()[1]}/", err=True)
        uvicorn.Server(config).run(sockets=[opened])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens already: whoever reads the address may ask at once.

    Raises:
        SetupError: there is no such address here, or another program listens there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SetupError(f"{host}, port {port}: cannot be listened on ({reason})") from error


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
