"""Prints of one act of speech: what they are compared by, and which belong together."""
