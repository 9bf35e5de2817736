"""The notebook of `docs/notebooks/`, run anew.

``python -m sim.manual.notebook`` runs it in an empty folder, and keeps what its cells show. Its
text and its code are edited in the notebook itself.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from sim.files import write_text

PAGE = Path(__file__).parents[2] / "docs" / "notebooks" / "from-question-to-figure.ipynb"
FORM = 4
IN_THE_NOTEBOOK = "module://matplotlib_inline.backend_inline"
"""Where figures are drawn; what runs this may have been told to draw them nowhere."""
TIMEOUT_S = 600
"""For one cell: the engine may have to be compiled first."""


def read_notebook() -> Any:
    """Return the notebook as it is kept."""
    read: Any = nbformat.read  # it declares no types
    return read(PAGE, FORM)


def run_notebook(folder: Path) -> Any:
    """Return the notebook, run in a folder.

    The kernel is that of this Python, whatever others are installed.

    Raises
    ------
    CellExecutionError
        If a cell fails.
    """
    notebook = read_notebook()
    manager = AsyncKernelManager(kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=TIMEOUT_S,
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute(env={**os.environ, "MPLBACKEND": IN_THE_NOTEBOOK})
    return notebook


def list_code_cells(notebook: Any) -> list[Any]:
    """Return its cells of code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def read_answer(notebook: Any) -> str:
    """Return what its last cell of code prints."""
    outputs = list_code_cells(notebook)[-1].outputs
    return "".join(one.text for one in outputs if one.output_type == "stream")


def renew() -> None:
    """Run it, and keep what its cells show."""
    write: Any = nbformat.writes
    with TemporaryDirectory() as empty:
        text = write(run_notebook(Path(empty)), FORM)
    write_text(PAGE, f"{text}\n", overwrite=True)


if __name__ == "__main__":
    renew()
