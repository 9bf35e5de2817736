"""No quantity escapes the random services: each is varied by them, or stands here with a reason."""

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Literal, get_args

from sim.design import Frozen, Quantity
from sim.scenario import Scenario, build_scenario
from sim.scenario.keys import bare, fields, is_table, origin
from tests.agreement.scenarios import PART, PARTS, read_play
from tests.agreement.tape import Tape

PRICE = "a price: no engine knows of it, and the measures are tested elsewhere"
NOT_VARIED = {
    "staff.rate_per_hour": PRICE,
    "staff.target_utilisation": PRICE,
    "staff.temp_price": PRICE,
    "costs.management_share": PRICE,
    "costs.unmet_need": PRICE,
    "costs.downstream_rate_per_hour": PRICE,
    "costs.dishonest_claim": PRICE,
    "costs.grant": PRICE,
    "designs.*.outsourcing.price_advantage": PRICE,
    "designs.*.outsourcing.supervision_share": PRICE,
    "designs.*.outsourcing.tender_share": PRICE,
}
TAPES = 200


def keys(kind: Any, key: str = "") -> Iterator[str]:
    """Every quantity and every choice of words of a part of the schema; a name or place is `*`."""
    kind = bare(kind)
    if kind is Quantity or origin(kind) is Literal:
        yield key
    elif is_table(kind):
        for name, field in fields(kind).items():
            yield from keys(field.annotation, f"{key}.{name}".lstrip("."))
    elif origin(kind) in (dict, tuple):
        yield from keys(get_args(kind)[origin(kind) is dict], f"{key}.*")


def values(part: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every number and word of a scenario by the same keys."""
    if isinstance(part, Quantity):
        yield key, part.value
    elif isinstance(part, Frozen):
        for name in type(part).model_fields:
            yield from values(getattr(part, name), f"{key}.{name}".lstrip("."))
    elif isinstance(part, dict | tuple):
        for item in part.values() if isinstance(part, dict) else part:
            yield from values(item, f"{key}.*")
    else:
        yield key, part


def test_every_quantity_is_varied_or_has_a_reason() -> None:
    taken = defaultdict(set)
    for seed in range(TAPES):
        play = read_play(Tape(random.Random(seed).randbytes(PART * PARTS)))
        for key, value in values(build_scenario(play.raw, "random")):
            taken[key].add(value)
    assert {key for key in keys(Scenario) if len(taken[key]) < 2} == set(NOT_VARIED)
