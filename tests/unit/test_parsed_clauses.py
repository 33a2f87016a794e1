"""Clauses with a parse: verbs that no rule knows, and subjects that wait behind other clauses."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.growth import growth
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.annotator import find
from variorum.annotate.marks import find_marks
from variorum.annotate.stating.clauses import clauses_of
from variorum.annotate.stating.trees import Tree, tree_of, verbs_of
from variorum.annotate.stating.verbs import Verb
from variorum.annotate.syntax import Syntax
from variorum.annotate.tokens import Token, tokens_in
from variorum.annotate.words import words_of


def parsed(text: str) -> tuple[list[Token], Syntax]:
    """Return the tokens of a sentence, and how its words hang together."""
    paragraphs = [block.span for block in article(text).body()]
    syntax = find(words_of(text, paragraphs, paragraphs, find_marks(text, paragraphs))).syntax
    assert syntax is not None
    return tokens_in(text, (0, len(text)), ()), syntax


def cut(text: str, *, known: bool = True) -> list[str]:
    """Return the clauses of a sentence as printed; ``|`` parts what other words stand between.

    ``known``: with its parse.
    """
    language = languages.find("en")
    assert language is not None
    tokens, syntax = parsed(text)
    tree = tree_of(tokens, syntax) if known else None
    return [
        " | ".join(text[tokens[a].span[0] : tokens[b - 1].span[1]] for a, b in clause.parts)
        for clause in clauses_of(tokens, language, tree)
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The ferry stopped at Velm as engineers check the hull.",
            ["The ferry stopped at Velm", "as engineers check the hull"],
        ),
        (
            "The storm has killed nine people and driven thousands from their homes.",
            ["The storm has killed nine people", "driven thousands from their homes"],
        ),
        (
            "At least seven people have been hurt and more than 50 taken to hospital.",
            ["At least seven people have been hurt", "more than 50 taken to hospital"],
        ),
        (
            "The gunman who robbed the bank in Velm escaped from prison in May.",
            ["The gunman | escaped from prison in May", "who robbed the bank in Velm"],
        ),
        (
            "The man who robbed the kiosk and wounded a cook was jailed on Friday.",
            ["The man | was jailed on Friday", "who robbed the kiosk", "wounded a cook"],
        ),
        (
            "The firm, which sells nets, also owns two boats.",
            ["The firm | also owns two boats", "which sells nets"],
        ),
        (
            "The port was shut when the mayor and the keeper fell ill.",
            ["The port was shut", "when the mayor and the keeper fell ill"],
        ),
        ("The danger that day was high.", ["The danger that day was high"]),
        (
            "A cook was hurt when a mast fell on a hut, and a man who was asleep drowned in Esk.",
            [
                "A cook was hurt",
                "when a mast fell on a hut",
                "a man | drowned in Esk",
                "who was asleep",
            ],
        ),
        ("Two hours later he set up a tent.", ["Two hours later he set up a tent"]),
        (
            "The guild closed the port only after the mast fell.",
            ["The guild closed the port", "only after the mast fell"],
        ),
        (
            "The board cut spending, building costs and fees.",
            ["The board cut spending, building costs and fees"],
        ),
    ],
)
def test_a_parse_tells_what_the_rules_miss(text: str, clauses: list[str]) -> None:
    """Bare verbs, joined participles, whose verb it is, and nouns that look like openers."""
    assert cut(text) == clauses
    assert cut(text, known=False) != clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The council said that plan had failed.", ["The council said", "that plan had failed"]),
        ("Fishers sell nets and boats.", ["Fishers sell nets and boats"]),
        (
            "The robbers shot and wounded a cook.",
            ["The robbers shot and wounded a cook"],
        ),
        (
            "The storm left nine people dead in Velm.",
            ["The storm left nine people dead in Velm"],
        ),
    ],
)
def test_a_parse_cuts_no_more_than_clauses(text: str, clauses: list[str]) -> None:
    """What the rules cut well stays as it is."""
    assert cut(text) == cut(text, known=False) == clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "A man had been arrested and was held in custody.",
            ["A man had been arrested", "was held in custody"],
        ),
        (
            "that the pier was unsafe, citing nine cracks in it.",
            ["that the pier was unsafe", "citing nine cracks in it"],
        ),
        (
            "The well was deep (131 feet), and the council shut it.",
            ["The well was deep (131 feet)", "the council shut it"],
        ),
    ],
)
def test_the_rules_alone_end_a_clause(text: str, clauses: list[str]) -> None:
    """A helping verb begins one behind a verb; a bracket is closed; a content has participles."""
    assert cut(text, known=False) == clauses


def test_words_in_a_circle_and_without_a_head_are_read() -> None:
    """A parse need be no tree: of two words that hang on each other each is asked for itself."""
    language = languages.find("en")
    assert language is not None
    text = "boats gleam"
    tokens = tokens_in(text, (0, len(text)), ())
    tree = Tree([1, 0], ["nsubj", "root"], [[1], [0]])
    assert verbs_of(tokens, language, tree) == [Verb(1, 2, firm=True)]
    assert verbs_of(tokens, language, Tree([-1, -1], ["root", "dep"], [[], []])) == []
    assert tree.subjects_of(Verb(1, 2, firm=True)) == [0]


def test_statements_are_cut_by_the_parse() -> None:
    """A whole article is read with its parse, the words of a source as well as the narrator's."""
    text = (
        "Yard shut\nThe firm, which sells nets, also owns two boats.\n"
        "The yard stays shut while divers examine the pier, Ana Rohl said."
    )
    found = Annotate()(article(text))
    stated = [" | ".join(found.article.words(*one.spans)) for one in found.statements]
    assert "The firm | also owns two boats" in stated
    assert "divers examine the pier" in stated


def test_an_endless_sentence_is_cut_in_linear_time() -> None:
    """Eight times the clauses, each hanging on words near it, take about eight times as long."""
    language = languages.find("en")
    assert language is not None
    few, many = (parsed("the boats that sell nets gleam and " * n) for n in (300, 2_400))
    least = growth(
        lambda: clauses_of(few[0], language, tree_of(*few)),
        lambda: clauses_of(many[0], language, tree_of(*many)),
        20,
    )
    assert least < 20
