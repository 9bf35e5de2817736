"""How many random services are tried: the same few in every check, or as many new ones as asked.

    REQUISITE_EXAMPLES=20000 pytest tests/agreement/test_random.py

tries so many that nobody has tried before. What fails is kept, and tried first the next time.
"""

import os

from hypothesis import HealthCheck, settings

ASKED = os.environ.get("REQUISITE_EXAMPLES")
USUAL = 500

EXAMPLES = settings(
    max_examples=int(ASKED or USUAL),
    derandomize=ASKED is None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    print_blob=ASKED is not None,
)
