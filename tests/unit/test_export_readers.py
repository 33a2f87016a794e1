"""What others read is read by them: each format through a reader that is not ours."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import frictionless
import mwparserfromhell
import pyarrow.parquet as pq
import pytest
import rdflib
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from markdown_it import MarkdownIt
from rdflib.namespace import PROV, RDF

from tests import dam
from tests.hostile import hostile
from variorum import exports
from variorum.model.record import Record

SAID = "At the moment there is no order to leave."
SCHEMA = rdflib.Namespace("https://schema.org/")
NASTY = (
    "]] }} {{evil|x}} [[File:x]] '''b''' <b>x</b> |y= ~~~~ __TOC__ http://a.example javascript:x"
    " ![i](x) `c` $m$ *s* # h &lt; =1+1"
)
RECORDS = {"three witnesses": dam.record(), "hostile": hostile(NASTY)}


def graph(name: str, record: Record) -> rdflib.Graph:
    """Return the triples that rdflib reads in an export."""
    return rdflib.Graph().parse(data=exports.render(record, name), format="json-ld")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_schema_org_graph_holds_articles_quotations_and_claims() -> None:
    """Rdflib finds every witness, quotation and claim, each claim with its appearances."""
    record = dam.record()
    found = graph("jsonld", record)
    articles = set(found.subjects(RDF.type, SCHEMA.NewsArticle))
    assert len(articles) == len(record.witnesses)
    quotations = set(found.subjects(RDF.type, SCHEMA.Quotation))
    assert len(quotations) == len(record.quotations)
    assert all(found.value(q, SCHEMA.isPartOf) in articles for q in quotations)
    assert any(SAID in str(words) for words in found.objects(None, SCHEMA.text))
    claims = set(found.subjects(RDF.type, SCHEMA.Claim))
    shared = [r for r in record.relations if r.relation == "same"]
    most = max(len(list(found.objects(c, SCHEMA.appearance))) for c in claims)
    assert most == max((len(r.readings) for r in shared), default=1)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_provenance_graph_tells_where_words_come_from() -> None:
    """Rdflib finds each quotation quoted from a text that derives from hashed bytes."""
    record = dam.record()
    found = graph("prov", record)
    quoted = dict(found.subject_objects(PROV.wasQuotedFrom))
    assert len(quoted) >= len(record.quotations) + len(record.statements)
    for text in set(quoted.values()):
        sources = [str(s) for s in found.objects(text, PROV.wasDerivedFrom)]
        assert len(sources) == 1
        assert sources[0].startswith("ni:///sha-256;")
    speakers = {str(a) for a in found.objects(None, PROV.wasAttributedTo)}
    assert speakers
    agents = {
        str(a) for kind in (PROV.Person, PROV.Organization) for a in found.subjects(RDF.type, kind)
    }
    assert speakers <= agents


def test_annotations_keep_to_the_data_model() -> None:
    """Each annotation has what the model requires, and both selectors name the same words."""
    record = dam.record()
    page = json.loads(exports.render(record, "webannotation"))
    texts = [w.text or "" for w in record.witnesses]
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quote, place = target["selector"]
            words = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert any(
                text[place["start"] : place["end"]] == quote["exact"] and words in text
                for text in texts
            )


def test_citations_are_formatted_by_a_citation_processor() -> None:
    """citeproc-py makes a bibliography of the witnesses, with outlet, title and date."""
    record = dam.record()
    source = CiteProcJSON(json.loads(exports.render(record, "csl")))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, source, formatters.plain)
    for key in source:
        made.register(Citation([CitationItem(key)]))
    text = "\n".join(map(str, made.bibliography()))
    for witness in record.witnesses:
        assert (witness.outlet or "") in text
        assert witness.title is None or witness.title.split()[0] in text


def templates(text: str) -> list[Any]:
    """Return the templates that mwparserfromhell finds in wikitext."""
    return list(mwparserfromhell.parse(text).filter_templates())


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_wikitext_holds_citations_and_nothing_else(record: Record) -> None:
    """A parser of wikitext finds one citation a line, and in them no link, tag or template."""
    text = exports.render(record, "wikitext")
    found = templates(text)
    assert len(found) == text.count("\n* ") + text.startswith("* ")
    assert {str(t.name).strip() for t in found} == {"cite news"}
    known = {"title", "url", "work", "date", "author", "language", "quote"}
    assert {str(p.name).strip() for t in found for p in t.params} <= known
    code = mwparserfromhell.parse(text)
    assert not code.filter_wikilinks()
    assert not code.filter_external_links()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"li"}


def test_wikitext_prints_the_exact_words() -> None:
    """The quotation of a citation, its entities read, is what the witness prints."""
    quoted = [
        str(t.get("quote").value) for t in templates(exports.render(dam.record(), "wikitext"))
    ]
    plain = [re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), words) for words in quoted]
    assert any(SAID in words for words in plain)


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_markdown_makes_no_markup_of_words(record: Record) -> None:
    """A Markdown parser finds no HTML, image or code in the words, and links to witnesses only."""
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    tokens = parser.parse(exports.render(record, "markdown"))
    inner = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "link_open", "s_open"}
    code = [token.content for token in inner if token.type == "code_inline"]
    assert code == [record.made_by.digest]
    shown = "".join(t.content for t in inner if t.type in ("text", "text_special"))
    assert "evil" not in shown or "{{evil|x}}" in shown


@pytest.mark.parametrize("record", RECORDS.values(), ids=list(RECORDS))
def test_data_package_is_valid(record: Record, tmp_path: Path) -> None:
    """Frictionless validates the package: every cell of its type, every key in its table."""
    for name, data in exports.render_files(record, "datapackage").items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "message"])[:5]


def test_tables_of_both_packages_agree() -> None:
    """Parquet and JSON Lines hold the same rows."""
    record = dam.record()
    parquet = exports.render_files(record, "parquet")
    package = exports.render_files(record, "datapackage")
    for name, data in parquet.items():
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
        lines = package.get(name.replace(".parquet", ".jsonl"), b"").decode().splitlines()
        assert rows == [json.loads(line) for line in lines]


def test_no_cell_is_a_formula() -> None:
    """A spreadsheet that opens a table of the package runs nothing."""
    files = exports.render_files(hostile("=cmd|' /C calc'!A0"), "datapackage")
    cells = b"".join(data for name, data in files.items() if name.endswith(".csv")).decode()
    assert "'=cmd" in cells
    assert not re.search(r"(?:^|,)\"?=cmd", cells, re.MULTILINE)


def test_site_lists_its_pages() -> None:
    """The first page links to each other one, and none asks for anything from elsewhere."""
    files = exports.render_site({"dam": dam.record(), "odd": hostile("<script>x</script>")})
    assert set(files) == {"index.html", "dam.html", "odd.html"}
    index = files["index.html"].decode()
    assert 'href="dam.html"' in index
    assert 'href="odd.html"' in index
    assert "<script>x" not in index
    assert "default-src 'none'" in index
