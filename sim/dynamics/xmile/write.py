"""A model as an XMILE file, which tools of the field open: Stella, Vensim, PySD, Simlin and others.

XMILE 1.0 (OASIS Standard, 14 December 2015), base level, with one view. A file says Euler's method
and our own step, so that it gives our own numbers. Nothing is marked as never negative: flows see
to that themselves.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from sim.dynamics.system.equations import Model, Quantity, Stock, Table, formula_of
from sim.dynamics.xmile.formulas import write_formula, write_name, write_number
from sim.dynamics.xmile.names import check_names
from sim.dynamics.xmile.view import add_view

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
ALIASES = {"days": "day", "dmnl": "dimensionless"}
"""Other names that readers know for units of ours."""


def write_xmile(model: Model, days: float, *, version: str = "1.0") -> str:
    """Write a model as an XMILE file.

    Parameters
    ----------
    model
        The equations.
    days
        How long it is run.
    version
        Version of what writes it, for the header.

    Raises
    ------
    ValueError
        If a name of the model cannot be one in XMILE.
    """
    check_names(model)
    root = ET.Element("xmile", {"version": "1.0", "xmlns": NAMESPACE})
    _add_header(root, model, version)
    _add_specs(root, model, days)
    _add_units(root)
    inside = ET.SubElement(root, "model")
    _add_variables(ET.SubElement(inside, "variables"), model)
    add_view(ET.SubElement(inside, "views"), model)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add_header(root: ET.Element, model: Model, version: str) -> None:
    header = ET.SubElement(root, "header")
    options = ET.SubElement(header, "options", {"namespace": "std"})
    ET.SubElement(options, "has_model_view")
    _add_texts(header, [("vendor", "Requisite"), ("name", model.name)])
    ET.SubElement(header, "product", {"version": version, "lang": "en"}).text = "Requisite"


def _add_specs(root: ET.Element, model: Model, days: float) -> None:
    specs = ET.SubElement(root, "sim_specs", {"method": "euler", "time_units": "days"})
    times = [("start", 0.0), ("stop", float(days)), ("dt", model.step)]
    _add_texts(specs, [(name, write_number(value)) for name, value in times])


def _add_units(root: ET.Element) -> None:
    units = ET.SubElement(root, "model_units")
    for name, alias in ALIASES.items():
        _add_texts(ET.SubElement(units, "unit", {"name": name}), [("alias", alias)])


def _add_variables(variables: ET.Element, model: Model) -> None:
    for stock in model.stocks:
        _add_stock(variables, stock)
    for quantity in model.quantities:
        _add_quantity(variables, quantity)


def _add_stock(variables: ET.Element, stock: Stock) -> None:
    element = ET.SubElement(variables, "stock", {"name": stock.name})
    _add_about(element, write_number(stock.initial), stock)
    _add_texts(element, [("inflow", write_name(name)) for name in stock.inflows])
    _add_texts(element, [("outflow", write_name(name)) for name in stock.outflows])


def _add_quantity(variables: ET.Element, quantity: Quantity | Table) -> None:
    is_flow = isinstance(quantity, Quantity) and quantity.is_flow
    element = ET.SubElement(variables, "flow" if is_flow else "aux", {"name": quantity.name})
    _add_about(element, write_formula(formula_of(quantity).term), quantity)
    if isinstance(quantity, Table):
        points = ET.SubElement(element, "gf", {"type": "continuous"})
        both = [("xpts", quantity.x), ("ypts", quantity.y)]
        _add_texts(points, [(name, ",".join(map(write_number, of))) for name, of in both])


def _add_about(element: ET.Element, formula: str, what: Stock | Quantity | Table) -> None:
    _add_texts(element, [("eqn", formula), ("units", what.unit)])
    if what.about:
        _add_texts(element, [("doc", what.about)])


def _add_texts(element: ET.Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, text in texts:
        ET.SubElement(element, name).text = text
