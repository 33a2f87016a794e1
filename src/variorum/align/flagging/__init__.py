"""Flags: what in one article does not fit together."""
