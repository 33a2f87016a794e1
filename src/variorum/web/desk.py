"""What all pages share: the library, the readings that run beside it, and the key of the forms."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from starlette.requests import Request

from variorum.stores import open_store
from variorum.web.api.jobs import Jobs
from variorum.web.readings import Readings
from variorum.web.settings import Settings

if TYPE_CHECKING:
    from starlette.applications import Starlette


class Desk:
    """What all pages and the API share.

    Args:
        library: where the library is; it is made where there is none.
        settings: how it is served.

    Raises:
        SetupError: the library cannot be opened.
    """

    def __init__(self, library: Path | str, settings: Settings) -> None:
        self.store = open_store(library, create=True)
        self.settings = settings
        self.readings = Readings(library, settings)
        self.jobs = Jobs(settings.limits)
        self.key = secrets.token_bytes(32)

    def close(self) -> None:
        """Let go of the library and of what runs beside it."""
        self.readings.close()
        self.jobs.close()
        self.store.close()


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """Close the desk of an application when it ends."""
    try:
        yield
    finally:
        app.state.desk.close()


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that a request came to."""
    return cast(Desk, request.app.state.desk)
