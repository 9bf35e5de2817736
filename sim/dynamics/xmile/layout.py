"""Where things stand in a stock-and-flow diagram, and which way its flows run.

Stocks stand in rows, one after another as their flows lead; other quantities stand below them.
"""

from sim.dynamics.system.equations import Model, Stock

Point = tuple[float, float]
ACROSS, DOWN = 200.0, 180.0
"""From one stock to the next, in its row and to the next row."""
LEFT, TOP = 130.0, 120.0
"""Where the first stock stands."""
IN_A_ROW = 6
AUX_ACROSS, AUX_DOWN, AUX_IN_A_ROW = 150.0, 70.0, 8
WIDTH, HEIGHT = 60.0, 40.0
"""Of a stock."""
APART = 14.0
"""Between two flows at one side of a stock."""
CLOUD = 65.0
"""From a stock to the cloud that a flow comes from or goes to."""


def order_stocks(model: Model) -> list[list[str]]:
    """Order stocks in rows, each followed by one that a flow of it leads to and stands nowhere."""
    fills = {name: stock.name for stock in model.stocks for name in stock.inflows}
    left = {stock.name: stock for stock in model.stocks}
    rows = list[list[str]]()
    while left:
        stock: Stock | None = left.pop(next(iter(left)))
        row = list[str]()
        while stock is not None:
            row.append(stock.name)
            ahead = [fills[name] for name in stock.outflows if fills.get(name) in left]
            stock = left.pop(ahead[0]) if ahead and len(row) < IN_A_ROW else None
        rows.append(row)
    return rows


def place_stocks(rows: list[list[str]]) -> dict[str, Point]:
    """Return the middle of each stock."""
    return {
        name: (LEFT + ACROSS * nth, TOP + DOWN * row)
        for row, names in enumerate(rows)
        for nth, name in enumerate(names)
    }


def lay_pipes(model: Model, places: dict[str, Point]) -> dict[str, list[Point]]:
    """Return the points of each flow, from where it comes to where it goes, at right angles."""
    comes = {name: stock.name for stock in model.stocks for name in stock.outflows}
    goes = {name: stock.name for stock in model.stocks for name in stock.inflows}
    used = dict[str, int]()
    pipes, loose = dict[str, list[Point]](), 0
    for flow in (flow.name for flow in model.flows):
        ends = (comes.get(flow), goes.get(flow))
        if ends == (None, None):
            loose += 1
            pipes[flow] = [(ACROSS * loose, 20), (ACROSS * loose + 80, 20)]
        else:
            shift = max(used.get(name, 0) for name in ends if name)
            used.update({name: shift + 1 for name in ends if name})
            start, end = (places.get(name or "") for name in ends)
            pipes[flow] = _lay_pipe(start, end, shift)
    return pipes


def _lay_pipe(start: Point | None, end: Point | None, shift: int) -> list[Point]:
    aside = (shift + 1) // 2 * APART * (-1 if shift % 2 else 1)
    if start is None:
        assert end is not None
        if end[0] == LEFT and not shift:
            return [(LEFT - WIDTH / 2 - CLOUD, end[1]), (LEFT - WIDTH / 2, end[1])]
        x, y = end[0] + aside, end[1] - HEIGHT / 2
        return [(x, y - CLOUD), (x, y)]
    if end is None:
        x, y = start[0] + aside, start[1] + HEIGHT / 2
        return [(x, y), (x, y + CLOUD)]
    if end[1] == start[1] and end[0] - start[0] == ACROSS:
        return [(start[0] + WIDTH / 2, start[1]), (end[0] - WIDTH / 2, end[1])]
    lane = start[1] + HEIGHT / 2 + CLOUD / 2 + APART * shift
    side = HEIGHT / 2 if end[1] <= start[1] else -HEIGHT / 2
    first, last = start[0] + aside, end[0] + aside
    return [(first, start[1] + HEIGHT / 2), (first, lane), (last, lane), (last, end[1] + side)]


def find_middle(pipe: list[Point]) -> Point:
    """Return where the valve of a flow is."""
    nth = (len(pipe) - 1) // 2
    (x, y), (to_x, to_y) = pipe[nth], pipe[nth + 1]
    return (x + to_x) / 2, (y + to_y) / 2


def place_others(names: list[str], below: float) -> dict[str, Point]:
    """Return the middle of each other quantity, in rows from a height downwards."""
    return {
        name: (80 + AUX_ACROSS * (nth % AUX_IN_A_ROW), below + AUX_DOWN * (nth // AUX_IN_A_ROW))
        for nth, name in enumerate(names)
    }
