"""How the rules for words in marks are judged while they are written."""
