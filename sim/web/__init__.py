"""The page: a thin skin over comparisons and charts. Nothing is computed here."""
