"""The pages of `docs/` that are written from the code and from the shipped files."""
