"""The names of an article that may be places, and the nouns that stand for lists of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.annotate.placing.powers import SHARED, Powers, by_start
from variorum.annotate.placing.roads import with_roads
from variorum.annotate.placing.scenes import Scene, Site
from variorum.annotate.placing.toponyms import Toponym
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span, overlap
from variorum.model.words import all_words, words_in

# So many places make a list that a noun may stand for.
LIST = 3
# No form of address is longer, in code points.
LONGEST_ADDRESS = 12
_WORD = re.compile(r"[ \u00a0]([A-Z][a-z]+)\b")
_LAND = re.compile(r"[ \u00a0]([A-Za-z]+)\b")


def sites_of(
    article: Article, mentions: Sequence[Mention], found: Sequence[Toponym], powers: Powers
) -> list[Site]:
    """Return the places of an article, and the other names that may be ones by their verbs."""
    language = powers.language
    led = {m.name for m in mentions if _is_addressed(article.text, m, language)}
    found = [one for one in found if one.entry or not _is_person(one, led, language)]
    starts = [one.span[0] for one in found]
    located = {m.name for m in mentions if _follows_place_word(article.text, m, language)}
    common = _in_small_letters(article.text) - {name.casefold() for name in located}
    plain = [one for one in found if not _is_common(one, common)]
    sites = [_site(one, article.text, language) for one in plain if not _is_adjective(one, powers)]
    persons = [m.name for m in mentions if m.kind == "person" and " " in m.name]
    full = {word for name in persons for word in name.split()}
    for mention in mentions:
        at = bisect_left(starts, mention.span[1])
        known = at > 0 and overlap(found[at - 1].span, mention.span)
        span = _unmarked(article.text, mention.span, language)
        name = " ".join(article.text[slice(*span)].split())
        if (
            _is_plain(name, language)
            or mention.kind not in {"person", "organisation", "other"}
            or known
        ):
            continue
        built = name.split()[-1:] and name.split()[-1].casefold() in language.places.works
        whole = " " in mention.name or name in full
        person = mention.name in led or (mention.kind == "person" and whole and not built)
        adjective = powers.state_of(name.casefold()) or name.casefold() in language.demonyms
        land = _LAND.match(article.text, mention.span[1])
        if land and land[1].casefold() in language.places.lands and " " not in name:
            sites.append(Site((span[0], land.end()), f"{name} {land[1]}", "region"))
            continue
        if person or adjective or name.casefold() in common:
            continue
        if built and mention.kind == "person":
            sites.append(Site(span, name, "facility"))
            continue
        sites.append(Site(span, name, "other", sure=mention.name in located and " " not in name))
    return with_roads(article.text, sorted(sites, key=lambda site: site.span), language)


def _is_person(one: Toponym, led: Collection[str], language: Language) -> bool:
    """Tell whether a name that no gazetteer has is a person's; ``led``: those with ``Mr``."""
    first, _, rest = one.name.partition(" ")
    kind = rest.rpartition(" ")[2].casefold() in language.places.features
    full = bool(rest) and first.casefold() in language.first_names and not kind
    return one.name in led or (full and not one.told)


def _is_addressed(text: str, mention: Mention, language: Language) -> bool:
    """Tell whether a name is a person's by the form of address before it (``Mr Orn``)."""
    before = text[: mention.span[0]][-LONGEST_ADDRESS:].split()
    return bool(before) and before[-1].rstrip(".").casefold() in language.honorifics


def _is_force(name: str, language: Language) -> bool:
    """Tell whether a name is one of people in arms by its last word (``the Ostan Front``)."""
    _, _, last = name.rpartition(" ")
    return last != name and last.casefold() in language.places.armed


def _in_small_letters(text: str) -> frozenset[str]:
    """Return the words that a text prints in small letters: with a capital they are no names."""
    return frozenset(word.form for word in all_words(text) if text[slice(*word.span)].islower())


def _is_common(one: Toponym, common: frozenset[str]) -> bool:
    """Tell whether a name is a common word and nothing else shows that it is a place's."""
    return (
        (not one.told or one.feature == "other")
        and one.entry is None
        and one.name.casefold() in common
    )


def _unmarked(text: str, span: Span, language: Language) -> Span:
    """Return a name without what is said of it (``Norvian-held Velm``)."""
    first, _, rest = text[slice(*span)].partition(" ")
    marked = rest and first.rpartition("-")[2].casefold() in language.places.acts.marked
    return (span[0] + len(first) + 1, span[1]) if marked else span


def states_of(
    mentions: Sequence[Mention], found: Sequence[Toponym], language: Language
) -> dict[str, str]:
    """Return what may be a state or a land: places, and lone names that are no adjectives."""
    full = {word for m in mentions if " " in m.name for word in m.name.split()}
    lone = {m.name for m in mentions if m.kind != "role" and " " not in m.name} - full
    names = {one.name for one in found} | lone
    endings = tuple(language.places.endings)
    near = by_start(names)
    plain = {name for name in names if not _is_derived(name, _stem(name, endings), near)}
    known = {one.name for one in found if one.entry} | plain
    return {
        name.casefold(): name for name in sorted(known) if name.casefold() not in language.demonyms
    }


def _is_derived(name: str, stem: str | None, near: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a name is the adjective of another one."""
    others = near.get(stem[:SHARED], ()) if stem else ()
    return any(o != name and o.startswith(stem or "") and len(o) <= len(name) for o in others)


def _stem(name: str, endings: tuple[str, ...]) -> str | None:
    stems = [
        name[: -len(end)] for end in endings if name.endswith(end) and len(name) > len(end) + 2
    ]
    return min(stems, key=len) if stems else None


def longest_list(scene: Scene) -> tuple[Site, ...]:
    """Return the last list of three places or more of one sentence."""
    runs: list[list[Site]] = [[]]
    last = -1
    for at in sorted(scene.at):
        site, end = scene.at[at]
        if site.members or not site.sure:
            continue
        if not all(scene.joins(k) for k in range(last, at)) or last < 0:
            runs.append([])
        runs[-1].append(site)
        last = end
    long = [run for run in runs if len(run) >= LIST]
    return tuple(long[-1]) if long else ()


def kind_nouns(text: str, sentence: Span, language: Language) -> Iterator[Span]:
    """Yield where plural nouns for places stand behind an article or a number."""
    words = list(words_in(text, sentence))
    counts = language.determiners - language.possessives | set(language.numbers)
    for before, word in pairwise(words):
        if word.form in language.places.kinds and before.form in counts:
            yield word.span


def _site(one: Toponym, text: str, language: Language) -> Site:
    """Return a toponym as a site, with the word for a building that is a part of its name."""
    entry = one.entry
    behind = _WORD.match(text, one.span[1])
    if behind and behind[1].casefold() in language.places.works:
        name = f"{one.name} {behind[1]}"
        return Site((one.span[0], behind.end()), name, "facility")
    point, ref = (entry.point, entry.ref) if entry else (None, None)
    feature = one.feature if one.told else "other"
    return Site(one.span, one.name, feature, ref, point, likely=one.feature)


def _is_plain(name: str, language: Language) -> bool:
    """Tell whether a name is no place's: a word with a capital (``the House``), or a force."""
    words = language.places
    form = name.casefold()
    if _is_force(name, language):
        return True
    return form in words.bodies | words.works | words.points | words.ballots or (
        form in words.features or form in language.place_nouns
    )


def _is_adjective(one: Toponym, powers: Powers) -> bool:
    if one.entry is not None:
        return False
    short = f"{one.name.casefold()}." in powers.language.places.regions
    if short or _is_plain(one.name, powers.language):
        return True
    state = powers.state_of(one.name.casefold())
    return one.name.casefold() in powers.language.demonyms or state not in {None, one.name}


def _follows_place_word(text: str, mention: Mention, language: Language) -> bool:
    """Tell whether a name stands behind a word that hardly anything but a place follows."""
    before = [
        word.casefold() for word in text[max(0, mention.span[0] - 20) : mention.span[0]].split()
    ]
    if not before or before[-1] in language.place_markers:
        return bool(before)
    kinds = language.role_nouns | set(language.place_nouns) | language.places.wholes
    return before[-1] in language.places.of and len(before) > 1 and before[-2] in kinds
