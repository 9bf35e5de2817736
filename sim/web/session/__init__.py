"""What a visitor's session asks for, and what has been simulated for it."""
