"""The differences of prints that were joined into utterances, as careful readers told them."""
