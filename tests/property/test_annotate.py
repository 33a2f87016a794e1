"""The annotate stage on any text at all."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.marks import find_marks
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import identity
from variorum.model.spans import covers

_WORDS = st.sampled_from(
    """said says Poe Mary he she they it the council told reporters that “ ” ‘ ’ " ' , . : ; ? ! —
    according to asked whether was quoted as saying adding and but not denied plans Mr Ms in a
    statement Monday «  » ( ) who which added when 語 £5 \n “No,” “Yes.” officials report … -- We I
    """.replace("\\n", "\n").split(" ")
)
TEXTS = st.one_of(st.lists(_WORDS, max_size=60).map(" ".join), st.text(max_size=120))
LANGUAGES = st.sampled_from(["en", None, "fr", "zz"])


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_every_span_is_in_range_and_in_order(text: str, language: str | None) -> None:
    """Any text is annotated without an error, with spans that lie in it, ordered, not empty."""
    found = Annotate()(article(text, language=language))
    for quotation in found.quotations:
        for spans in (quotation.spans, quotation.marks, quotation.cue):
            assert list(spans) == sorted(spans)
            assert all(0 <= s < e <= len(text) for s, e in spans)
        assert quotation.spans
        assert quotation.speaker is None or quotation.speaker.name
        assert all(any(covers(s, m) for s in quotation.spans) for m in quotation.marks)
    assert list(found.sentences) == sorted(found.sentences)


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_all_that_stands_in_marks_is_in_a_quotation(text: str, language: str | None) -> None:
    """No stretch in marks is lost, and no two quotations hold the same words."""
    made = article(text, language=language)
    found = Annotate()(made).quotations
    for marked in find_marks(text, (b.span for b in made.body())):
        assert any(covers(s, marked.inner) for q in found for s in q.spans)
    spans = sorted(s for q in found for s in q.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_sentences_hold_every_character_but_white_space(text: str, language: str | None) -> None:
    """The sentences of the body, one after the other, leave out nothing but white space."""
    made = article(text, language=language)
    kept = "".join(text[s:e] for s, e in Annotate()(made).sentences)
    body = "".join(text[slice(*b.span)] for b in made.body())
    assert "".join(kept.split()) == "".join(body.split())


@settings(deadline=None)
@given(TEXTS)
def test_equal_input_gives_equal_output_with_true_ids(text: str) -> None:
    """Two runs agree, each id is the hash of what it names, and links point at real ids."""
    made = article(text)
    found: AnnotatedArticle = Annotate()(made)
    assert found == Annotate()(made)
    ids = {q.id for q in found.quotations}
    assert len(ids) == len(found.quotations)
    for quotation in found.quotations:
        assert quotation.id == identity(quotation, {made.id: made})
        assert quotation.turn is None or quotation.turn in ids
        assert quotation.answers is None or quotation.answers in ids
