"""The HTTP API for tests: over a library of invented pages, its readings on a thread."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace

from starlette.applications import Starlette
from starlette.routing import Mount

from variorum.model.limits import Limits
from variorum.stores import Store
from variorum.web.api import routes
from variorum.web.api.jobs import Jobs, listen


@dataclass(frozen=True)
class Served:
    """How the API of a test is served."""

    limits: Limits = field(default_factory=Limits)
    most_bytes: int = 1_000_000
    shown: str = "spans"
    shared: str = "spans"


@contextmanager
def api(store: Store, served: Served | None = None) -> Iterator[Starlette]:
    """Yield an application with nothing but the API over a library."""
    served = served or Served()
    app = Starlette(routes=[Mount("/api/v1", routes=routes)])
    app.state.desk = SimpleNamespace(store=store, settings=served)
    jobs = Jobs(served.limits)
    with ThreadPoolExecutor(1, initializer=listen, initargs=(jobs.steps,)) as threads:
        jobs.run_on(threads)
        app.state.jobs = jobs
        yield app
