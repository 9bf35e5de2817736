import math

import pytest

from sim.analysis.breakeven.trace import End, close_in

TOLERANCE = 1e-3
LINES = {
    "straight": (lambda x: 3 * x - 1, 1 / 3),
    "bent": (lambda x: x**9 - 0.001, 0.001 ** (1 / 9)),
    "steps": (lambda x: math.floor(200 * x) / 200 - 0.3025, 0.305),
    "a jump": (lambda x: -1.0 if x < 0.7 else 5.0, 0.7),
}


@pytest.mark.parametrize(("line", "root"), LINES.values(), ids=LINES.keys())
@pytest.mark.parametrize("is_turned", [False, True])
def test_the_ends_come_together_about_the_change_of_sign(line, root, is_turned):
    ends = [End(0.0, line(0.0)), End(1.0, line(1.0))]

    a, b = close_in(line, *(ends[::-1] if is_turned else ends), TOLERANCE)

    assert abs(a.x - b.x) <= TOLERANCE
    assert min(a.x, b.x) - 1e-12 <= root <= max(a.x, b.x) + 1e-12
    assert a.y * ends[1 if is_turned else 0].y > 0


def count_looks(line):
    looks = []
    close_in(lambda x: looks.append(x) or line(x), End(0, line(0)), End(1, line(1)), TOLERANCE)
    return len(looks)


def test_a_straight_line_takes_few_looks_and_no_line_many():
    counts = {name: count_looks(line) for name, (line, _) in LINES.items()}

    assert counts["straight"] <= 3
    assert max(counts.values()) <= 2 * math.ceil(math.log2(1 / TOLERANCE))


def test_it_stops_where_there_is_no_value():
    a, b = close_in(lambda x: None, End(0, -1), End(1, 1), TOLERANCE)

    assert (a.x, b.x) == (0, 1)
