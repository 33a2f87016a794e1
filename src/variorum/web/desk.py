"""What pages and API share: the library, the jobs that run beside it, and the key of the forms."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from starlette.requests import Request

from variorum.model.article import Capture
from variorum.stores import open_store
from variorum.web.jobs import Job, Jobs
from variorum.web.reading import Done, TakeIn
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
        self._library = str(library)
        self.store = open_store(library, create=True)
        self.settings = settings
        self.jobs = Jobs(settings.most_waiting)
        self.key = secrets.token_bytes(32)

    def take_in(self, captures: Sequence[Capture] = (), *, then: str = "") -> Job[Done]:
        """Take captures into the library, and compose all stories that wait, beside the server.

        Args:
            captures: what arrived.
            then: the page that this leads to, "" for that of the story it makes.

        Raises:
            RetryError: too many readings wait.
        """
        work = TakeIn(self._library, self.settings.limits, tuple(captures))
        return self.jobs.submit(work, of=len(captures), then=then)

    async def wait(self, job: Job[Done]) -> bool:
        """Wait for a job as long as an answer may; tell whether it has ended."""
        return await self.jobs.wait(job, self.settings.patience)

    def close(self) -> None:
        """Let go of the library and of what runs beside it."""
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
