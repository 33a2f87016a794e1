"""What words in marks are when no cue says that someone spoke them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.attributing.cues import find_cues, is_verb
from variorum.annotate.marks import Marked
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.words import words_in

# Words in marks up to this number, without a verb, are taken as quoted to distance.
FEW = 2
# How many words before a stretch may tell what it is, and how many around it are looked at.
NEAR = 4
FAR = 25
# A title stands at most this many words behind the noun for such a work (``the song “Home”``).
_NAMED = 3
# How many words of a sentence have to have capitals before these tell nothing any more.
_CAPITALS = 3
_ENDS = (".", "!", "?", "…", ",")
_GENITIVE = ("'s", "s'")
# Groups of verbs that report thoughts and plans as often as words.
_THOUGHT = frozenset({"estimate", "plan", "promise"})
# Groups of verbs before which words in marks in the same sentence are mostly someone's.
_VOICED = frozenset({"say", "tell", "add", "claim", "deny", "warn", "admit", "praise", "write"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a stretch in marks stands.

    Args:
        tokens: of its sentence.
        at: which of them it is.
        heading: whether the sentence stands in a headline, standfirst or section title.
    """

    tokens: Sequence[Token]
    at: int
    heading: bool = False

    @property
    def before(self) -> Sequence[Token]:
        """Return the few words before the stretch."""
        return self.tokens[max(0, self.at - NEAR) : self.at]

    @property
    def after(self) -> Sequence[Token]:
        """Return the few words after the stretch."""
        return self.tokens[self.at + 1 : self.at + 3 + NEAR]


def use_of(
    text: str, stretch: Marked, setting: Setting, *, alone: bool, language: Language | None
) -> str:
    """Return what a stretch without a cue is, as in the record.

    Without a list of words for the language only form and length decide. In a heading, words that
    are no title are someone's: newsrooms put in marks there what they do not say themselves.

    Args:
        text: the text.
        stretch: the words in marks.
        setting: where they stand.
        alone: whether the sentence is nothing but the stretch.
        language: of the text.
    """
    inner = text[slice(*stretch.inner)]
    words = [word.form for word in words_in(text, stretch.inner)]
    whole = inner.endswith(_ENDS) and inner[:1].isupper() and len(words) > FEW
    if language is None:
        return "speech" if alone or whole or not _is_balanced(stretch) else "fragment"
    if inner.endswith("?") and _asks(setting.before, language):
        return "question"
    if alone or not _is_balanced(stretch):
        return "speech"
    if _is_title(text, stretch, setting, language):
        return "title"
    if _exclaims(inner, setting, language) or (whole and _has_verb(text, stretch, language)):
        return "speech"
    few = len(words) <= FEW and not setting.heading
    return "scare" if few and not _is_told(setting, language) else "fragment"


def _is_balanced(stretch: Marked) -> bool:
    return stretch.opened and stretch.closed


def _asks(before: Sequence[Token], language: Language) -> bool:
    """Tell whether one of the words before is of asking (``the question “Why?”``)."""
    return any(t.form in language.cues and language.cues[t.form].group == "ask" for t in before)


def _is_title(text: str, stretch: Marked, setting: Setting, language: Language) -> bool:
    """Tell whether the words are the title of a work, by what stands before or their capitals."""
    if text[stretch.inner[0]].islower() or _is_nickname(setting, language):
        return False
    if _is_named(setting, language):
        return True
    if _is_spoken(setting, language) or _in_capitals(setting, language):
        return False
    if _is_determined(setting, language):
        return False
    words = [text[slice(*word.span)] for word in words_in(text, stretch.inner)]
    weighty = [w for w in words if w.lower().replace("’", "'") not in language.function_words]
    raised = all(w[:1].isupper() or w[:1].isdigit() for w in weighty)
    return len(words) >= FEW and len(weighty) >= 1 and words[0][:1].isupper() and raised


def _is_named(setting: Setting, language: Language) -> bool:
    """Tell whether a noun for a work stands beside the words, or a verb that gives a title."""
    before = setting.before
    if before and before[-1].form in language.titling:
        return True
    if any(_is_work(t, language) for t in setting.after[:1]):
        return True
    for token in reversed(before[-_NAMED:]):
        if _is_work(token, language) or is_verb(token, language):
            return _is_work(token, language)
    return False


def _is_work(token: Token, language: Language) -> bool:
    return _is_one_of(token, language.work_nouns, language)


def _is_one_of(token: Token, nouns: frozenset[str], language: Language) -> bool:
    """Tell whether a word is one of some nouns, or the plural of one."""
    return token.form in nouns or language.singular(token.form) in nouns


def _is_determined(setting: Setting, language: Language) -> bool:
    """Tell whether the words are a noun with its article, as no title is (``the “Great Game”``).

    Before another noun a title has one too (``the “Win Big” tour``).
    """
    if not setting.before or setting.before[-1].form not in language.determiners:
        return False
    return not any(
        t.kind == "word" and t.form not in language.function_words and not is_verb(t, language)
        for t in setting.after[:1]
    )


def _is_nickname(setting: Setting, language: Language) -> bool:
    """Tell whether the words stand between the parts of a name (``Jo “Ace” Poe``)."""
    beside = [*setting.before[-1:], *setting.after[:1]]
    return len(beside) == 2 and all(
        t.capital
        and t.form not in language.function_words
        and not t.form.endswith(_GENITIVE)
        and t.form not in language.weekdays
        and t.form not in language.months
        for t in beside
    )


def _in_capitals(setting: Setting, language: Language) -> bool:
    """Tell whether the words around all have capitals, as in many a headline."""
    tokens = setting.tokens[max(0, setting.at - FAR) : setting.at + FAR]
    weighty = [t for t in tokens if t.kind == "word" and t.form not in language.function_words]
    return len(weighty) >= _CAPITALS and all(not t.text[:1].islower() for t in weighty)


def _is_spoken(setting: Setting, language: Language) -> bool:
    """Tell whether the words begin a sentence in which someone then speaks."""
    told = any(_is_cue(t, language) for t in setting.after)
    return setting.at == 0 and told


def _exclaims(inner: str, setting: Setting, language: Language) -> bool:
    """Tell whether the words begin a sentence as speech does (``“Out!” the crowd yelled``)."""
    ends = inner.endswith(("!", "?")) or (inner.endswith(_ENDS) and _is_spoken(setting, language))
    return setting.at == 0 and ends


def _has_verb(text: str, stretch: Marked, language: Language) -> bool:
    """Tell whether a finite verb is among the words, as far as forms tell."""
    return any(
        is_verb(t, language) or (t.form in language.cues and language.cues[t.form].form != "gerund")
        for t in tokens_in(text, stretch.inner, ())
    )


def _is_told(setting: Setting, language: Language) -> bool:
    """Tell whether what stands before makes the words someone's.

    That is a noun or verb of speech near them, a verb of speech further off, or a verb that they
    are the predicate of (``the plan is “mad”``).
    """
    before = setting.before
    nouns = language.speech_nouns
    if any(_is_one_of(t, nouns, language) or _is_cue(t, language) for t in before):
        return True
    if before and (before[-1].form in language.be_forms or before[-1].form == "as"):
        return True
    uses = find_cues(setting.tokens[max(0, setting.at - FAR) : setting.at + 1], language)
    return any(use.cue.group in _VOICED for use in uses)


def _is_cue(token: Token, language: Language) -> bool:
    """Tell whether a word is, by its form, a verb for saying something aloud."""
    cue = language.cues.get(token.form)
    return cue is not None and cue.group not in _THOUGHT and not token.capital
