"""Whatever bytes a server sends, fetching gives a page or says why not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.misbehaving import PAGE, Server, answer, fetcher, serving
from variorum.errors import VariorumError
from variorum.model.limits import Limits


@pytest.fixture(scope="module")
def one_server() -> Iterator[Server]:
    """Return a server for all examples."""
    with serving() as running:
        yield running


HEADERS = st.sampled_from(
    ["Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding", "Location", "ETag",
     "Retry-After", "Last-Modified", "Connection", "Set-Cookie", "Upgrade"]
)  # fmt: skip
ODD = ["gzip", "br", "chunked", "deflate, gzip", "/", "//", "http://[", "0", "-1", "9" * 30]
LATIN = st.text(st.characters(min_codepoint=1, max_codepoint=255), max_size=20)
VALUES = st.one_of(st.sampled_from(ODD), LATIN)
ANSWERS = st.builds(
    lambda status, headers, body: answer(body, f"{status} x", **headers),
    st.integers(100, 999),
    st.dictionaries(HEADERS.map(lambda name: name.replace("-", "_")), VALUES, max_size=4),
    st.sampled_from([b"", PAGE, b"5\r\nhello\r\n0\r\n\r\n", b"\x1f\x8b\x08"]),
)
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FEW
@given(sent=st.one_of(st.binary(max_size=200), ANSWERS), there=st.one_of(st.none(), ANSWERS))
def test_any_answer_is_a_page_or_an_error_of_ours(
    one_server: Server, sent: bytes, there: bytes | None
) -> None:
    """No bytes, as a page or as robots.txt, raise anything but what a caller can expect."""
    one_server.paths.clear()
    if there is not None:
        one_server.on("/robots.txt", there)
    address = one_server.on("/", sent)
    fetch = fetcher(attempts=1, read_seconds=0.5, limits=Limits(bytes=10_000))
    told = address
    try:
        found = fetch.get(address).capture.data
    except VariorumError as error:
        told, found = str(error), PAGE
    assert told.startswith(address)
    assert 0 < len(found) <= 10_000
