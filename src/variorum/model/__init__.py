"""The nouns of Variorum: frozen records that hold spans of a text, never copies of it.

Standard library only. A span is ``(start, end)`` in code points of one article's text, end
excluded. An ``id`` is a hash of kind, parents, spans and the exact words in them (see
:mod:`variorum.model.identity`).
"""
