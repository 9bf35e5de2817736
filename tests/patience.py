"""How long a test waits for what must come.

How fast it comes is no claim, and a machine may be slow or busy with other things: what comes
late is right all the same, and only what never comes fails.
"""

PATIENCE_S = 600
PATIENCE_MS = 1000 * PATIENCE_S
