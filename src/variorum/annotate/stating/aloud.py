"""Which clauses of direct speech its speaker states: whole ones, on his own word.

A command, a greeting and a fragment state nothing. What others told the speaker is held by them,
and what somebody hopes, or asks whether it is so, by none.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.stating.clauses import Clause
from variorum.annotate.stating.holders import Part
from variorum.annotate.stating.trees import Tree
from variorum.annotate.stating.verbs import verbs_in
from variorum.annotate.tokens import Token
from variorum.languages import Cue, Language
from variorum.model.spans import Span
from variorum.model.spoken import is_spoken

_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
# The clauses that go on with the subject of the one before.
_GOING_ON = frozenset({"joined", "participle"})
# The attitude that claims nothing of its content.
_HOPE = "hope"
_ASK = "ask"
# The groups of verbs that ask for a thing rather than say it.
_ASKING = frozenset({"urge", "praise"})


def is_aloud(part: Part) -> bool:
    """Tell whether a part of a sentence is direct speech."""
    return part.held is not None and is_spoken(part.held)


def asks(text: str, part: Part) -> bool:
    """Tell whether a part of a sentence is a question in direct speech."""
    if not is_aloud(part):
        return False
    end = part.tokens[-1].span[1]
    while end < len(text) and not (text[end].isalnum() or text[end].isspace()):
        if text[end] == "?":
            return True
        end += 1
    return False


def stated_aloud(
    tokens: Sequence[Token], clauses: Sequence[Clause], language: Language, tree: Tree | None
) -> list[Clause]:
    """Return the clauses of direct speech that its speaker states.

    Args:
        tokens: of the speech in one sentence.
        clauses: of these.
        language: of the text.
        tree: how the tokens hang together; None: rules alone tell subjects.
    """
    found: list[Clause] = []
    left = led = False
    for at, clause in enumerate(clauses):
        if (left and led) or clause.opener in language.variants.conditions:
            led = False
            continue
        words, led = _words(tokens, clause), _leads(clauses, at, language)
        last = _last_of(tokens, clause, language, tree)
        left = _is_reported(words, language, last=last, led=led) or _is_open(words, language)
        goes_on = bool(found) and clause.kind in _GOING_ON
        if not left and (goes_on or _is_whole(tokens, clause, language, tree)):
            found.append(clause)
    return found


def _places(clause: Clause) -> list[int]:
    return [at for start, end in clause.parts for at in range(start, end)]


def _words(tokens: Sequence[Token], clause: Clause) -> list[Token]:
    return [tokens[at] for at in _places(clause) if tokens[at].kind == "word"]


def _last_of(
    tokens: Sequence[Token], clause: Clause, language: Language, tree: Tree | None
) -> Span:
    """Return where the last subject of a clause stands, or without a parse its last verb."""
    if tree is not None:
        return max(
            (tokens[at].span for at in _places(clause) if tree.relations[at] in _SUBJECTS),
            default=(0, 0),
        )
    words = _words(tokens, clause)
    return max((words[verb.first].span for verb in verbs_in(words, language)), default=(0, 0))


def _is_whole(
    tokens: Sequence[Token], clause: Clause, language: Language, tree: Tree | None
) -> bool:
    """Tell a clause with a verb and its subject from a command or a fragment."""
    if tree is not None:
        return clause.verb and any(tree.relations[at] in _SUBJECTS for at in _places(clause))
    words = _words(tokens, clause)
    verbs = verbs_in(words, language)
    return bool(verbs) and verbs[0].first > 0


def _is_reported(words: Sequence[Token], language: Language, *, last: Span, led: bool) -> bool:
    """Tell whether a clause leads to what the speaker does not hold to be so.

    Somebody else says, thinks or asks it, or the speaker doubts, hopes for or does not say it.

    Args:
        words: of the clause.
        language: of the text.
        last: where its last subject or verb stands: behind a verb of speech, what that leads to.
        led: whether the clause behind is what it leads to.
    """
    own = False
    for at, word in enumerate(words):
        cue = language.cues.get(word.form)
        says = cue is not None and at and cue.group not in _ASKING
        if cue is not None and says and (own or cue.form != "gerund"):
            open_ = _leaves_open(words[:at], cue, language) if own else not _attests(cue, language)
            if open_ and (led or word.span < last):
                return True
        own |= word.form.split("'")[0] in language.variants.speaking
    return False


def _attests(cue: Cue, language: Language) -> bool:
    return cue.lemma in language.contrasts.attesting


def _leaves_open(before: Sequence[Token], cue: Cue, language: Language) -> bool:
    """Tell whether a speaker does not vouch for what a verb of his own leads to."""
    hopes = language.variants.attitudes.get(cue.lemma) == _HOPE
    asks = cue.group == _ASK or cue.lemma in language.doubting
    return hopes or asks or any(language.negates(word.form) for word in before)


def _leads(clauses: Sequence[Clause], at: int, language: Language) -> bool:
    """Tell whether right behind a clause stands what its verb leads to."""
    behind = clauses[at + 1] if at + 1 < len(clauses) else None
    if behind is None or behind.parts[0][0] != clauses[at].parts[-1][1]:
        return False
    pronouns = language.subject_pronouns - language.clause_relatives
    return behind.kind == "content" or behind.opener in language.complementisers | pronouns


def _is_open(words: Sequence[Token], language: Language) -> bool:
    """Tell whether a clause leaves open whether a thing is so."""
    whether = language.complementisers & language.indirect_questions
    return any(word.form in whether for word in words)
