"""How the figures of the story stage are derived."""
