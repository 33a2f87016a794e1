"""A library served for tests, its readings on a thread."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from starlette.applications import Starlette

from variorum.web import application
from variorum.web.desk import Desk
from variorum.web.jobs import Jobs
from variorum.web.settings import Settings

HOST = "http://127.0.0.1"


@asynccontextmanager
async def _lasting(app: object) -> AsyncIterator[None]:
    """Leave the desk open when one of the clients ends."""
    yield


@contextmanager
def serving(library: Path, settings: Settings | None = None) -> Iterator[Starlette]:
    """Yield the application over a library; ask it at ``HOST``, by as many clients as it takes."""
    settings = settings or Settings()
    app = application(library, settings)
    app.router.lifespan_context = _lasting
    desk: Desk = app.state.desk
    with ThreadPoolExecutor(1) as threads:
        desk.jobs = Jobs(settings.most_waiting, threads)
        yield app
        desk.close()
