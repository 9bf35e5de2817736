"""What the rules are compiled on: arrays of records, agenda, draws, books and compiler."""
