"""Relations: claims, what speaks for their bearing on one point, and how they stand."""
