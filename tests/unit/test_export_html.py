"""The page: self-contained, safe with any words, complete, and readable without its script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests import dam
from tests.hostile import hostile
from tests.pages import page, render
from tests.records import Desk, excerpts_only, utterance, witness
from variorum.exports import Surface, html


def test_page_asks_for_nothing() -> None:
    """There is no element that loads, and no address but fragments of the page itself."""
    found = page(dam.record())
    loads = {"img", "link", "iframe", "object", "embed", "form", "base", "audio", "video"}
    assert not loads & {tag for tag, _ in found.elements}
    for _, attributes in found.elements:
        assert "src" not in attributes
        assert attributes.get("href", "#").startswith("#")
    assert "http://" not in render(dam.record())
    assert "https://" not in render(dam.record())


def test_policy_allows_only_the_pages_own_style_and_script() -> None:
    """The content security policy names the hashes of the one style and the one script."""
    markup = render(dam.record())
    (policy,) = [
        a["content"] for a in page(dam.record()).all("meta") if a.get("http-equiv")
    ]  # fmt: skip
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", markup, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    for _, attributes in page(dam.record()).elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        "</p></td></table><h1>x",
        "\" onmouseover=\"x' autofocus='",
        "<!-- --> <![CDATA[ ]]> <?php",
        "&lt;b&gt; &amp;amp; &#60; x",
        "a\x00b\u2028c\u2029d\x1b[0m",
    ],
)
def test_words_can_never_become_mark_up(words: str) -> None:
    """The elements of the page are the same whatever the sources say; the words are shown."""
    plain = "x" * len(words)
    quiet, loud = page(hostile(plain)), page(hostile(words))
    assert [t for t, _ in loud.elements] == [t for t, _ in quiet.elements]
    assert [sorted(a) for _, a in loud.elements] == [sorted(a) for _, a in quiet.elements]
    markup = render(hostile(words))
    assert "\x00" not in markup
    assert "\u2028" not in markup
    shown = "".join(data for _, data in loud.words)
    assert words.replace("\x00", "␀").replace("\x1b", "␛").split("\u2028")[0] in shown


def test_ids_are_unique_and_every_link_arrives() -> None:
    """No id stands twice, and each fragment is the id of something."""
    found = page(dam.record())
    ids = [a["id"] for _, a in found.elements if "id" in a]
    assert len(ids) == len(set(ids))
    links = {a["href"].removeprefix("#") for a in found.all("a")}
    assert links <= set(ids)


def test_column_holds_every_word_of_its_witness() -> None:
    """Notes apart, a column is the text of its witness, block by block."""
    record = dam.record()
    found = page(record)
    for told in record.witnesses:
        around = {"note", "from", "facts", "chip"}
        words = found.inside("id", f"w-{told.siglum}", without=frozenset(around))
        words = re.sub(r"furniture, \d+ lines?", "", words)
        assert told.text is not None
        assert told.text.split() == words.split()[-len(told.text.split()) :]


def test_what_a_page_does_not_print_of_itself_says_its_ground() -> None:
    """Title and byline stand without a word where they are printed, else with their ground."""
    told = {"byline": ("Ada Quill",), "byline_basis": "metadata", "title_basis": "feed"}
    printed = {"byline": ("Tom Reed",), "byline_basis": "stated", "title_basis": "stated"}
    text = (("paragraph", "The ferry stays."),)
    on = Desk((witness("A", text, **told), witness("B", text, **printed)))
    facts = page(on.record(stories=(on.story("AB"),))).inside("class", "facts")
    assert "Ada Quill (from the page's own data) · title from its feed" in facts
    assert "(undated) · Tom Reed" in facts
    assert facts.count("from ") == 2


def test_overlapping_spans_are_runs_of_pieces() -> None:
    """Spans that cross are cut at all edges; each is the pieces that start inside it."""
    text = "one two three four five six"
    on = Desk((witness("A", (("paragraph", text),)), witness("B", (("paragraph", "other"),))))
    crossing = ("one two three", "three four five", "two three four", text, "two")
    single = [on.statement("A", words) for words in crossing]
    found = page(
        on.record(
            stories=(on.story("AB"),),
            statements=tuple(single),
            single=tuple(s.id for s in single),
        )
    )
    pieces = {
        int(around[-1][1]["data-at"]): data
        for around, data in found.words
        if around and "data-at" in around[-1][1]
    }
    assert "".join(pieces[at] for at in sorted(pieces)) == text
    for words in crossing:
        start, end = on.at("A", words)
        inside = "".join(pieces[at] for at in sorted(pieces) if start <= at < end)
        assert inside == words


def test_spans_over_two_blocks_are_lit_in_both() -> None:
    """A span that runs over a paragraph's end has pieces on both sides."""
    on = Desk((witness("A", (("paragraph", "“One."), ("paragraph", "“Two.”"))),))
    said = on.quotation("A", "One.\n\n“Two.", None)
    record = on.record(
        stories=(on.story("A"),), quotations=(said,), utterances=(utterance(on, None, (said,)),)
    )
    starts = [int(a["data-at"]) for a in page(record).all("span") if "data-at" in a]
    assert starts == [1, 7]


def test_furniture_is_folded_and_copies_say_where_from() -> None:
    """Furniture stands in closed details; a copied run is greyed with a line before it."""
    found = page(dam.record())
    folds = found.all("details", "furniture")
    assert len(folds) == 3
    assert all("open" not in fold for fold in folds)
    told = "words, same run of words as in A, not credited"
    assert found.inside("class", "from attribution whole") == f"20 {told}"
    assert found.inside("class", "from attribution") == f"28 {told}"
    assert found.all("span", "copied")


def test_what_was_lost_is_named_in_the_empty_cell() -> None:
    """A witness that lacks words says so where they would stand, by the kind of the difference."""
    markup = render(dam.record())
    empty = re.findall(r'<td class="none">.*?</td>', markup)
    named = [re.sub(r"<[^>]+>", "", cell) for cell in empty]
    assert named == [
        "— nothing here",
        "— nothing here ▲ shortened",
        "— nothing here ▲ hedge absent",
    ]


def test_a_record_without_texts_shows_its_excerpts() -> None:
    """Where texts are not kept, the excerpts stand in their order, and gaps are marked by style."""
    record = dam.record()
    blog = record.witnesses[2]
    kept = blog.blocks[2].span
    found = page(excerpts_only(record, {"C": (kept,)}))
    assert blog.text is not None
    assert blog.text[slice(*kept)] in found.inside("class", "excerpt", without=frozenset({"note"}))
    assert "keeps no words" in found.inside("id", "w-A")


def test_structure_for_those_who_listen() -> None:
    """Landmarks, one h1, no heading level skipped, captions, and headers with a scope."""
    found = page(dam.record())
    tags = [tag for tag, _ in found.elements]
    assert tags.count("h1") == tags.count("main") == tags.count("footer") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert tags.count("caption") == tags.count("table")
    assert all(a.get("scope") in ("row", "col") for a in found.all("th"))
    assert [a["href"] for a in found.all("a", "skip")] == ["#apparatus", "#texts"]
    assert any(a.get("aria-live") == "polite" for a in found.all("p"))


def test_words_carry_their_language_and_direction() -> None:
    """A witness's words have its language, and the browser finds their direction."""
    hebrew = witness("A", (("paragraph", "המים עלו"),), language="he")
    forged = witness("B", (("paragraph", "x"),), language='en" onclick="x')
    found = page(Desk((hebrew, forged)).record())
    assert [a["lang"] for a in found.all("div", "words")] == ["he", ""]
    assert {a["dir"] for a in found.all("div", "words")} == {"auto"}


def test_two_stories_stand_apart() -> None:
    """Two unrelated texts are two sections, and the heading says so."""
    on = Desk(tuple(witness(s, (("headline", f"Title {s}"),)) for s in ("A", "B")))
    found = page(on.record(stories=(on.story("A"), on.story("B"))))
    assert "Two witnesses · two stories" in "".join(data for _, data in found.words)
    assert len(found.all("section", "story")) == 2


def test_an_empty_record_is_a_page() -> None:
    """No witness at all is said, not raised."""
    assert "No witnesses · no stories" in render(Desk(()).record())


def test_surface_changes_nothing() -> None:
    """A page is a page, whatever terminal it was asked for from."""
    assert html.render(dam.record(), Surface(width=20, colour=True)) == render(dam.record())


def test_large_records_are_written_in_linear_time() -> None:
    """Fifty witnesses, one of two million characters with many spans, take seconds."""
    long = " ".join(f"word{at}" for at in range(200_000))
    texts = [long] + [f"text {at}" for at in range(49)]
    on = Desk(tuple(witness(f"W{at}", (("paragraph", t),)) for at, t in enumerate(texts)))
    words = long.split(" ")
    first = on.statement("W0", "word0 word1")
    start, singles = 0, []
    for at in range(0, 20_000, 2):
        end = start + len(words[at]) + 1 + len(words[at + 1])
        singles.append(replace(first, id=f"s{at}", spans=((start, end),)))
        start = end + 1
    story = replace(on.story(""), witnesses=tuple(w.id for w in on.witnesses))
    record = on.record(
        stories=(story,), statements=tuple(singles), single=tuple(s.id for s in singles)
    )
    assert len(render(record)) > 2_000_000
