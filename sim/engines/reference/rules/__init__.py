"""The rules of the model, to be read: a file for each part of what happens."""
