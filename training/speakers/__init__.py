"""Training of the chooser of speakers (``weights/speakers.onnx``).

Run from the project's root, with ``requirements/train.txt`` installed::

    PYTHONPATH=src:. python -m training.speakers.train --data ../shared/data

It takes some minutes on one core and needs no accelerator. The steps, a file each:

``books``
    reads the LitBank books that do not score and maps their speakers to the people whom the
    package finds in them (``names.tsv``: how else a text calls a speaker, as offsets);
``news``
    reads PolNeAR train: turns without words beside them that name who speaks, and turns whose
    name is hidden behind a pronoun;
``chains``
    fits the weights of dialogues, whose turns are decided together;
``folds``
    fits everything, and cross-validates it over documents;
``train``
    reads, cross-validates, fits on all, and writes the weights and their checksum.
"""
