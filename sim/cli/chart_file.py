"""Charts as a page of their own, that opens in any browser and needs nothing else."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.errors import RunError

if TYPE_CHECKING:
    import plotly.graph_objects as go

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
{body}
</body>
</html>
"""


def write_chart(
    figures: "Sequence[go.Figure]", path: Path, *, title: str, overwrite: bool = False
) -> None:
    """Write figures, one below the other, to an HTML file.

    Parameters
    ----------
    figures
        At least one.
    path
        The file.
    title
        Title of the page.
    overwrite
        Whether to replace a file that is there.

    Raises
    ------
    RunError
        If there is one and it is not to be replaced, or the file cannot be written.
    """
    from sim.results import check_writable

    parts = [
        figure.to_html(full_html=False, include_plotlyjs=nth == 0)
        for nth, figure in enumerate(figures)
    ]
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8") as file:
            file.write(PAGE.format(title=title, body="\n".join(parts)))
    except FileExistsError:
        check_writable(path, overwrite=False)
    except OSError as error:
        raise RunError(f"{path}: cannot be written: {error.strerror or error}") from error
