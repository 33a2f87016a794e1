"""Speakers: who is named, and who speaks each of the words that are quoted."""
