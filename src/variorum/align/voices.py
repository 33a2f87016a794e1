"""Whose words a statement in direct speech is, and what its report calls the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from variorum import languages
from variorum.model.annotation import AnnotatedArticle, Speaker, Statement
from variorum.model.spoken import is_spoken, spoken_in
from variorum.model.words import Word, held, words_in

# What somebody is stands within so many words of the name.
BESIDE = 6
_BODIES = frozenset({"organisation", "group", "place"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and the words beside the name outside what is said.

    ``for_named``: some of these name a body, which the speaker may speak for.
    """

    name: str = ""
    beside: frozenset[str] = frozenset()
    for_named: bool = False


NO_VOICE = Voice()


class Voices:
    """The voices of one article."""

    def __init__(self, item: AnnotatedArticle) -> None:
        self.item = item
        self.spoken = spoken_in(item.statements, item.quotations)
        self.known: dict[str, Voice] = {}

    def of(self, statement: Statement) -> Voice:
        """Return whose words a statement is, ``NO_VOICE`` where it stands in no direct speech."""
        holder = statement.holder
        if holder is None or statement.id not in self.spoken:
            return NO_VOICE
        if holder.name not in self.known:
            self.known[holder.name] = self._read(holder)
        return self.known[holder.name]

    def _read(self, holder: Speaker) -> Voice:
        family = holder.name.split()[-1:]
        near = [word for words in self._sentences for word in _beside(words, family)]
        language = languages.find(self.item.article.language)
        plain = language.function_words if language else frozenset[str]()
        bodies = [m.span for m in self.item.mentions if m.kind in _BODIES]
        named = [word for word in near if self.item.article.text[word.span[0]].isupper()]
        return Voice(
            name=holder.name,
            beside=frozenset(word.form.removesuffix("'s") for word in near) - plain,
            for_named=any(held(named, bodies)),
        )

    @cached_property
    def _sentences(self) -> list[list[Word]]:
        """Return the words of each sentence of the running text outside direct speech."""
        text, blocks = self.item.article.text, self.item.article.blocks
        running = [block.span for block in blocks if block.kind == "paragraph"]
        spoken = [span for q in self.item.quotations if is_spoken(q) for span in q.spans]
        found = []
        for sentence in self.item.sentences:
            words = list(words_in(text, sentence))
            kept = zip(words, held(words, running), held(words, spoken), strict=True)
            found.append([word for word, told, said in kept if told and not said])
        return found


def _beside(words: list[Word], family: list[str]) -> Iterator[Word]:
    """Yield the words of a sentence within reach of a name, in order."""
    name = family[0].casefold() if family else ""
    places = [at for at, word in enumerate(words) if word.form.removesuffix("'s") == name]
    for at, word in enumerate(words):
        if any(abs(at - place) <= BESIDE for place in places):
            yield word
