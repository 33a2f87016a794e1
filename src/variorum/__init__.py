"""Variorum prints several outlets' reports of one event side by side, and says what was printed."""

__version__ = "0.1.0"
