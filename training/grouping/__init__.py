"""The weights by which prints are joined into utterances."""
