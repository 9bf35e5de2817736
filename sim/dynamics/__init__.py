"""The stock-and-flow twin of the model: one list of equations that runs, is drawn and exported."""
