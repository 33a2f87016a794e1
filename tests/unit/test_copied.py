"""Typing the lines of copied text, on invented pages."""

from __future__ import annotations

import numpy as np
import pytest

from variorum.extract.copied import MOST_LINES, type_lines
from variorum.extract.line_model import article_chances, leanings
from variorum.extract.line_split import measured, printed_lines
from variorum.extract.line_views import form, views, wording

BODY = (
    "The river authority closed the Hallmere barrier on Tuesday night after engineers found a "
    "crack in one of its six gates.",
    "“We have seen no sign that the wall itself is weak,” said Oona Castell, who leads the "
    "authority. “But we will not take a risk with forty thousand people asleep behind it.”",
    "Divers went down at first light and found that the crack, which is about two metres long, "
    "had not reached the hinge.",
    "The barrier was built in 1971 and has been closed eleven times in the past year, more often "
    "than in any year before.",
    "Residents of the lower town were told to keep a bag ready, although no one was asked to leave "
    "their home.",
    "A report on the repair is expected in the spring, and the council said it would be published "
    "in full.",
)
PAGE = (
    "Hallmere barrier closed after divers find crack in gate",
    "Engineers say forty thousand people are safe, but the repair may take until the summer",
    "Tamsin Oduya",
    "Wednesday 14 March 2018 07:15 GMT",
    *BODY,
    "Leave a comment",
    "Your name and e-mail address are not shown to other readers. Fields with a star are needed *",
    "Previous Article",
    "Weather",
    "Storm Brenda leaves six thousand homes in the dark",
    "Next Article",
    "Sport",
    "Rovers part with their manager after nine defeats",
)

ARABIC = (
    "قالت السلطات يوم الثلاثاء إنها أغلقت السد بعد أن اكتشف المهندسون صدعا في إحدى بواباته الست.",
    "وأضافت أن الغواصين سينزلون إلى الماء عند الفجر، ولم يطلب من السكان مغادرة منازلهم.",
    "ومن المتوقع أن يصدر تقرير عن الإصلاح في الربيع، وقال المجلس إنه سينشره كاملا على موقعه.",
)
JAPANESE = (
    "当局は火曜日の夜、六つある水門の一つに亀裂が見つかったため堰を閉鎖したと発表した。住民に避難は求められていない。",
    "潜水士は夜明けに水中へ入り、長さ約二メートルの亀裂が蝶番には達していないことを確かめた、と技術者は述べた。",
    "修理についての報告書は春に出る見込みで、町議会はその全文を公表すると約束している。費用はまだ分かっていない。",
)
HINDI = (
    "अधिकारियों ने मंगलवार की रात कहा कि छह में से एक द्वार में दरार मिलने के बाद बांध बंद कर दिया गया है।",
    "गोताखोर सुबह होते ही पानी में उतरे और उन्होंने पाया कि लगभग दो मीटर लंबी दरार कब्जे तक नहीं पहुंची है।",
    "मरम्मत पर रिपोर्ट वसंत में आने की उम्मीद है और परिषद ने कहा कि उसे पूरा प्रकाशित किया जाएगा।",
)


def typed(text: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each block."""
    return [(block.kind, text[slice(*block.span)]) for block in type_lines(text)]


def kind_of(text: str, line: str) -> str:
    """Return the kind of the first block with these words."""
    return next(kind for kind, words in typed(text) if words == line)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n", "\r\n\r\n"])
def test_a_short_page_is_typed_whatever_its_blank_lines(gap: str) -> None:
    """The headline, the prose and what stands below are told apart."""
    text = gap.join(PAGE)
    kinds = [kind for kind, _ in typed(text)]
    assert kinds[0] == "headline"
    assert kinds[4:10] == ["paragraph"] * 6
    assert kinds[10:] == ["furniture"] * 8


def test_what_stands_under_the_headline_is_named() -> None:
    """Standfirst, byline and date have their own kinds."""
    text = "\n\n".join(PAGE)
    assert [kind for kind, _ in typed(text)][1:4] == ["standfirst", "byline", "date"]


def test_a_page_copied_from_its_first_paragraph_loses_none() -> None:
    """Where no headline was copied, none is made of a paragraph."""
    assert [kind for kind, _ in typed("\n\n".join(BODY))] == ["paragraph"] * len(BODY)


def test_a_category_word_under_the_headline_is_furniture() -> None:
    """One word that files the page is not part of the article."""
    text = "\n\n".join((PAGE[0], "Hallmere", *BODY))
    assert kind_of(text, "Hallmere") == "furniture"


def test_a_title_printed_twice_is_one_headline_and_one_furniture() -> None:
    """The print nearer the body is the headline."""
    text = "\n".join((PAGE[0], "Home", "News", "Sport", "\n" + PAGE[0], "", *BODY))
    prints = [kind for kind, words in typed(text) if words == PAGE[0]]
    assert prints == ["furniture", "headline"]


def test_the_first_print_stays_furniture_when_they_follow_each_other() -> None:
    """Two prints of a title in a row are one headline, the second."""
    text = "\n\n".join((PAGE[0], *PAGE))
    assert [kind for kind, words in typed(text) if words == PAGE[0]] == ["furniture", "headline"]


def test_wrapped_paragraphs_are_joined() -> None:
    """Lines that stop at a column are one paragraph; a short last line ends it."""
    wrapped = "\n\n".join(fill(paragraph, 66) for paragraph in BODY)
    blocks = typed(wrapped)
    assert [" ".join(words.split()) for _, words in blocks] == list(BODY)
    assert {kind for kind, _ in blocks} == {"paragraph"}


def fill(text: str, width: int) -> str:
    """Return the text with its lines broken at a column."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_short_lines_are_not_joined() -> None:
    """A list of links is no wrapped paragraph."""
    text = "Home\nNews from the region\nSport\nWeather for the weekend\nContact"
    assert len(type_lines(text)) == 5


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u2028\x1c\x85"])
def test_white_space_has_no_blocks(text: str) -> None:
    """A text with nothing visible has no block."""
    assert type_lines(text) == ()


@pytest.mark.parametrize("sentences", [ARABIC, JAPANESE, HINDI], ids=["ar", "ja", "hi"])
def test_other_scripts_keep_their_prose(sentences: tuple[str, ...]) -> None:
    """Arabic, Japanese and Hindi paragraphs are not taken for furniture."""
    kinds = [block.kind for block in type_lines("\n\n".join(sentences))]
    assert kinds == ["paragraph"] * len(sentences)


def test_a_line_is_judged_alike_in_every_batch() -> None:
    """The chances of the first lines do not hang on how many lines follow them."""
    lines = measured("\n".join(PAGE), printed_lines("\n".join(PAGE)))
    rows, _ = views(form(lines), *wording(lines, leanings()))
    many = np.vstack([rows] * 40)
    assert np.array_equal(article_chances(rows), article_chances(many)[: len(rows)])
    assert np.array_equal(article_chances(rows[5:6]), article_chances(rows)[5:6])


@pytest.mark.parametrize(
    "text",
    ["word " * 1_000_000, "a\n" * 400_000, ("many words in a line " * 6 + "\n\n") * 40_000],
    ids=["one line", "short lines", "long lines"],
)
def test_huge_text_takes_seconds(text: str) -> None:
    """Five million characters are typed in a few seconds, no character outside the blocks."""
    blocks = type_lines(text)
    assert sum(end - start for start, end in (b.span for b in blocks)) >= len("".join(text.split()))
    assert len(blocks) == 1 or len(blocks) > MOST_LINES
