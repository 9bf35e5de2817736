"""The looks of a picture of causal loops: colours for light and dark, and kinds of line.

Whoever puts a picture on a page can set its colours: `--loops-ink`, `--loops-paper`,
`--loops-plus`, `--loops-minus` and `--loops-both`. Else they follow the reader's system.
"""

from sim.dynamics.system.links import BOTH, MINUS, PLUS

KINDS = {PLUS: "plus", MINUS: "minus", BOTH: "both"}
WRITTEN = {PLUS: "+", MINUS: "−", BOTH: "±"}
DASHES = {PLUS: "none", MINUS: "7 4", BOTH: "2 3"}
"""So that a sign can be told without its colour too."""

LIGHT = {
    "ink": "#22201C",
    "paper": "#FBF8F3",
    "plus": "#0072B2",
    "minus": "#B84A00",
    "both": "#5F5A52",
}
DARK = {
    "ink": "#EFEBE4",
    "paper": "#1B1A18",
    "plus": "#6CB6E8",
    "minus": "#F0924F",
    "both": "#ADA79C",
}

SHAPES = """
.loops .ground { fill: var(--paper); }
.loops text { font: 14px "Source Sans 3", "Segoe UI", system-ui, sans-serif; text-anchor: middle;
  dominant-baseline: central; fill: var(--ink); stroke: var(--paper); stroke-width: 4px;
  stroke-linejoin: round; paint-order: stroke; }
.loops .line { fill: none; stroke-width: 1.6px; }
.loops .lit text, .loops text.sign { font-weight: 700; }
.loops text.sign { font-size: 16px; }
.loops .pale { opacity: 0.35; }
.loops .node.pale { opacity: 0.65; }
"""


def write_style() -> str:
    """Write the style sheet."""
    kinds = [
        f".loops .{kind} .line {{ stroke: var(--{kind}); stroke-dasharray: {DASHES[sign]}; }}\n"
        f".loops .{kind} .head, .loops .{kind} .sign {{ fill: var(--{kind}); }}\n"
        for sign, kind in KINDS.items()
    ]
    dark = f"@media (prefers-color-scheme: dark) {{ {_write_colours(DARK)} }}\n"
    return "\n" + _write_colours(LIGHT) + "\n" + dark + SHAPES.lstrip() + "".join(kinds)


def _write_colours(colours: dict[str, str]) -> str:
    said = "; ".join(f"--{name}: var(--loops-{name}, {of})" for name, of in colours.items())
    return f".loops {{ {said}; }}"
