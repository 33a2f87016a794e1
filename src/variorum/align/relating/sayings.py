"""Whether a claim hangs on the word of its holder: read off the verb beside the holder's name.

Who says or argues a thing leaves open whether it is so. What somebody confirms or shows is taken
to be so, as is a clause that only tells which one or when is meant (presuppositions: Kiparsky and
Kiparsky 1970); and who announces, urges or praises does so by saying it.
"""

from __future__ import annotations

from variorum import languages
from variorum.align.claims import Claim
from variorum.model.spans import Span
from variorum.model.words import words_in

# The groups of verbs of speech by which somebody vouches for what he says, and no more.
_VOUCHING = frozenset({"say", "tell", "add", "answer", "claim", "estimate", "announce", "write"})
# So far from the name of who speaks, in code points, and in words, his verb is looked for.
REACH = 60
WORDS_BEFORE = 2
WORDS_BEHIND = 5
_BLANKS = " \t\"'“”‘’«»"


def leaves_open(claim: Claim) -> bool:
    """Tell whether a claim hangs on who holds it: ``Poe said that``, not ``Poe confirmed that``.

    Of a holder that is named nowhere nothing more is known than that the claim is one.

    Args:
        claim: of modality ``claimed``.
    """
    language, holder = languages.find(claim.article.language), claim.statement.holder
    if language is None or holder is None or holder.span is None:
        return True
    before, behind = _beside(claim, holder.span)
    if " ".join(before) in language.cue_phrases:
        return True
    near = [*before[-1:], *behind, *before]
    cue = next((language.cues[form] for form in near if form in language.cues), None)
    if cue is None:
        return False
    return cue.group in _VOUCHING and cue.lemma not in language.contrasts.attesting


def is_taken_for_granted(claim: Claim) -> bool:
    """Tell a clause that only says who or when is meant: ``who led the revolt``, ``after it fell``.

    Args:
        claim: of any modality.
    """
    language = languages.find(claim.article.language)
    if language is None:
        return False
    start = claim.statement.spans[0][0]
    before = [*words_in(claim.article.text, (max(0, start - REACH), start))][-1:]
    joined = [word.form for word in before if not claim.article.text[word.span[1] : start].strip()]
    opening = claim.words[0].form if claim.words else ""
    relatives = language.clause_relatives - language.complementisers
    return opening in relatives or not language.contrasts.dating.isdisjoint([*joined, opening])


def is_credited(claim: Claim) -> bool:
    """Tell what stands behind a name and a colon, as a heading credits it: ``Poe: the toll fell``.

    Args:
        claim: of any modality.
    """
    text, start = claim.article.text, claim.statement.spans[0][0]
    return text[max(0, start - REACH) : start].rstrip(_BLANKS).endswith(":")


def _beside(claim: Claim, name: Span) -> tuple[list[str], list[str]]:
    """Return the words before and behind the name of who speaks."""
    text = claim.article.text
    before = words_in(text, (max(0, name[0] - REACH), name[0]))
    behind = words_in(text, (name[1], min(len(text), name[1] + REACH)))
    return (
        [word.form for word in before][-WORDS_BEFORE:],
        [word.form for word in behind][:WORDS_BEHIND],
    )
