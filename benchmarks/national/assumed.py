"""What is assumed of a national sweep; the page marks each of these."""

MUNICIPALITIES, WORLDS, DESIGNS = 290, 10_000, 4
"""290 municipalities there are in Sweden; each runs the shipped services as they are."""
PRICE_PER_CORE_HOUR = 0.04
"""In euros: a processor of a large provider's machines that may be taken back at any time."""
MTBF_S = 24 * 3600.0
"""Between losses of a worker that works."""
BACK_AFTER_S = 120.0
"""Until another is there in its place."""
MEMORY_GIB = 64
"""Of the machine that plans and collects."""
WORKERS = (1, 100, 1_000, 5_000)
CHUNKS_S = (0.5, 10.0, 60.0)
"""Work in a chunk."""
