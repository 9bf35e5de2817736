"""The stock-and-flow diagram of a model in DOT.

Stocks are boxes. A flow runs as a double line through a valve, from one stock to the other or from
and to a cloud. Thin arrows show what each flow and quantity is worked out from.
"""

from collections.abc import Iterator

from sim.dynamics.drawing.dot import write_digraph, write_edge, write_node
from sim.dynamics.system.equations import TIME, Model, formula_of

PIPE = "black:white:black"
THIN = "#5F5A52"


def write_flow_dot(model: Model) -> str:
    """Write the stocks, flows and other quantities of a model."""
    return write_digraph(
        model.name, [*_write_nodes(model), *_write_pipes(model), *_write_arrows(model)]
    )


def _write_nodes(model: Model) -> Iterator[str]:
    flows = {flow.name for flow in model.flows}
    for stock in model.stocks:
        yield write_node(stock.name, shape="box", style="bold")
    for quantity in model.quantities:
        if quantity.name in flows:
            yield write_node(quantity.name, shape="underline", fontsize="11")
        else:
            yield write_node(quantity.name, shape="plaintext", fontsize="11")


def _write_pipes(model: Model) -> Iterator[str]:
    comes = {name: stock.name for stock in model.stocks for name in stock.outflows}
    goes = {name: stock.name for stock in model.stocks for name in stock.inflows}
    for flow in (flow.name for flow in model.flows):
        start, end = comes.get(flow, f"before {flow}"), goes.get(flow, f"after {flow}")
        for cloud, is_none in ((start, flow not in comes), (end, flow not in goes)):
            if is_none:
                yield write_node(cloud, shape="circle", style="dashed", label="", width="0.3")
        yield write_edge(start, flow, color=PIPE, arrowhead="none")
        yield write_edge(flow, end, color=PIPE)


def _write_arrows(model: Model) -> Iterator[str]:
    for quantity in model.quantities:
        for source in sorted(formula_of(quantity).names - {TIME}):
            yield write_edge(source, quantity.name, color=THIN, arrowsize="0.6", constraint="false")
