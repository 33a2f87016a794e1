"""Training of the model that types the lines of copied text (``weights/blocks.onnx``).

Run from the project's root, with ``requirements/train.txt`` installed::

    PYTHONPATH=src python -m training.blocks.train --data ../shared/data

It takes about forty minutes on one core and needs no accelerator. The steps, a file each:

``pages``
    reads the WCXB article pages, renders each to text as a browser copies it, and labels every line
    by the page's truth and mark-up; mark-up serves for labels only;
``alignment``
    aligns the lines of a page with its true body;
``augment``
    makes other copies of a page: selections, other blank lines, short pages put together by hand;
``dataset``
    turns lines into numbers, with the package's own code;
``report``
    scores the development folds (sha1 of the page's domain, modulo 5);
``export``
    writes word leanings and trees as one ONNX file;
``train``
    does all this and writes the weights and their checksum.

Two sets of trees tell article lines: one learned from pages and copies of all lengths, by place and
words, which the kinds are named by as well; one learned from more short copies, by patterns and
phrases too. Their chances are pooled.

Every draw is seeded, so the same data and library versions give the same file. The pages of
article_extraction_benchmark are for ``tests/quality/copied_text.py`` alone: nothing here
reads them.
"""
