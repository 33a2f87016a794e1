"""A learned judge of two sentences, measured beside the rules; nothing of it ships.

Run from the project's root, with ``requirements/train.txt`` installed::

    PYTHONPATH=src:. python -m training.pairs.measure --data ../shared/data

It makes the figures of the table in ``docs/quality.md``: boosted trees over the overlap of two
sentences and the cosine of their vectors, without (*classifier*) and with what the rules find
(*informed*), trained on pairs of VitaminC's training pages; *both* has the contradictions of the
rules, and of all else what the informed trees say. ``features`` turns a pair into numbers,
``measure`` fits and scores.
"""
