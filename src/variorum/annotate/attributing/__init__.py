"""Attributions: cues, sources and contents, and the drafts of quotations made of them."""
