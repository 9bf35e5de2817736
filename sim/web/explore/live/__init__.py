"""The board: five plain levers, the verdict and the charts, which answer while one is moved."""
