"""The HTTP API keeps to its own description, whatever it is asked (schemathesis)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import make_dataclass, replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.libraries import FERRY, library, story_of
from tests.serving import serving
from variorum.model.limits import Limits
from variorum.web.api.description import describe
from variorum.web.api.operations import Operation
from variorum.web.api.table import OPERATIONS
from variorum.web.settings import Settings

TOKEN = "a token of some length"
GIVEN = {"authorization": f"Bearer {TOKEN}"}
Clash = make_dataclass("Stories", [("name", str)])
SETTINGS = settings(
    max_examples=int(os.environ.get("VARIORUM_API_EXAMPLES", "5")),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Starlette]:
    """Yield the API over a library, with a job that is done; ``app.state.parts`` names both."""
    folder = tmp_path_factory.mktemp("served")
    store = library(folder)
    story = story_of(store, "Morwenna")
    store.close()
    limits = Limits(bytes=20_000, witnesses=3, seconds=10, run_seconds=20)
    settings = Settings(host="testserver", token=TOKEN, limits=limits)
    with serving(folder / "library.sqlite", settings) as app:
        sent = {"texts": [{"text": FERRY}]}
        wait = {"prefer": "respond-async"}
        job = (
            TestClient(app, headers=GIVEN)
            .post("/api/v1/read", json=sent, headers=wait)
            .json()["id"]
        )
        app.state.parts = {"story": story, "job": job, "name": "Corran"}
        yield app


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("asked", OPERATIONS, ids=lambda asked: asked.name)
def test_api_is_as_it_is_described(
    served: Starlette, asked: Operation, mode: GenerationMode
) -> None:
    """No request ends in a fault; each answer has a status, type and form that is described."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", served)
    operation = schema[asked.path][asked.method]
    try:
        cases = operation.as_strategy(generation_mode=mode)
    except Unsatisfiable:
        return

    @settings(SETTINGS)
    @given(case=cases)
    def check(case: Case[Any]) -> None:
        if mode is GenerationMode.POSITIVE:
            case.path_parameters = {n: served.state.parts[n] for n in case.path_parameters or {}}
        case.call_and_validate(headers=GIVEN, excluded_checks=[positive_data_acceptance])

    check()


def test_description_is_openapi(served: Starlette) -> None:
    """The document names every operation once, and every schema it points at is there."""
    told = TestClient(served, headers=GIVEN).get("/api/v1/openapi.json")
    document = told.json()
    names = [op["operationId"] for path in document["paths"].values() for op in path.values()]
    assert len(names) == len(set(names)) > 10
    pointed = {part.split('"')[0] for part in told.text.split('"#/components/schemas/')[1:]}
    assert pointed <= set(document["components"]["schemas"])


def test_names_of_schemas_do_not_clash() -> None:
    """Two nouns of one name would be one schema: that is refused."""
    clashing = replace(OPERATIONS[0], takes=Clash)
    with pytest.raises(ValueError, match="Stories"):
        describe([clashing])
