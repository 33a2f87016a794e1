"""Prints that say less in extent than the fullest one, or more.

Only what is marked in the words is found: lists that are cut, quantifiers, limits, superlatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from variorum.align.collating.limits import limit_lost
from variorum.align.collating.quantities import denies_on_one_side, quantified, quantity_lost
from variorum.align.collating.scopes import sentence_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

Words = Sequence[PrintWord]
Sides = tuple[Words, Words]
# A limit stands so near behind the word that it limits.
REACH = 3
# So many nouns make a list, each of so many content words at most.
LISTED = 3
ITEM = 3
# What stands before names that are written as one word.
SIGNS = ("@", "#")
# Abbreviations in capitals have no more letters.
SHOUTED = 4


def extent_changed(
    pair: tuple[Print, Print], words: Sides, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield ``narrower`` or ``broader`` and the reason, of the second print.

    Args:
        pair: the fuller print and the other one.
        words: the words of each that stand for one another.
        language: of the prints.
    """
    if found := _list_cut(pair, words, language):
        yield "narrower", f"one of several: {found}"
    elif told := quantified(words, language):
        yield told
    elif found := limit_lost(pair, words, language) or _whole(pair, words, language):
        yield "broader", found


def _whole(pair: tuple[Print, Print], words: Sides, language: Language) -> str | None:
    """Return what is one of several, or a part, of which the second print makes the whole."""
    found = _superlative(words, language) or _partitive_lost(words, language)
    found = found or quantity_lost(words, language)
    if found is None and pair[1].in_headline:
        found = _made_plural(words, language)
    return found


def _list_cut(pair: tuple[Print, Print], words: Sides, language: Language) -> str | None:
    """Return a list of the fuller print of which the other has some items and not the others.

    Of a print that begins with a relative pronoun its sentence counts: "Brel, which is flooded".
    """
    relatives = language.clause_relatives - language.complementisers
    opens = pair[1].words[:1] and pair[1].words[0].form in relatives
    beside = sentence_of(pair[1]) if opens else ()
    said = {word.key for word in (*pair[1].words, *beside)}
    handles = _handles(pair[1])
    longest = max((len(items) for items in _lists(pair[1], pair[1].words, language)), default=1)
    listed = (*_lists(pair[0], words[0], language), *_noun_lists(pair[0], words[0], language))
    added = [
        items
        for items in _additions(words[0], language)
        if not any(w.key in said for w in items[0]) or all(w.key in said for w in items[0])
    ]
    for items in (*listed, *added):
        kept = [item for item in items if any(w.key in said for w in item)]
        if any(w.form in handle for handle in handles for item in items for w in item):
            continue
        if longest < len(items) and kept and len(kept) < len(items):
            return "; ".join(f"“{pair[0].said(item)}”" for item in items)
    return None


def _handles(one: Print) -> list[str]:
    """Return the names that a print has as one word behind a sign: "@HarbourBoard"."""
    text = one.article.text
    return [w.form for w in one.words if text[w.span[0] - 1 : w.span[0]] in SIGNS]


def _lists(row: Print, words: Words, language: Language) -> Iterator[list[Words]]:
    """Yield the names of each list of names, "A, B and C"; "A, Inc" is one."""
    text = row.article.text
    items: list[list[PrintWord]] = []
    last = None
    for word in words:
        joined = last is not None and last.form in language.conjunctions
        between = text[last.span[1] : word.span[0]].strip() if last is not None else ""
        last = word
        if word.form in language.conjunctions:
            continue
        short = between == "," and word.form in language.abbreviations
        if items and (short or (word.is_name and not between and not joined)):
            items[-1].append(word)
        elif word.is_name and items and between in {"", ","}:
            items.append([word])
        else:
            yield from _list([*items])
            items = [[word]] if word.is_name and not _shouted(word, row) else []
    yield from _list(items)


def _noun_lists(row: Print, words: Words, language: Language) -> Iterator[list[Words]]:
    """Yield the items of lists of three and more nouns: "doctors, nurses and the cleaners"."""
    text = row.article.text
    items: list[list[PrintWord]] = []
    silent = language.conjunctions | (language.determiners - language.complementisers)
    parted, joined, closed, last = "", False, False, None
    for word, behind in zip_longest(words, words[1:]):
        parted += text[last.span[1] : word.span[0]].strip() if last else ""
        last = word
        joined = joined or word.form in language.conjunctions
        if word.form in silent or (joined and word.form in language.variants.besides):
            continue
        beside = parted == "," or joined
        if not word.content or (parted and not beside) or (beside and _is_long(items)):
            items, closed = [[word]] if word.content else [], False
        elif not items or not beside:
            items = [*items[:-1], [*items[-1], word]] if items else [[word]]
        else:
            items, closed = [*(items if len(items) > 1 else [items[0][-1:]]), [word]], joined
        # "…, records and letters show" names sources.
        shown = behind is not None and behind.ends and behind.form in language.cues
        if closed and len(items) >= LISTED and _are_several(items, language) and not shown:
            yield from _list([*items])
        parted, joined = "", False


def _is_long(items: Sequence[Words]) -> bool:
    """Tell whether the last item of a list, which its first one is not, is too long for one."""
    return len(items) > 1 and len(items[-1]) > ITEM


def _are_several(items: Sequence[Words], language: Language) -> bool:
    """Tell whether each item of a list is of nouns: adjectives and verbs make no such list.

    A plural and a name are nouns, and so is the head of two items ("bank fraud, wire fraud").
    """
    heads = [item[-1] for item in items]
    forms = [head.form for head in heads]
    return all(
        head.is_name or language.singular(head.form) or forms.count(head.form) > 1 for head in heads
    )


def _shouted(word: PrintWord, row: Print) -> bool:
    """Tell a longer word in capitals, which may be no name."""
    shown = row.article.text[slice(*word.span)]
    return len(shown) > SHOUTED and shown.isupper()


def _list(items: list[list[PrintWord]]) -> Iterator[list[Words]]:
    if len(items) > 1:
        yield [*items]


def _additions(words: Words, language: Language) -> Iterator[list[Words]]:
    """Yield what stands before and behind "as well as", to the preposition and the first word."""
    forms = [word.form for word in words]
    for phrase in sorted(language.variants.additions):
        parts = phrase.split()
        for at in range(1, len(words) - len(parts)):
            stop = at + len(parts)
            if forms[at:stop] != parts or _opens_clause(words[stop], language):
                continue
            near = range(max(0, at - 2 * REACH), at)
            opened = max((i for i in near if forms[i] in language.prepositions), default=near.start)
            before = [w for w in words[opened:at] if w.content][-REACH:]
            behind = [w for w in words[stop : stop + 2 * REACH] if w.content][:1]
            if before and behind:
                yield [before, behind]


def _opens_clause(word: PrintWord, language: Language) -> bool:
    """Tell whether a clause begins with a word, no further item: "and also has written"."""
    return word.form in language.auxiliaries | language.modals | language.subject_pronouns


def _superlative(words: Sides, language: Language) -> str | None:
    """Return the superlative of the second print that is one of several in the first, or none."""
    known = language.variants.superlatives - _superlatives(words[0], language)
    for at, word in enumerate(words[1]):
        if word.form not in known or _one_of(words[1], at, language):
            continue
        noun = next((w for w in words[1][at + 1 : at + 1 + REACH] if w.content), None)
        if noun is None:
            continue
        for there, other in enumerate(words[0]):
            if other.key != noun.key:
                continue
            before = words[0][max(0, there - REACH) : there]
            plain = bool(before) and before[-1].form in language.variants.indefinite
            of_several = any(
                _one_of(words[0], i, language) for i in range(there - len(before), there)
            )
            if plain or of_several:
                return f"the most for one of several: “{word.form} {noun.form}”"
    return None


def _superlatives(words: Words, language: Language) -> set[str]:
    """Return the words that say of one thing that it is the most."""
    return {word.form for at, word in enumerate(words) if not _one_of(words, at, language)}


def _partitive_lost(words: Sides, language: Language) -> str | None:
    """Return the part of things for which the second side has the things: "two of the wards"."""
    parts = () if denies_on_one_side(words, language) else _partitives(words[0], language)
    kept = {noun.key for _, noun in _partitives(words[1], language)}
    counted = any(word.is_number or word.rank for word in words[1])
    for quantity, noun in parts:
        whole = any(word.key == noun.key for word in words[1])
        if whole and noun.key not in kept and not counted:
            return f"all for a part: “{quantity.form} … {noun.form}”"
    return None


def _partitives(words: Words, language: Language) -> list[tuple[PrintWord, PrintWord]]:
    """Return the quantities before "of the", each with the noun it is a part of."""
    found = []
    for at, (quantity, of) in enumerate(pairwise(words)):
        part = language.variants.extents.get(quantity.form) == "part"
        before = words[at - 1].form if at else ""
        beside = before in language.variants.besides
        part = part or (quantity.form in language.variants.portions and not beside)
        part = part or f"{quantity.form} {of.form}" in language.variants.selecting
        part = part or (quantity.is_number and not quantity.date) or quantity.rank[:1] == "0"
        if part and of.form in language.variants.partitive and not of.ends:
            behind = words[at + 2 : at + 2 + REACH]
            noun = next((w for w in behind if w.content and not w.is_number), None)
            named = behind and behind[0].form in language.determiners
            found += [(quantity, noun)] if noun is not None and named else []
    return found


def _made_plural(words: Sides, language: Language) -> str | None:
    """Return the one thing for which the second side has several: "a pump", "pumps"."""
    forms = {word.form for word in words[0]}
    for at, word in enumerate(words[1]):
        single = language.singular(word.form) if word.content else None
        before = words[1][max(0, at - REACH) : at]
        if single is None or word.form in forms or any(one.is_number for one in before):
            continue
        for there, other in enumerate(words[0]):
            lead = words[0][there - 1].form if there else ""
            behind = {w.form for w in words[0][there + 1 : there + 2]}
            if behind & language.be_forms & language.variants.tenses.keys():
                # "A diary is" tells of all diaries.
                continue
            if other.form == single and lead in language.determiners - language.possessives:
                return f"several for one: “{single}” / “{word.form}”"
    return None


def _one_of(words: Words, at: int, language: Language) -> bool:
    """Tell whether "one of the" stands before a word."""
    before = " ".join(word.form for word in words[max(0, at - REACH) : at])
    return any(phrase in before for phrase in language.variants.selecting)
