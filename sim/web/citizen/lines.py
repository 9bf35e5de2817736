"""A one-off case in both designs, as two lines of days."""

from sim.charts import TwoDays, plot_day_lines
from sim.journey import Followed, Following, Journey
from sim.web.look.figure import show_figure
from sim.web.look.theme import current_theme
from sim.words import citizen as words
from sim.words import say
from sim.words.designs import say_designs
from sim.words.first_names import call_by_name
from sim.words.journey import tell_summary
from sim.words.numbers import write_headline


def show_lines(followed: Followed, following: Following) -> None:
    """Show the line of sum and the chart."""
    sums = [_tell_sum(journey) for journey in followed.journeys]
    rows = [
        TwoDays(design, summed, journey.line)
        for design, summed, journey in zip(
            say_designs(following.designs), sums, followed.journeys, strict=True
        )
        if journey.line is not None
    ]
    days = [journey.summary.days for journey in followed.journeys]
    name = call_by_name(followed.name_at)
    source = words.tell_run(following.provenance, followed.citizen, following.days)
    show_figure(
        plot_day_lines(rows, source, current_theme()),
        title=words.tell_both(name, days, following.designs),
        subtitle=say(words.READS),
        alt=" ".join(f"{row.design}: {row.summed}." for row in rows),
        key=f"lines:{followed.citizen}",
    )


def _tell_sum(journey: Journey) -> str:
    summary = journey.summary
    money = write_headline(summary.cost, summary.currency)
    return tell_summary(
        summary.days, summary.contacts, summary.visits, summary.faces, money, is_client=False
    )
