"""Collation: the words of prints in columns, and their differences typed."""
