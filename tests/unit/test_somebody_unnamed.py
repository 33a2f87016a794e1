"""Somebody unnamed in one report, beside a person whom another one names."""

from __future__ import annotations

from tests.articles import article
from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle


def utterances(*articles: AnnotatedArticle) -> int:
    """Return how many acts of speech the articles print."""
    return len(find_utterances(articles))


def test_somebody_unnamed_is_not_who_is_named_in_the_same_article() -> None:
    """A diver who is not named said it, where the witness has other words of the one who is."""
    named = "Quay\nCy Brandt said the dredger was moored off the northern quay."
    other = "Quay\nThe dredger was moored off a quay, a man who works for the port said."
    later = "\nMr Brandt said he would not stand again."
    assert utterances(*(Annotate()(article(text)) for text in (named, other))) == 1
    assert utterances(*(Annotate()(article(text)) for text in (named, other + later))) == 3


def test_somebody_unnamed_who_denies_it_is_another_speaker() -> None:
    """What a named person says and an unnamed one denies are two acts of speech."""
    named = witness(Said(words="The northern quay was cleared of mud in time", form="indirect"))
    words = "The northern quay was not cleared of mud in time"
    denial = Said(words=words, by="a diver who works there", how="role", form="indirect")
    assert utterances(named, witness(denial, source="b.txt")) == 2
