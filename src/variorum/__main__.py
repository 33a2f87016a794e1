"""Runs the command line with ``python -m variorum``."""

from variorum.cli import main

main()
