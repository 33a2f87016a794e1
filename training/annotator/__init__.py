"""The trained annotator: data, model, training and export."""
