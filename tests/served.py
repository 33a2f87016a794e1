"""A library that is served, for tests: readings run beside it in a thread, not in a process."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.libraries import keep
from variorum.model.record import Record
from variorum.web import application
from variorum.web.desk import Desk
from variorum.web.jobs import Jobs
from variorum.web.settings import Settings

TOKEN = "a-word-of-sixteen-letters"
_FORM = re.compile(r'name="form" value="(\w+)"')


@dataclass(frozen=True, slots=True)
class Served:
    """A browser, as it were, before a served library."""

    client: TestClient
    desk: Desk

    def get(self, address: str, **options: Any) -> Any:
        """Ask for a page."""
        return self.client.get(address, **options)

    def form(self, address: str = "/read") -> str:
        """Return the token of a form that a page gives out."""
        found = _FORM.search(self.get(address).text)
        assert found, address
        return found[1]

    def send(self, address: str, fields: dict[str, Any], *, page: str = "", **options: Any) -> Any:
        """Send a form as the page (or the one at the same address) gives it out."""
        data = {"form": self.form(page or address)} | fields
        return self.client.post(address, data=data, **options)

    def read(self, *texts: str) -> str:
        """Paste texts, and return the address of the story they make."""
        answer = self.send("/read", {"text": list(texts), "address": [""] * len(texts)})
        assert answer.status_code == 200, answer.text
        address: str = answer.url.path
        return address

    def keep(self, record: Record, text: str = "A wall\nIt stands.") -> str:
        """Give a story this record, whatever its article, and return the story's address."""
        keep(self.desk.store, text)
        with self.desk.store.reading() as view:
            ((story, mark),) = view.stale()
        with self.desk.store.writing() as writer:
            writer.keep_record(story, record, mark)
        return f"/stories/{story}"


@contextmanager
def served(
    folder: Path,
    settings: Settings | None = None,
    *,
    base: str = "http://localhost",
    executor: Executor | None = None,
    address: str | None = None,
) -> Iterator[Served]:
    """Serve an empty library, the client a browser on the same machine."""
    settings = settings or Settings()
    library = address or folder / "library.sqlite"
    app = application(library, settings)
    desk: Desk = app.state.desk
    beside = executor or ThreadPoolExecutor(1)
    desk.jobs = Jobs(settings.most_waiting, beside)
    with TestClient(app, base_url=base, raise_server_exceptions=False) as client:
        yield Served(client, desk)
    beside.shutdown()


def parts_of(page: str) -> Sequence[str]:
    """Return what the form that rules offers as parts."""
    return re.findall(r'name="part" value="([^"]+)"', page)
