"""What every store answers, and what it forgets: one test over the whole drawer."""

from __future__ import annotations

import hashlib

import pytest

from tests.libraries import keep, move
from tests.records import Desk
from variorum.errors import InputError
from variorum.model.identity import sign
from variorum.model.library import Wanted
from variorum.model.record import Rejected
from variorum.stores import Store

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday.\nMayor Rask thanked nobody."
BARGE = "Barge sinks off Torvik\nNobody saw the barge go down.\nThe café at the quay is shut."
URL = "https://corran.example/wells"
# The same question in the query language of each store.
SYNTAX = {"SqliteStore": "nob* OR barge", "PostgresStore": "nob:* | barge"}


def sha256(text: str) -> str:
    """Return the hash of the capture that ``keep`` makes of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def test_search_finds_verbatim_words(store: Store) -> None:
    """A find shows exact words of the text, with the places that match; accents do not count."""
    keep(store, WELL)
    keep(store, BARGE, source="b.txt")
    with store.reading() as view:
        (find,) = view.search("CAFE quay")
        assert find.words == "The café at the quay is shut."
        assert [BARGE[slice(*match)] for match in find.matches] == ["café", "quay"]
        assert BARGE[slice(*find.span)] == find.words
        assert find.stories == ("story-one",)
        assert [f.holding.source for f in view.search("nobody")] == ["b.txt", "a.txt"]
        assert [f.holding.source for f in view.search('"thanked nobody"')] == ["a.txt"]
        assert view.search("nobody", most=1)[0].holding.source == "b.txt"


def test_a_find_shows_where_most_of_the_words_stand(store: Store) -> None:
    """One line with all words goes before the first match; the rarer words before common ones."""
    page = (
        "To read this page sign in to the site\n"
        "Harbour talks go on\n"
        "The port has asked the town to wait for the dredger to return.\n"
        "It has no plans to sell the quay, it told the board.\n"
        "The quay is to be mended."
    )
    keep(store, page)
    with store.reading() as view:
        for typed, shown in (
            ("plans to sell", "It has no plans to sell the quay, it told the board."),
            ("to dredger plans the", "The port has asked the town to wait for the dredger"),
            ("quay mended", "The quay is to be mended."),
            ("harbour", "Harbour talks go on"),
        ):
            (find,) = view.search(typed)
            assert find.words.startswith(shown), typed
            assert all(page[slice(*m)].casefold() in typed for m in find.matches)
            assert find.words == page[slice(*find.span)]


@pytest.mark.parametrize(
    "typed",
    ["nobody OR wells", "NOT barge", "noth*", "text:nobody", "nobody) OR (barge", "NEAR(a b)"],
)
def test_search_takes_no_syntax_unasked(store: Store, typed: str) -> None:
    """What a person types are words; a query language is only spoken where it is asked for."""
    keep(store, WELL)
    keep(store, BARGE, source="b.txt")
    with store.reading() as view:
        assert view.search(typed) == ()


@pytest.mark.parametrize("typed", ['"', '""', "—", "\0", "a" * 10_000, "' OR 1=1 --", '"nobody'])
def test_search_bears_any_words(store: Store, typed: str) -> None:
    """Whatever is typed finds something, nothing, or is refused as no word."""
    keep(store, WELL)
    with store.reading() as view:
        try:
            view.search(typed)
        except InputError as error:
            assert "word" in str(error)  # noqa: PT017 - either is right


def test_bad_syntax_is_said(store: Store) -> None:
    """A query in the store's language that breaks it is an error of the input."""
    keep(store, WELL)
    with store.reading() as view:
        (find,) = view.search(SYNTAX[type(store).__name__], syntax=True)
        assert [find.words[m[0] - find.span[0] : m[1] - find.span[0]] for m in find.matches] == [
            "nobody"
        ]
        with pytest.raises(InputError, match="cannot be searched for"):
            view.search("AND AND", syntax=True)


def test_stories_are_asked_for(store: Store) -> None:
    """Stories are found by day and by words; an id by its beginning."""
    keep(store, WELL, published="2031-05-09")
    keep(store, BARGE, source="b.txt", story="storm-two", published="2031-05-11")
    with store.reading() as view:
        assert [s.title for s in view.stories(Wanted())] == [
            "Barge sinks off Torvik",
            "Well at Lodz Bay sealed",
        ]
        assert [s.story for s in view.stories(Wanted(since="2031-05-10"))] == ["storm-two"]
        assert [s.story for s in view.stories(Wanted(words="wells Rask"))] == ["story-one"]
        assert len(view.stories(Wanted(most=1))) == 1
        assert view.stories(Wanted(speaker="Rask")) == ()
        assert view.page("storm-").line.story == "storm-two"
        for wrong in ("stor", "story-three", "s%____", ""):
            with pytest.raises(InputError):
                view.page(wrong)


def test_rejections_and_inputs_are_kept_once(store: Store) -> None:
    """The same rejection twice is one row, and a file taken in is known."""
    row = sign(Rejected(id="", source="a.png", stage="read", reason="no text"), {})
    with store.writing() as writer:
        writer.begin("0", "reader")
        writer.reject(row)
        writer.reject(row)
        writer.done("0" * 64, "a.png")
        writer.finish()
    with store.reading() as view:
        assert view.has_input("0" * 64)
    assert store.forget("a.png").captures == 0
    with pytest.raises(InputError, match="nothing of that name"):
        store.forget("a.png")


def test_forgotten_is_forgotten(store: Store) -> None:
    """A source goes with all that rests on it; its story stays with the others, to be composed."""
    keep(store, WELL, published="2031-05-09")
    keep(store, BARGE, source="b.txt", published="2031-05-11")
    with store.writing(1) as writer:
        writer.keep_record("story-one", Desk(()).record(), 2)
    gone = store.forget("a.txt")
    assert (gone.captures, gone.articles, gone.stories) == (1, 1, ("story-one",))
    with store.reading() as view:
        assert view.search("nobody")[0].holding.source == "b.txt"
        assert view.search("wells") == ()
        assert view.captures("a.txt") == ()
        assert view.record("story-one") is None
        assert view.page("story-one").line.title == "Barge sinks off Torvik"
        assert [story for story, _ in view.stale()] == ["story-one"]
    assert store.faults() == ()
    assert store.forget(sha256(BARGE)[:8]).stories == ()
    with store.reading() as view:
        assert view.stories(Wanted()) == ()
    assert store.faults() == ()


def test_story_does_not_lead_to_one_that_is_gone(store: Store) -> None:
    """With the last article of a story go all that were merged into it, however deep."""
    keep(store, WELL, story="story-six")
    for gone, into in (("story-six", "story-two"), ("story-two", "story-one")):
        with store.reading() as view:
            (article,) = view.members(gone)
        with store.writing(1) as writer:
            writer.moved([move(article.id, into, "merged", before=gone)])
    assert store.forget("a.txt").stories == ()
    assert store.faults() == ()
    with store.reading() as view, pytest.raises(InputError, match="no such story"):
        view.page("story-six")


def test_forgetting_by_a_hash_takes_one(store: Store) -> None:
    """The beginning of a hash that several captures have removes none of them."""
    texts, at = {}, 0
    while sha256(f"Report {at}")[:6] not in texts or at < 2:
        texts[sha256(f"Report {at}")[:6]] = f"Report {at}"
        at += 1
    first, second = texts[sha256(f"Report {at}")[:6]], f"Report {at}"
    keep(store, first)
    keep(store, second, source="b.txt")
    with pytest.raises(InputError, match="several captures begin so"):
        store.forget(sha256(first)[:6])
    assert store.forget(sha256(first)).captures == 1


def test_forgetting_a_version_brings_back_the_one_before(store: Store) -> None:
    """Of a page whose last version is forgotten by its hash the earlier one is current again."""
    old = keep(store, WELL, source=URL)
    keep(store, BARGE, source=URL)
    store.forget(sha256(BARGE))
    with store.reading() as view:
        assert [a.id for a in view.members("story-one")] == [old]
    assert store.faults() == ()


def test_file_goes_with_all_it_held(store: Store) -> None:
    """The name of a feed names every article that came out of it, and no other file's."""
    keep(store, WELL, source="feed.rss#1")
    keep(store, BARGE, source="feed.rss_old#1")
    with store.reading() as view:
        assert [c.source for c in view.captures("feed.rss")] == ["feed.rss#1"]
    assert store.forget("feed.rss").captures == 1
    with store.reading() as view:
        assert view.captures("feed.rss_old#1")


def test_a_witness_is_found_by_its_id_and_its_hash(store: Store) -> None:
    """The page of a witness has its text, all versions at its address, and its stories."""
    first = keep(store, WELL, source=URL, story="story-well")
    second = keep(store, WELL + "\nA fifth is open.", source=URL, story="story-well")
    other = keep(store, BARGE, source="b.txt", story="story-barge")
    with store.reading() as view:
        page = view.witness(second)
        assert page.article.text.endswith("A fifth is open.")
        assert page.size == len(WELL + "\nA fifth is open.")
        assert [h.article for h in page.versions] == [first, second]
        assert [line.story for line in page.stories] == ["story-well"]
        assert view.witness(sha256(BARGE)[:12]).holding.article == other
        assert view.witness(other).versions == (view.witness(other).holding,)
        for nobody in ("", "nobody", "0" * 64, "%"):
            with pytest.raises(InputError, match="no such witness"):
                view.witness(nobody)


def test_stories_are_found_by_what_stands_in_them(store: Store) -> None:
    """Hashes of captures, ids of articles, outlets and days lead to stories."""
    well = keep(store, WELL, story="story-well", published="2031-05-09")
    keep(store, BARGE, source="b.txt", story="story-barge", published="2031-05-11")
    with store.reading() as view:
        assert [s.story for s in view.stories_of([sha256(BARGE), "0" * 64])] == ["story-barge"]
        assert [s.story for s in view.stories_with([well])] == ["story-well"]
        assert view.stories_of([]) == view.stories_with([]) == ()
        assert view.outlets(["story-well", "story-barge"]) == {"story-well": (), "story-barge": ()}
        assert view.stories(Wanted(outlet="nobody")) == ()
        until = view.stories(Wanted(until="2031-05-10"))
        assert [s.story for s in until] == ["story-well"]
        after = ("2031-05-11", "story-barge")
        assert [s.story for s in view.stories(Wanted(after=after))] == ["story-well"]


def test_names_are_found_by_a_word(store: Store) -> None:
    """Names of those who are quoted are found by a whole word of theirs, and no other names."""
    article = keep(store, WELL)
    with store.writing() as writer:
        for number, (name, folded) in enumerate(
            (("Ada Rask", " ada rask "), ("Rasko", " rasko ")), 1
        ):
            writer._run("INSERT INTO names VALUES (?, ?, ?)", (number, name, folded))
        writer._run("INSERT INTO named VALUES (1, 'speaker', 1)", ())
        writer._run("INSERT INTO named VALUES (2, 'place', 1)", ())
    with store.reading() as view:
        assert view.named_like("speaker", "rask") == ("Ada Rask",)
        assert view.named_like("place", "rask") == ()
        assert view.named_like("speaker", "%") == ()
        assert view.articles_of("speaker", "ADA Rask") == {article}
        assert view.articles_of("place", "Ada Rask") == view.articles_of("speaker", "Ada") == set()


def test_lists_go_on_after_a_row(store: Store) -> None:
    """A list that is asked for in parts has every row once, also when a story arrives between."""
    days = ("2031-05-09", None, "2031-05-10", "2031-05-09", None)
    for at, day in enumerate(days):
        keep(store, f"Well {at} sealed", source=f"{at}.txt", story=f"story-{at}", published=day)
    with store.reading() as view:
        whole = view.stories(Wanted())
        found = view.search("sealed")
    assert len(whole) == len(found) == len(days)
    told = [whole[0]]
    keep(store, "Well 9 sealed", source="9.txt", story="story-9", published="2031-05-11")
    while told[-1] != whole[-1]:
        with store.reading() as view:
            last = told[-1]
            (more,) = view.stories(Wanted(most=1, after=(last.last, last.story)))
        told.append(more)
    assert tuple(told) == whole
    with store.reading() as view:
        rest = view.search("sealed", after=found[1].holding.article)
    assert rest == found[2:]
