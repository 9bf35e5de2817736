"""What the rules stand on: simulation clock, draws, and all that changes in a run."""
