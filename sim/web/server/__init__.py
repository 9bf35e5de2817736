"""The process that serves the page: what it is told, whom it answers, and when it ends."""
