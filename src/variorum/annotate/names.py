"""Names by rule: capitalised runs, typed by what stands in and around them.

The kinds of evidence are those of rule-based entity recognition (Mikheev, Moens and Grover,
1999): titles and roles before a name, the words a body's or a place's name ends in, prepositions,
and what the same words are elsewhere in the article. Without evidence a name is ``other``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.annotate.naming.capitals import Run, find_runs, read_sentences
from variorum.annotate.naming.learned_names import learned_kinds, learned_pieces
from variorum.annotate.naming.merging import fullest_names, without_generation
from variorum.annotate.naming.pieces import Piece, accepted, cut, repeated
from variorum.annotate.naming.roles import find_groups, find_roles
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span, Spans

# How far behind a name its age may stand, as in ``Jo Field, 42,``.
AGE = 5


def find_mentions(
    article: Article,
    sentences: Spans,
    language: Language | None,
    found: Sequence[tuple[Span, str]] = (),
) -> tuple[Mention, ...]:
    """Return names, roles and groups in an article, in the order of the text; none overlap.

    Args:
        article: its text is never changed.
        sentences: spans within it, in order, without overlap.
        language: of the article; None: capital letters alone decide and every name is ``other``.
        found: names and kinds from the trained annotator, in order; none: rules find them.
    """
    read, plain = read_sentences(article.text, sentences, language)
    runs = find_runs(article.text, read, language)
    if language is None:
        bare = [Piece(run) for run in runs]
        kept = [piece for piece in accepted(bare, plain, None) if not piece.run.sentence.shouted]
        return tuple(_mention(article, piece.run, "other", piece.words) for piece in kept)
    roles = find_roles(article.text, read, language)
    if found:
        learned = list(learned_pieces(read, found, language))
        pieces, kinds = [piece for piece, _ in learned], learned_kinds(learned, language)
    else:
        pieces = [*accepted([*_parts(runs, roles, language)], plain, language)]
        kinds = _kinds(article.text, pieces, language)
    people = [key for key in kinds if len(key) > 1 and kinds[key] == "person"]
    surnames = [without_generation(key, language.generations)[-1:] for key in people]
    countries = [tuple(name.split()) for name in language.countries if len(name) > 2]
    kinds = dict.fromkeys(countries, "place") | dict.fromkeys(surnames, "person") | kinds
    pieces += repeated(read, kinds.keys())
    names = fullest_names(article.text, pieces, kinds, language.generations)
    mentions = [_mention(article, p.run, *names[p.key]) for p in pieces]
    for kind, called in (("role", roles), ("group", find_groups(read, language))):
        mentions += [_mention(article, run, kind, " ".join(run.lows)) for run in called]
    return tuple(_apart(mentions))


def _parts(runs: Sequence[Run], roles: Sequence[Run], language: Language) -> Iterator[Piece]:
    """Yield the parts of runs that are no roles, in sentences whose capitals tell of names."""
    taken: dict[int, set[int]] = defaultdict(set)
    for role in roles:
        taken[role.sentence.number].update(range(role.first, role.last))
    for run in runs:
        if not run.sentence.shouted:
            yield from cut(run, taken[run.sentence.number], language)


def _mention(article: Article, run: Run, kind: str, name: str) -> Mention:
    return Mention(witness=article.id, span=run.span, kind=kind, name=name)


def _apart(found: list[Mention]) -> Iterator[Mention]:
    """Yield mentions in order; of two that overlap the earlier, then the longer."""
    end = 0
    for mention in sorted(found, key=lambda m: (m.span[0], -m.span[1], m.kind, m.name)):
        if mention.span[0] >= end:
            yield mention
            end = mention.span[1]


def _kinds(text: str, pieces: Sequence[Piece], language: Language) -> dict[tuple[str, ...], str]:
    """Return the kind of each name by the sum of its evidence over the article."""
    votes: dict[tuple[str, ...], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for piece in pieces:
        for kind, weight in _evidence(text, piece, language):
            votes[piece.key][kind] += weight
    listed = [pair for pair in pairwise(pieces) if _listed(text, *pair)]
    for one, other in (*listed, *reversed(listed)):
        _share(votes[one.key], votes[other.key])
    kinds = {}
    for key in sorted({piece.key for piece in pieces}):
        ranked = sorted(votes[key].items(), key=lambda item: (-item[1], item[0]))
        kinds[key] = ranked[0][0] if ranked else "other"
    return kinds


def _listed(text: str, one: Piece, other: Piece) -> bool:
    """Tell whether two names are neighbours in a list."""
    between = text[one.run.span[1] : other.run.span[0]]
    return between in {", ", " and ", ", and "}


def _share(one: dict[str, int], other: dict[str, int]) -> None:
    """Let a name of no known kind be a place where its neighbour in a list is one."""
    for known, unknown in ((one, other), (other, one)):
        if not unknown and max(known, key=lambda kind: known[kind], default="") == "place":
            unknown["place"] = 1


def _evidence(text: str, piece: Piece, language: Language) -> Iterator[tuple[str, int]]:
    """Yield what speaks for a kind, with its weight; words in the name before words around it."""
    known = _by_its_words(piece, language)
    if known:
        yield known
    if piece.titled:
        yield "person", 6
    if known and known[1] >= 8:
        return
    run = piece.run
    if piece.after_role:
        yield "person", 4
    if run.before in language.place_markers:
        yield "place", 3
    elif run.before in language.place_prepositions:
        yield "place", 1
    if run.after in language.place_nouns or run.before in language.place_nouns:
        yield "place", 2
    if run.before == "of" and run.sentence.low(run.first - 2) in language.place_nouns:
        yield "place", 4
    if len(piece.key) > 1 and (run.after in language.cues or _aged(text, run)):
        yield "person", 2


def _by_its_words(piece: Piece, language: Language) -> tuple[str, int] | None:
    """Return what the words of a name say of its kind; a weight of 8 is final."""
    key, last = piece.key, piece.key[-1]
    whole = " ".join(key)
    if whole in language.countries:
        return "place", 8
    if whole in language.demonyms or whole.removesuffix("s") in language.demonyms:
        return ("group" if whole.endswith("s") else "other"), 8
    if len(key) == 1:
        word = piece.run.tokens[0].word
        if word.isupper() and 2 <= len(word) <= 6 and word.isalpha():
            return "organisation", 2
        return ("person", 2) if whole in language.first_names else None
    if last in language.organisation_words or key[0] in language.organisation_words:
        return "organisation", 8
    if last in language.place_nouns or key[0] in language.place_nouns:
        return "place", 6
    if key[0] in language.first_names or any(len(word) == 1 for word in key):
        return "person", 5
    if last in language.outlet_words:
        return "organisation", 4
    return ("person", 1) if len(key) <= 3 and piece.run.before != "the" else None


def _aged(text: str, run: Run) -> bool:
    """Tell whether an age in commas stands behind the name."""
    behind = text[run.span[1] : run.span[1] + AGE]
    return behind[:2] == ", " and behind[2:4].isdigit() and behind[4:] == ","
