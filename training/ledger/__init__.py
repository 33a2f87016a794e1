"""Training of the reader of places (``weights/ledger.onnx``) and of the weights of its judge.

Run from the project's root, with ``requirements/train.txt`` installed::

    PYTHONPATH=src:. python -m training.ledger.fit --data ../shared/data

It takes half an hour on one core. ``rows.tsv`` holds 16,133 sentences that name a place, of
stories, reports, wars and agency texts whose places stand in no labels of ``tests/quality``, and of
which nothing is held out there: drawn by chance, more of those with a word that tells of storms,
war, roads or votes, and then of those where rules or a first model saw something. Readers who had
seen neither gave all rows of the names marked in them (the column ``names``), by the guidelines of
the ledger (``tests/quality/labels/places.md``): ``start-end=kind@start-end``, the span of the name,
the stance or predicate, and the span of the word that says it; a ``?`` behind the kind is a
doubtful row, which counts neither way. 888 sentences in which a first model and the labels differed
were read a second time: the readers agreed on 948 of 1,030 rows; what one of them alone gave is
doubtful. The last 3,069, one reader each, are what was left of these documents and of the open
stories of other labels: 1,401 in which the rules or the model saw a row however unlikely, 241 with
a place that may lie in another, and 1,427 of texts dense with rows in which neither saw any (they
hold 43 rows, and 39 doubtful ones).

The fourteen files ``written_*.txt`` hold 9,887 sentences that were written with their rows from the
guidelines alone, for the kinds and the wordings that real texts seldom have: two lines each, the
names numbered in brackets, two fifths of them without a row. Of most, no word tells a row more than
six times in a file, so that what is learned is more than a list of words; they are sentences of
whole reports.
"""
