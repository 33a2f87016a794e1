"""Whose words a statement in direct speech is, and what its report calls the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from variorum import languages
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Speaker, Statement
from variorum.model.spoken import is_spoken, spoken_in
from variorum.model.words import Word, held, words_in

# What somebody is stands within so many words of the name.
BESIDE = 6


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and the words beside the name outside what is said.

    ``for_named``: some of these are a name, of what the speaker may speak for.
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
        language = languages.find(self.item.article.language)
        family = (holder.name.split() or [""])[-1].casefold()
        near = [w for words in self._sentences for w in _beside(words, family, language)]
        parts = {word.form for word in words_in(holder.name)}
        plain = language.function_words if language else frozenset[str]()
        titles = language.role_nouns | language.honorifics.keys() if language else frozenset[str]()
        return Voice(
            name=holder.name,
            beside=frozenset(form for word in near if (form := _form(word)) not in plain),
            for_named=any(
                self.item.article.text[word.span[0]].isupper()
                and word.span[0] not in self._starts
                and _form(word) not in parts | plain | titles
                for word in near
            ),
        )

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(start for start, _ in self.item.sentences)

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


def _beside(words: Sequence[Word], name: str, language: Language | None) -> Iterator[Word]:
    """Yield the words about a name, up to the verbs of speech before and behind it."""
    cues = language.cues if language else {}
    for at, word in enumerate(words):
        if _form(word) != name:
            continue
        before = takewhile(lambda w: w.form not in cues, words[max(0, at - BESIDE) : at][::-1])
        behind = takewhile(lambda w: w.form not in cues, words[at : at + BESIDE + 1])
        yield from (*before, *behind)


def _form(word: Word) -> str:
    return word.form.removesuffix("'s")
