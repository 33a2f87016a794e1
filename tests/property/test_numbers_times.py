"""Any text at all: languages, names, numbers, times and statements answer and never raise."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.articles import article
from variorum.annotate.names import find_mentions
from variorum.annotate.statements import find_statements
from variorum.annotate.stating.numbers import find_quantities
from variorum.annotate.times import find_times
from variorum.languages import detect, find
from variorum.languages.en import read_dates
from variorum.model.spans import covers

ENGLISH = find("en")
SCRAPS = (
    "on Thursday", "last month", "next spring", "12", "May", "2019", "1,000", "%", "$", "two",
    "million", "Mr Varga", "Ilona Varga", "said", "not", "will", "of", "van", "the", "Feb. 30",
    "9 December 2022", "2022-12-09", "04:25 GMT", "“", "”", "'s", "U.S.", "-", ".", ", ", "\n",
    "the week of", "end of the", "fortnight", "last decade", "previous", "00:10", "from", "to",
    "Friday", "the 5th", "a week", "before", "Christmas", "at 8", "morning", "31/12/2021",
    "\u2028", "\x00", "İ", "ß", "ǅ", "٣", "²", "\ud800", "港", "ﬁ",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join),
)
DATES = st.dates(min_value=date(1000, 1, 1)).map(date.isoformat)


@given(TEXTS)
def test_dates_are_real_days_at_spans_within_the_text(text: str) -> None:
    """Whatever is read is a day of the calendar, inside the text."""
    detect(text)
    for (start, end), edtf, precision in read_dates(text):
        assert 0 <= start < end <= len(text)
        if precision in {"day", "minute", "second"}:
            date.fromisoformat(edtf[:10])


@given(DATES)
def test_every_date_is_read_back(iso: str) -> None:
    """A date written out in English or ISO is read as itself."""
    day = date.fromisoformat(iso)
    month = next(name for name, number in ENGLISH_MONTHS if number == day.month)
    for text in (iso, f"{day.day} {month.title()} {day.year:04}"):
        assert [edtf for _, edtf, _ in read_dates(text)] == ([iso] if day.year < 3000 else [])


ENGLISH_MONTHS = sorted(
    ENGLISH.months.items() if ENGLISH else (), key=lambda item: (-len(item[0]), item[0])
)


@given(TEXTS, st.none() | DATES)
def test_times_are_apart_and_in_order(text: str, published: str | None) -> None:
    """Times lie in the body, in order, apart, as EDTF, and are the same when read again."""
    made = article(text, published=published)
    found = find_times(made, ENGLISH)
    assert found == find_times(made, ENGLISH)
    ends = [0, *(time.span[1] for time in found)]
    assert all(end <= time.span[0] < time.span[1] for end, time in zip(ends, found, strict=False))
    assert all(parse_edtf(time.edtf) and time.basis for time in found)


@given(TEXTS, st.booleans())
def test_quantities_are_finite_and_in_the_span(text: str, known: bool) -> None:
    """Quantities lie within the span they were asked of."""
    span = (len(text) // 4, len(text))
    for quantity in find_quantities(text, span, ENGLISH if known else None):
        assert span[0] <= quantity.span[0] < quantity.span[1] <= span[1]
        assert 0 <= quantity.value < float("inf")


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_digits_are_read_as_the_number_they_write(number: int) -> None:
    """Plain and grouped digits have one value."""
    for digits in (f"{number} boats", f"{number:,} boats"):
        (quantity,) = find_quantities(digits, (0, len(digits)), ENGLISH)
        assert quantity.value == number


@given(TEXTS, st.booleans())
def test_mentions_and_statements_are_exact(text: str, known: bool) -> None:
    """Mentions are apart and in order; statements stay inside their sentences."""
    made = article(text)
    language = ENGLISH if known else None
    sentences = tuple(block.span for block in made.blocks)
    found = find_mentions(made, sentences, language)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(found))
    assert all(m.name and m.span[0] < m.span[1] for m in found)
    times = find_times(made, language)
    for statement in find_statements(
        made, sentences=sentences, quotations=(), times=times, language=language
    ):
        inside = [s for s in sentences if all(covers(s, span) for span in statement.spans)]
        assert len(inside) == 1
        assert statement.id
