"""What the files of a comparison are called."""

import json
from hashlib import sha256

from sim.analysis.comparison import Comparison

SIGNS = 6
"""Of the hash of what differs."""


def name_files(comparison: Comparison) -> str:
    """Return a name for the files of a comparison, without their ending.

    It tells service, days, replications and seed, and, where something differs from the scenario
    file, a short hash of what does: two downloads that differ have two names.
    """
    name = (
        f"requisite-{comparison.service}-{comparison.days}days"
        f"-{comparison.replications}x-seed{comparison.seed}"
    )
    if changed := comparison.provenance.to_dict()["changed"]:
        signs = sha256(json.dumps(changed).encode()).hexdigest()[:SIGNS]
        return f"{name}-{signs}"
    return name
