"""What the trained annotator needs: its windows, its tags, and the best path through them."""
