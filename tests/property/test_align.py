"""What must hold of any alignment, whatever the texts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stated import stated
from variorum.align import Align
from variorum.align.copies import find_copies
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import Noun, sign
from variorum.model.spans import overlap
from variorum.model.spoken import is_spoken
from variorum.model.story import Alignment, Story
from variorum.model.words import words_in

WORDS = [
    "the", "a", "of", "in", "not", "four", "4", "12", "refinery", "valley", "Lodz", "Torvik",
    "leaked", "closed", "rivers", "wells", "said", "on", "mayor", "harbour", "road", "“words",
    "quoted”", "repaired", "volunteers", "oil", "火", "事", "‘", "é",
]  # fmt: skip
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
# One event, told in other words.
TELLINGS = [
    "Ferry strikes old pier at Velm",
    "A ferry struck the old pier at Velm on its way home.",
    "The old pier at Velm was rammed by a ferry.",
    "Nine people were hurt when the ferry ran into the pier.",
    "The crash at the pier left 12 injured.",
    "Velm will close its harbour to ferries.",
    "The harbour of Velm is closed to ferries.",
]
STORIES = st.lists(TEXTS, max_size=5, unique=True)


def aligned(texts: list[str]) -> tuple[Alignment, list[AnnotatedArticle]]:
    """Return the alignment of some texts and the articles it was made of."""
    articles = [stated(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    witnesses = tuple(sorted(a.article.id for a in articles))
    return Align()(sign(Story(id="", witnesses=witnesses), {}), articles), articles


@given(STORIES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_witnesses_says_nothing(texts: list[str], shuffled: object) -> None:
    """Equal witnesses in another order give an equal alignment."""
    first, articles = aligned(texts)
    shuffled.shuffle(articles)  # type: ignore[attr-defined]
    assert Align()(first.story, articles) == first


@given(
    st.lists(st.lists(st.sampled_from(TELLINGS), min_size=1, max_size=4), min_size=3, max_size=5),
    st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None)
def test_what_is_joined_by_nearness_does_not_hang_on_order(
    told: list[list[str]], shuffled: object
) -> None:
    """One event told in other words, several times over, is grouped alike in any order."""
    texts = [f"Page {at}\n" + "\n".join(lines) for at, lines in enumerate(told)]
    first, articles = aligned(texts)
    shuffled.shuffle(articles)  # type: ignore[attr-defined]
    assert Align()(first.story, articles) == first


@given(STORIES)
@settings(max_examples=60, deadline=None)
def test_copied_words_are_equal_and_in_range(texts: list[str]) -> None:
    """Both sides of a copy hold the same words, in two witnesses, at spans of their texts."""
    found, articles = aligned(texts)
    text_of = {a.article.id: a.article.text for a in articles}
    for copy in found.copies:
        sides = [text_of[p.witness][slice(*p.span)] for p in (copy.from_, copy.to)]
        forms = [[word.form for word in words_in(side)] for side in sides]
        assert forms[0] == forms[1]
        assert forms[0]
        assert copy.from_.witness != copy.to.witness


@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_a_planted_run_is_found_whole(text: str, before: int, after: int) -> None:
    """A run of real prose is found with exactly its words, whatever stands around it."""
    run = "crews pumped seven lorries of contaminated gravel out of a flooded cellar overnight"
    one = stated(f"{'qu ' * before}{run} ja\n{text}")
    other = stated(f"{text}\n{'xi ' * after}{run} vo", source="b.txt")
    sides = [
        item.article.text[slice(*side.span)]
        for copy in find_copies((one, other))
        for side in (copy.from_, copy.to)
        for item in (one, other)
        if item.article.id == side.witness
    ]
    assert sides.count(run) >= 2


@given(STORIES)
@settings(max_examples=60, deadline=None)
def test_every_statement_is_related_or_single(texts: list[str]) -> None:
    """No statement is lost: it is in a relation, single, or in a print that is listed itself.

    Such a print is one of a shared utterance, or direct speech.
    """
    found, articles = aligned(texts)
    related = {r.statement for relation in found.relations for r in relation.readings}
    prints = {q.id: q for a in articles for q in a.quotations}
    shared = [
        prints[key]
        for utterance in found.utterances
        if len({prints[key].witness for key in utterance.prints}) > 1
        for key in utterance.prints
    ]
    shared += filter(is_spoken, prints.values())
    said = {
        s.id
        for a in articles
        for s in a.statements
        for q in shared
        if q.witness == s.witness and any(overlap(x, y) for x in s.spans for y in q.spans)
    }
    everything = {s.id for a in articles for s in a.statements}
    kept = related | set(found.single)
    assert kept <= everything
    assert everything - kept <= said
    assert related.isdisjoint(found.single)
    for relation in found.relations:
        witnesses = [r.witness for r in relation.readings]
        assert len(witnesses) > 1
        assert len(set(witnesses)) == len(witnesses)
        assert 1 <= relation.origins <= len(witnesses)
        assert 0 < relation.score <= 1
        assert relation.reasons


@given(STORIES)
@settings(max_examples=60, deadline=None)
def test_ids_are_unique_and_origins_rest_on_known_things(texts: list[str]) -> None:
    """No two objects share an id, and an origin names only what the alignment holds."""
    found, _ = aligned(texts)
    objects: tuple[Noun, ...] = (
        *found.utterances, *found.relations, *found.copies, *found.origins, *found.omissions,
        *found.events, *found.flags,
    )  # fmt: skip
    ids = [item.id for item in objects]
    assert len(set(ids)) == len(ids)
    known = {u.id for u in found.utterances} | {r.id for r in found.relations}
    for origin in found.origins:
        assert set(origin.of) <= known
        assert set(origin.witnesses) <= set(found.story.witnesses)
