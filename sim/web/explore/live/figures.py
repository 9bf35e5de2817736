"""The charts of the board: each with a title that is a finding, and its figures as a table."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sim.analysis.breakeven import Breakeven
from sim.analysis.comparison import Comparison
from sim.charts import Pair, cut_costs, plot_cost_cut, plot_pairs
from sim.charts.pairs import weigh
from sim.charts.tokens import Theme
from sim.charts.variety_line import plot_variety_line
from sim.words import explore as words
from sim.words import page, report, say, say_sentence
from sim.words.breakeven import tell_profile
from sim.words.designs import name_design
from sim.words.numbers import currency_of, write_money

CAUSES_SHOWN = 4
STAFF = "staff_hours_per_year"
COSTS_SHOWN = (
    "cost_value_work",
    "cost_failure_contacts",
    "cost_rework",
    "cost_per_citizen_helped",
)
TIMES = ("end_to_end_days", "reported_days")
FACES = ("faces_per_month", "faces_per_case")
FAILURE = "failure_demand_share"
Table = list[list[str]]


class Shown(NamedTuple):
    """A chart of the board."""

    id: str
    title: str
    subtitle: str
    figure: Any
    table: Table
    wide: bool = False

    def as_data(self) -> dict[str, Any]:
        """Return it as the board takes it."""
        drawn = self.figure.to_plotly_json()
        drawn["layout"].pop("template", None)
        return {**self._asdict(), "figure": drawn}


class Seen(NamedTuple):
    """What is drawn: a comparison, the one before anything was changed, and in which colours."""

    now: Comparison
    before: Comparison | None
    theme: Theme

    @property
    def designs(self) -> list[str]:
        """Names of the designs as they stand alone."""
        return [say_sentence(name_design(design)) for design in self.now.designs]


def list_drawn() -> tuple[str, ...]:
    """List the measures that are drawn, or told above the charts."""
    return (*COSTS_SHOWN, *TIMES, *FACES, FAILURE, STAFF, *page.find_failure_conditions())


def list_charts(seen: Seen, line: tuple[Breakeven, float] | None) -> list[Shown]:
    """Draw what applies of a comparison; nothing of one that does not settle."""
    if not seen.now.settles:
        return []
    shown = [*_draw_cost(seen)]
    if line is not None:
        shown.append(_draw_line(*line, seen))
    shown += [*_draw_time(seen), *_draw_causes(seen), *_draw_faces(seen), *_draw_staff(seen)]
    return shown


def _draw_cost(seen: Seen) -> Iterator[Shown]:
    measures = seen.now.measures
    cuts = cut_costs(measures, seen.designs)
    if not cuts:
        return
    currency = currency_of(measures["cost_per_citizen_helped"].unit)
    before = cut_costs(seen.before.measures, seen.designs) if seen.before else []
    totals = [cut.total for cut in before]
    figure = plot_cost_cut(cuts, currency, report.tell_source(seen.now), seen.theme, totals)
    shares = (cuts[0].failure / (cuts[0].total or 1), cuts[1].failure / (cuts[1].total or 1))
    rows = [["", *seen.designs]]
    for name in COSTS_SHOWN:
        measure = measures[name]
        cells = (measure.first, measure.second)
        rows.append(
            [say(measure.title), *(write_money(i.mean if i else 0, currency) for i in cells)]
        )
    title = report.tell_cut(shares, seen.now.designs)
    yield Shown(
        "cost", title, _with_before(report.tell_unit(currency), seen), figure, rows, wide=True
    )


def _with_before(subtitle: str, seen: Seen) -> str:
    return f"{subtitle.rstrip('.')}. {say(words.BEFORE)}" if seen.before else subtitle


def _draw_line(found: Breakeven, here: float, seen: Seen) -> Shown:
    title = next(iter(tell_profile(found.about, found.x, found.profile)), say(words.THE_LINE))
    currency = currency_of(found.about.unit)
    rows = [[say(words.VARIETY), *seen.designs]]
    for point in found.profile.points:
        ends = [write_money(i.mean, currency) if i else "–" for i in (point.first, point.second)]
        rows.append([f"{point.x:.2f}", *ends])
    figure = plot_variety_line(found, here, seen.theme)
    return Shown("line", title, say(words.LINE_SUBTITLE), figure, rows, wide=True)


def _draw_time(seen: Seen) -> Iterator[Shown]:
    measures = seen.now.measures
    lived, reported = (measures[name] for name in TIMES)
    if lived.first is None or reported.first is None:
        return
    names = dict(zip(TIMES, (say(words.LIVED), say(words.REPORTED)), strict=True))
    title = words.tell_time(measures, seen.now.designs)
    yield _show_pairs("time", title, say(words.TIME_SUBTITLE), names, seen)


def _draw_causes(seen: Seen) -> Iterator[Shown]:
    measures = seen.now.measures
    causes = page.find_failure_conditions()
    weights = {name: weigh(measures[name]) for name in causes if name in measures}
    most = sorted((n for n, w in weights.items() if w > 0), key=lambda n: -weights[n])
    names = {name: say_sentence(causes[name]) for name in most[:CAUSES_SHOWN]}
    if names:
        title = words.tell_failure(measures[FAILURE], seen.now.designs)
        yield _show_pairs("causes", title, say(words.CAUSES_SUBTITLE), names, seen)


def _draw_faces(seen: Seen) -> Iterator[Shown]:
    name = next((name for name in FACES if seen.now.measures[name].first), None)
    if name is not None:
        measure = seen.now.measures[name]
        title = words.tell_faces(measure, seen.now.designs)
        subtitle = say(words.FACES_SUBTITLE)
        yield _show_pairs("faces", title, subtitle, {name: ""}, seen)


def _draw_staff(seen: Seen) -> Iterator[Shown]:
    measure = seen.now.measures[STAFF]
    if measure.first is not None:
        title = words.tell_staff(measure, seen.now.designs)
        yield _show_pairs("staff", title, say(words.STAFF_SUBTITLE), {STAFF: ""}, seen)


def _show_pairs(id: str, title: str, subtitle: str, names: dict[str, str], seen: Seen) -> Shown:
    pairs = [_pair(name, label, seen) for name, label in names.items()]
    rows = [["", *seen.designs]]
    for pair in pairs:
        rows.append([pair.label or title, *(words.write_cell(i, pair.unit) for i in pair.values)])
    figure = plot_pairs(pairs, seen.designs, seen.theme)
    return Shown(id, title, _with_before(subtitle, seen), figure, rows)


def _pair(name: str, label: str, seen: Seen) -> Pair:
    measure = seen.now.measures[name]
    before: tuple[float | None, float | None] = (None, None)
    if seen.before is not None and name in seen.before.measures:
        was = seen.before.measures[name]
        before = (was.first.mean if was.first else None, was.second.mean if was.second else None)
    return Pair(label, measure.unit, (measure.first, measure.second), before)
