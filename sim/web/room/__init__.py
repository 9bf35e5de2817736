"""The page for a room."""
