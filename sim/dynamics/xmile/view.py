"""The diagram in an XMILE file: stocks, flows, other quantities and the arrows between them."""

from math import atan2, degrees
from xml.etree import ElementTree as ET

from sim.dynamics.system.equations import TIME, Model, formula_of
from sim.dynamics.xmile.layout import (
    ACROSS,
    DOWN,
    HEIGHT,
    WIDTH,
    Point,
    find_middle,
    lay_pipes,
    order_stocks,
    place_others,
    place_stocks,
)

STOCK = {"type": "rectangle", "width": f"{WIDTH:g}", "height": f"{HEIGHT:g}"}
AUX = {"type": "circle", "radius": "9"}
PAGES = {
    "type": "stock_flow",
    "home_page": "0",
    "home_view": "true",
    "page_sequence": "row",
    "page_orientation": "landscape",
    "show_pages": "false",
}


def add_view(views: ET.Element, model: Model) -> None:
    """Add a view of a model."""
    places = place_stocks(order_stocks(model))
    pipes = lay_pipes(model, places)
    places |= {name: find_middle(pipe) for name, pipe in pipes.items()}
    others = [quantity.name for quantity in model.quantities if quantity.name not in pipes]
    places |= place_others(others, max((y for _, y in places.values()), default=0.0) + DOWN)
    view = ET.SubElement(views, "view", _frame(places))
    for stock in model.stocks:
        _add_shape(view, "stock", _spot(stock.name, places), STOCK)
    for name, pipe in pipes.items():
        _add_flow(view, _spot(name, places), pipe)
    for name in others:
        _add_shape(view, "aux", _spot(name, places), AUX)
    _add_arrows(view, model, places)


def _add_shape(view: ET.Element, kind: str, spot: dict[str, str], shape: dict[str, str]) -> None:
    ET.SubElement(ET.SubElement(view, kind, spot), "shape", shape)


def _add_flow(view: ET.Element, spot: dict[str, str], pipe: list[Point]) -> None:
    points = ET.SubElement(ET.SubElement(view, "flow", spot), "pts")
    for x, y in pipe:
        ET.SubElement(points, "pt", {"x": f"{x:g}", "y": f"{y:g}"})


def _frame(places: dict[str, Point]) -> dict[str, str]:
    width = max((x for x, _ in places.values()), default=0) + ACROSS
    height = max((y for _, y in places.values()), default=0) + DOWN
    size = {"width": width, "height": height, "page_width": width, "page_height": height}
    return {**PAGES, **{name: f"{value:g}" for name, value in size.items()}}


def _spot(name: str, places: dict[str, Point]) -> dict[str, str]:
    """Return where the middle of something is; a size of its own would make that a corner."""
    x, y = places[name]
    return {"name": name, "x": f"{x:g}", "y": f"{y:g}"}


def _add_arrows(view: ET.Element, model: Model, places: dict[str, Point]) -> None:
    arrows = [(a, q.name) for q in model.quantities for a in sorted(formula_of(q).names - {TIME})]
    for uid, (source, target) in enumerate(arrows, 1):
        (x, y), (to_x, to_y) = places[source], places[target]
        angle = degrees(atan2(y - to_y, to_x - x)) % 360
        numbers = {"uid": uid, "x": x, "y": y, "angle": round(angle, 1)}
        arrow = ET.SubElement(view, "connector", {key: f"{of:g}" for key, of in numbers.items()})
        ET.SubElement(arrow, "from").text = source
        ET.SubElement(arrow, "to").text = target
