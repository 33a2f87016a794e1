"""Pages and an HTTP API over a library, for one desk on one machine or a small team."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import SetupError
from variorum.web.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette

EXTRA = "variorum[web]"
_NEEDS = ("jinja2", "python_multipart", "sqlalchemy", "starlette", "uvicorn")


def require() -> None:
    """Raise where what serves is not installed.

    Raises:
        SetupError: it names all that is missing, and what installs it.
    """
    missing = [name for name in _NEEDS if find_spec(name) is None]
    if missing:
        raise SetupError(f'serve needs {", ".join(missing)}: pip install "{EXTRA}"')


def application(library: Path | str, settings: Settings | None = None) -> Starlette:
    """Return the application that serves a library.

    ``app.state.desk`` is the :class:`variorum.web.desk.Desk` that pages and API share.

    Args:
        library: its file, or the address of a server; it is made where there is none.
        settings: how it is served.

    Raises:
        SetupError: what it needs is not installed, or the library cannot be opened.
    """
    require()
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Mount

    from variorum.web import pages
    from variorum.web.api import routes as api
    from variorum.web.desk import Desk, lifespan
    from variorum.web.guard import Guard

    settings = settings or Settings()
    app = Starlette(
        routes=[Mount("/api/v1", routes=api), *pages.routes()],
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers=pages.HANDLERS,
        lifespan=lifespan,
    )
    app.state.desk = Desk(library, settings)
    return app
