"""Times: their parts, what these say, and what stretch of the calendar that is."""
