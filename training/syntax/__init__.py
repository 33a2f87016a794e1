"""The parser of words' states: data, model, training and export."""
