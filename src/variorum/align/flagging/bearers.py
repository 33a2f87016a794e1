"""Who bears a family name where several people in an article do: told by first name or title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Mention
from variorum.model.spans import Span
from variorum.model.words import words_in

# A title or a relative stands right before a name, within so many code points.
REACH = 20

# A family name, and the first name, gender or full name that tells whose it is.
Bearer = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Family:
    """The first names and the genders of titles that an article has with a family name."""

    first: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)

    @property
    def one(self) -> bool:
        """Whether it is one person's."""
        return len(self.first) < 2 and len(self.genders) < 2


@dataclass(frozen=True, slots=True)
class _Named:
    """A name: where it stands, its family name, first name and the gender of its title."""

    span: Span
    name: str
    surname: str
    first: str
    gender: str


def bearers_of(item: AnnotatedArticle, language: Language) -> Iterator[tuple[Span, str, Bearer]]:
    """Yield the names of people whose bearer is known: the span, fullest form and bearer of each.

    Args:
        item: the article.
        language: of the article.
    """
    named = [_named(item, one, language) for one in item.mentions if one.kind == "person"]
    families: dict[str, _Family] = {}
    for one in named:
        family = families.setdefault(one.surname, _Family())
        family.first.update({one.first} - {""})
        family.genders.update({one.gender} - {""})
    forms = {word.form for word in words_in(item.article.text)}
    related = any(_has_relative(item.article.text, one, language) for one in named)
    for one in named:
        shared = related or f"{one.surname}s" in forms or not families[one.surname].one
        bearer = _bearer(one, families, shared=shared)
        if bearer is not None:
            yield one.span, one.name, bearer


def _bearer(one: _Named, families: Mapping[str, _Family], *, shared: bool) -> Bearer | None:
    """Return whose name it is; a title tells one where it parts a family of two."""
    if not shared:
        alone = len(one.name.split()) < 2 and not one.gender
        return None if alone else (one.surname, "")
    if one.first:
        return one.surname, one.first
    family = families[one.surname]
    parted = len(family.genders) > 1 and len(family.first) <= len(family.genders)
    return (one.surname, one.gender) if one.gender and parted else None


def _named(item: AnnotatedArticle, mention: Mention, language: Language) -> _Named:
    words = [word.form for word in words_in(item.article.text, mention.span)]
    gender = ""
    before = _before(item.article.text, mention.span)
    titles = [form for form in (*before[-1:], *words[:1]) if form in language.honorifics]
    if titles:
        gender = language.honorifics[titles[0]]
    own = [form for form in words if form not in language.honorifics]
    own = [form for form in before[-1:] if form in language.first_names and not titles] + own
    surname, first = (own[-1], own[0] if len(own) > 1 else "") if own else ("", "")
    return _Named(mention.span, mention.name, surname, first, gender)


def _has_relative(text: str, one: _Named, language: Language) -> bool:
    """Tell whether a name is of a relative without a family name: ``her husband Peter``."""
    before = _before(text, one.span)
    return not one.first and bool(before) and before[-1] in language.contrasts.kin


def _before(text: str, span: Span) -> list[str]:
    """Return the words right before a place."""
    start = max(0, span[0] - REACH)
    return [word.form for word in words_in(text, (start, span[0]))]
