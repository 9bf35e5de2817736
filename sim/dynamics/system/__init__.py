"""A stock-and-flow system: equations, what they come to, and whether they agree."""
