"""Rulings on the stories of a library: replayed when a story is composed, and never lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.libraries import AGAIN, FERRY, LATER, story_of, take, write
from tests.samples import as_json
from variorum.errors import InputError
from variorum.ingest import Stages, compose_waiting
from variorum.ingest.checking import faults
from variorum.ingest.ruling import decide
from variorum.model.limits import Limits
from variorum.model.record import Record
from variorum.model.rulings import Ruling
from variorum.review.deciding import Decision
from variorum.stores import Store


def record(store: Store) -> Record:
    """Return the record of the ferry's story."""
    with store.reading() as view:
        found = view.page(story_of(store, "Morwenna")).record
    assert found is not None
    return found


def rule(store: Store, verdict: str, subject: str, named: Sequence[str]) -> Ruling:
    """Rule on the ferry's story, and compose it anew."""
    when = "2031-05-20T12:00:00Z"
    decision = Decision(verdict=verdict, subject=subject, who="Ada Blom", when=when)
    made = decide(store, story_of(store, "Morwenna"), decision, named)
    compose_waiting(store, Stages(store, limits=Limits()), Limits())
    return made


def states(store: Store) -> list[tuple[str, str | None]]:
    """Return what was ruled on the ferry's story, with what became of it."""
    return [(r.verdict, r.state) for r in record(store).rulings]


def test_ruling_holds_when_a_witness_is_added(store: Store, tmp_path: Path) -> None:
    """A ruling changes the record, is told, stands beside a third witness, and is undone."""
    take(store, write(tmp_path / "in", ferry=FERRY, again=AGAIN))
    whole = max(record(store).utterances, key=lambda u: len(u.prints))
    assert len(whole.prints) > 1
    made = rule(store, "split", "print", [whole.id])
    assert whole.id not in {u.id for u in record(store).utterances}
    with store.reading() as view:
        told = view.changes()[0].told
    assert "prints split · Ada Blom" in told
    take(store, write(tmp_path / "in", later=LATER))
    assert len(record(store).witnesses) == 3
    assert states(store) == [("split", "applied")]
    assert not any(set(whole.prints) <= set(u.prints) for u in record(store).utterances)
    rule(store, "undo", "ruling", [made.id])
    assert states(store) == [("split", "undone"), ("undo", "applied")]
    assert any(set(whole.prints) <= set(u.prints) for u in record(store).utterances)
    with store.reading() as view:
        assert "state applied → undone" in view.changes()[0].told
    assert list(faults(store)) == []


def test_ruling_on_a_page_that_changed_waits(store: Store, tmp_path: Path) -> None:
    """What was ruled on an earlier version of a page is told, in the record and in the changes."""
    feed = tmp_path / "feed.jsonl"
    for text in (FERRY, FERRY.replace("twenty minutes", "thirty minutes")):
        title, _, rest = text.partition("\n")
        url = "https://corran.example/ferry"
        feed.write_bytes(as_json(title=title, text=rest.strip(), url=url))
        take(store, [str(feed)])
        if not record(store).rulings:
            rule(store, "reject", "quotation", [record(store).quotations[0].id])
            assert states(store) == [("reject", "applied")]
    assert states(store) == [("reject", "waiting")]
    with store.reading() as view:
        told = view.changes()[0].told
    assert "quotation rejected · Ada Blom" in told
    assert "state applied → waiting" in " ".join(told.split())
    assert list(faults(store)) == []


def test_wrong_ruling_is_refused(store: Store, tmp_path: Path) -> None:
    """An id of no part of the record makes no ruling, and nothing is kept."""
    take(store, write(tmp_path / "in", ferry=FERRY))
    with pytest.raises(InputError, match="no id in the record"):
        rule(store, "reject", "quotation", ["nosuchid"])
    with store.reading() as view:
        assert view.rulings() == ()
