"""The encoder of sentences: the original, written small."""
