"""Names that no gazetteer has: what they are likely to be, and which are no names at all."""

from __future__ import annotations

from collections.abc import Set

from variorum.annotate.placing.hyphened import is_known
from variorum.annotate.placing.place_weights import FAMOUS, is_named_so
from variorum.annotate.placing.place_words import Asked
from variorum.gazetteers import geonames, iso3166
from variorum.languages import Language
from variorum.model.vocabulary import PlaceFeature

# A name in capitals of no more letters may be an abbreviation of other words.
ACRONYM = 5


def guessed(ask: Asked, language: Language | None) -> PlaceFeature:
    """Return the likely kind of a name that nothing tells of: a small town, without an article.

    Args:
        ask: what the words around the name ask for.
        language: of the text; None: no word in a name tells its kind.
    """
    places = language.places if language else None
    known = places is None or ask.name.casefold() in places.wide | places.points
    acronym = ask.name.isupper() and len(ask.name) <= ACRONYM
    if known or acronym or language is None:
        return "other"
    if is_county(ask.name, language):
        return "region"
    return _part(ask.name, language) or ("other" if ask.definite and not ask.led else "city")


def is_plain_word(ask: Asked, plain: Set[str], language: Language | None) -> bool:
    """Tell whether what is taken for a name is a word with a capital, as one opens a sentence.

    Args:
        ask: a name that no gazetteer has, and what the words around it ask for.
        plain: the words that the article has in small letters.
        language: of the text; None: no word is known.
    """
    if language is None or ask.feature or ask.definite:
        return False
    word = ask.name.casefold()
    if word in language.places.wide | language.places.points:
        return False
    known = language.past | language.function_words | language.common_verbs | set(language.cues)
    return word in known or word in plain or is_kind(ask, language)


def is_kind(ask: Asked, language: Language | None) -> bool:
    """Tell whether a name is only a word for a kind of place: ``Republic``, without an article."""
    if language is None or ask.definite:
        return False
    word = ask.name.casefold()
    return word in language.place_nouns or word in language.places.features


def is_county(name: str, language: Language | None) -> bool:
    """Tell whether a name, which may be a town's elsewhere, ends as those of counties do."""
    endings = tuple(language.places.county_endings) if language else ()
    return name.casefold().endswith(endings) if endings else False


def _part(name: str, language: Language) -> PlaceFeature | None:
    """Return the kind of a part of a known place: a region, but of a town a quarter.

    The point of the compass stands in front (``East Norvia``), or behind, as that of a
    constituency does (``Velm South East``).
    """
    points = language.places.points
    words = name.replace("-", " ").split()
    front = next((at for at, word in enumerate(words) if word.casefold() not in points), 0)
    if front:
        rest = " ".join(words[front:])
        if not is_known(rest, language):
            return None
        known = (*geonames.find(rest), *iso3166.find(rest))
        cities = [one for one in known if one.feature == "city"]
        great = any(one.capital or one.population >= FAMOUS for one in cities)
        ruled = any(one.feature != "city" and is_named_so(one, Asked(rest)) for one in known)
        return "region" if not cities or (ruled and not great) else "other"
    behind = len(words) > 1 and words[-1].casefold() in points
    return "region" if behind and geonames.find(words[0]) else None
