"""What the docstring of a measure says, by label: for the page of measures, and for reports."""

import re

from sim.measures.declaration import Measure

LABEL = re.compile(r"^(Formula|Unit|Source): ", re.MULTILINE)


def read_docstring(measure: Measure) -> dict[str, str]:
    """Return what a measure's docstring says by label; its first line under ``Summary``."""
    summary, *labelled = LABEL.split(measure.doc)
    texts = (" ".join(text.split()) for text in labelled[1::2])
    return {"Summary": summary.strip(), **dict(zip(labelled[::2], texts, strict=True))}
