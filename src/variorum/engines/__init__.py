"""Engines run stages over records: `map` (each) and `group` (together), one file each."""
