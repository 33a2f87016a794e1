"""How often the speaker of a quotation is right, by rule.

A quotation that we do not find, or give no speaker, counts as wrong. The speaker is that of our
quotation, of whatever use, with most characters in common with the one annotated.

**A name is right** where one of the two names holds all words of the other, the last word of the
name annotated (a surname; of ``Library of Esk`` the word ``Library``) among them; articles,
honorifics and words for roles are dropped first: ``President Poe``, ``Poe`` and ``Jo A. Poe``
name one person, ``Ann Poe`` another.

**LitBank.** Scored are the books held out: those with ``sha1(stem of the file) % 3 == 0``. Its
file prints one mention of each speaker; ``labels/litbank_names.tsv`` adds, as offsets (number of
the book, number of the speaker, start, end), how else its text calls the speaker: read off the
text and the annotation alone. The speaker printed is right where it names this speaker more fully
than any other speaker annotated in the book: by a whole mention, else by words in common that are
no articles or honorifics, an honorific in common counting as one word more, and two that clash
as another person. The narrator, whom LitBank calls so or by a pronoun, is ``I``. The text is put
together from its words; its rows are sentences, and one that begins with a quote mark begins a
paragraph.

**PolNeAR dev.** Of the direct contents (as in ``quotations``) the 150 with the smallest sha1 of
``document:start``. ``labels/polnear_speakers.tsv`` holds document, start and end of the content,
start and end of the speaker's fullest name in the document, without titles: labelled by reading,
before our code ran. The labeller's rules: the speaker is whom the text gives the words to, not
who reports them; a pronoun, role or ``the senator`` is resolved by the text; a letter, song or
tweet is its writer's or singer's; where several speak or write together each has a row, as has a
second spelling of a name, and any of them is right; a speaker known only by description (a
friend, a narrator of an advertisement, a ruling, protesters) is ``-1 -1``: right is then no
speaker, or the description as printed, of a quotation found.

**GUM.** Scored are attributions of documents with ``sha1(name) % 5 == 0`` whose signalled source
lies in a mention of a chain with a name, in the genres of written prose (academic, bio, news,
textbook, voyage: in the transcripts of courts, interviews and speeches a source is mostly ``I``).
A name is what Wikification gives, or the proper nouns about the head of a mention. The content is
the unit that the attribution belongs to and what hangs on that in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from itertools import groupby
from pathlib import Path

from tests.articles import article
from tests.quality.attributions import attributions
from tests.quality.quotations import documents
from variorum import languages
from variorum.annotate import Annotate
from variorum.languages import Language
from variorum.model.annotation import Quotation, Speaker
from variorum.model.spans import Span
from variorum.model.words import words_in

FLOORS = {
    "speakers, LitBank books held out: right": 0.605,
    "speakers, PolNeAR dev, 150 direct: right": 0.865,
    "speakers, GUM attributions to names: right": 0.42,
}
SCORED = (
    "annotate",
    "languages",
    "model/words",
    "weights/annotator.onnx",
    "weights/speakers.onnx",
    "tests/quality/attributions",
    "tests/quality/labels",
)
DATA = ("quotations/litbank", "quotations/polnear/dev", "gum")

_LABELS = Path(__file__).parent / "labels"
_CLOSERS = re.compile(r"[,.;:!?)\]”]|['’](s|m|d|ll|re|ve|t)?|n['’]t", re.IGNORECASE)
_OPENERS = frozenset("“‘([")
_QUOTES = ("“", "‘", '"')
_ARTICLES = frozenset(["a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "one"])
_SUFFIXES = frozenset({"jr", "sr"})
_NARRATOR = frozenset({"narrator", "i", "my", "our"})


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation of one text at ``span``, and the names of whoever may be its speaker."""

    text: str
    span: Span
    names: tuple[str, ...]


def scores(data: Path) -> dict[str, float]:
    """Return the fractions of quotations whose speaker is right.

    Args:
        data: the folder of data sets.
    """
    held_out = [book for book in books(data) if remainder(book.stem, 3) == 0]
    gum = [one for one in attributions(data / "gum") if remainder(one.document, 5) == 0]
    found = (
        [right for book in held_out for right in in_book(book)],
        [_is_named(case) for case in labelled(data)],
        [_is_named(Case(one.text, one.span, one.names)) for one in gum],
    )
    return {key: sum(part) / len(part) for key, part in zip(FLOORS, found, strict=True)}


def remainder(name: str, by: int) -> int:
    """Return the sha1 of a name modulo a number: what is held out goes by it."""
    return int(sha1(name.encode()).hexdigest(), 16) % by


@cache
def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what our rules find in a text, whatever its use."""
    return Annotate()(article(text)).quotations


def nearest(text: str, span: Span) -> Quotation | None:
    """Return our quotation with most characters in common with ``span``, the first of them."""
    return nearest_of(quotations(text), span)


def nearest_of(found: Sequence[Quotation], span: Span) -> Quotation | None:
    """Return that of some quotations with most characters in common with ``span``."""
    shared = [
        (sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in q.spans), -place, q)
        for place, q in enumerate(found)
    ]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] else None


# ------------------------------------------------------------------ names


def _is_named(case: Case) -> bool:
    """Tell whether our speaker is one of the names; without names, that we name nobody."""
    quotation = nearest(case.text, case.span)
    if quotation is None:
        return False
    speaker = quotation.speaker
    if not case.names:
        return speaker is None or _is_description(case.text, speaker)
    return speaker is not None and any(same(speaker.name, name) for name in case.names)


def same(ours: str, name: str) -> bool:
    """Tell whether two names are one, a surname alone included."""
    titles = _ARTICLES | _SUFFIXES | english().honorifics.keys()
    other = [form for form in forms(name) if form not in titles] or forms(name)
    dropped = (titles | english().role_nouns).difference(other)
    one = {form.removesuffix("'s") for form in forms(ours)} - dropped
    chief = other[: other.index("of")] if "of" in other[1:] else other
    return chief[-1:] != [] and chief[-1] in one and (one <= set(other) or set(other) <= one)


@cache
def english() -> Language:
    """Return what is known of English."""
    found = languages.find("en")
    assert found is not None
    return found


def forms(name: str) -> list[str]:
    """Return the words of a name in lower case, without points."""
    return [word.form.rstrip(".") for word in words_in(name)]


def _is_description(text: str, speaker: Speaker) -> bool:
    """Tell whether a speaker is only described, in the words that stand there."""
    printed = " ".join(text[slice(*speaker.span)].split()) if speaker.span else ""
    return speaker.how == "role" and speaker.name in printed


# ------------------------------------------------------------------ PolNeAR


def labelled(data: Path) -> Iterator[Case]:
    """Yield the labelled direct quotations of PolNeAR dev."""
    texts = {name: text for name, text, _ in documents(data / "quotations/polnear/dev")}
    for (name, start, end), rows in groupby(_table("polnear_speakers"), key=lambda row: row[:3]):
        spans = [(int(row[3]), int(row[4])) for row in rows]
        names = tuple(texts[name][slice(*span)] for span in spans if span[0] >= 0)
        yield Case(texts[name], (int(start), int(end)), names)


def _table(name: str) -> list[list[str]]:
    lines = (_LABELS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines]


# ------------------------------------------------------------------ LitBank


def books(data: Path) -> list[Path]:
    """Return the annotation files of LitBank, sorted."""
    return sorted((data / "quotations/litbank/tsv").glob("*.ann"))


def in_book(book: Path) -> Iterator[bool]:
    """Yield whether the speaker is right, for each quotation of a book."""
    text, cases = annotated(book)
    cast = cast_of(book, [speaker for _, speaker in cases])
    for span, speaker in cases:
        yield is_meant(nearest(text, span), speaker, cast)


def is_meant(quotation: Quotation | None, speaker: str, cast: dict[str, list[list[str]]]) -> bool:
    """Tell whether a quotation is given to a speaker of a book."""
    ours = quotation.speaker if quotation else None
    return ours is not None and meant(ours.name, cast) == speaker


def annotated(book: Path) -> tuple[str, list[tuple[Span, str]]]:
    """Return the text of a book, and its quotations with their speakers."""
    rows = [line.split(" ") for line in book.with_suffix(".txt").read_text("utf-8").split("\n")]
    text, starts = _joined(rows)
    spans, speakers = {}, {}
    for line in book.read_text("utf-8").splitlines():
        kind, key, *rest = line.split("\t")
        if kind == "ATTRIB":
            speakers[key] = rest[0]
        else:
            row, word, last_row, last = (int(place) for place in rest[:4])
            end = starts[last_row][last] + len(rows[last_row][last])
            spans[key] = (starts[row][word], end)
    return text, [(span, speakers[key]) for key, span in spans.items()]


def cast_of(book: Path, speakers: Iterable[str]) -> dict[str, list[list[str]]]:
    """Return the speakers of a book with the words of each of their mentions."""
    text = book.with_suffix(".txt").read_text("utf-8")
    cast = {}
    for speaker in sorted(set(speakers)):
        name, _, number = speaker.rpartition("-")
        chief = re.split(r"___|_(?:who|whose|with|of|in|at|that|which)_", name)[0]
        mentions = [forms(chief.replace("_", " "))]
        for row in _table("litbank_names"):
            if row[:2] == [book.stem.split("_")[0], number]:
                mentions.append(forms(text[int(row[2]) : int(row[3])]))
        cast[speaker] = mentions
    return cast


def meant(ours: str, cast: dict[str, list[list[str]]]) -> str | None:
    """Return the one speaker of a book whom a name fits best."""
    fits = {
        speaker: max(_fit(forms(ours), mention) for mention in mentions)
        for speaker, mentions in cast.items()
    }
    best = max(fits.values(), default=0)
    named = [speaker for speaker, fit in fits.items() if fit == best]
    return named[0] if best and len(named) == 1 else None


def _fit(ours: Sequence[str], mention: Sequence[str]) -> int:
    """Return how well a name fits a mention: the words in common, 0 where it does not."""
    if set(mention) <= _NARRATOR:
        return int(bool(ours) and set(ours) <= _NARRATOR)
    one, other = _owned(ours) - _ARTICLES, _owned(mention) - _ARTICLES
    if one == other and (one or set(ours) == set(mention)):
        return 99
    titles = english().honorifics.keys()
    clash = one & titles and other & titles and not one & other & titles
    return 0 if clash or not (one & other) - titles else len(one & other)


def _owned(words: Sequence[str]) -> set[str]:
    """Return the words behind the last genitive (``nurse`` of ``Jo's nurse``), else all."""
    ends = [n for n, word in enumerate(words[:-1], 1) if word == "s" or word.endswith("'s")]
    return set(words[ends[-1] :] if ends else words)


def _joined(rows: Sequence[Sequence[str]]) -> tuple[str, list[list[int]]]:
    """Return a text of words and the start of each word in it, one list a row."""
    text, starts, depth = "—\n", [], 0
    for row in rows:
        if depth <= 0 and row[0][:1] in _QUOTES:
            text, depth = text.rstrip() + "\n", 0
        places = []
        for word in row:
            closes = word == '"' and depth > 0
            if closes or _CLOSERS.fullmatch(word):
                text = text.rstrip(" ")
            places.append(len(text))
            text += word if word in _OPENERS or (word == '"' and not closes) else word + " "
            depth += word.count("“") - word.count("”")
            depth += word.count('"') * (-1 if closes else 1)
        starts.append(places)
    return text, starts
