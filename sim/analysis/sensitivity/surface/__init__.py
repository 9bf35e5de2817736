"""Response surfaces over two or three factors, and where two designs change places."""

from sim.analysis.sensitivity.surface.breakeven_map import BreakevenMap, MapCell
from sim.analysis.sensitivity.surface.find import find_surface
from sim.analysis.sensitivity.surface.find_map import find_breakeven_map
from sim.analysis.sensitivity.surface.surface import Surface, SurfaceCell
from sim.analysis.sensitivity.surface.validation import Validation

__all__ = [
    "BreakevenMap",
    "MapCell",
    "Surface",
    "SurfaceCell",
    "Validation",
    "find_breakeven_map",
    "find_surface",
]
