"""Which reports have one origin: labelled pairs, invented stories, and the fit of the weights."""
