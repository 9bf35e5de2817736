"""The page that is written: what was compared, the goals, each log, and where it falls short."""

from collections.abc import Sequence

from benchmarks.own_forecast.figures import build_figures
from benchmarks.own_forecast.goals import build_goals
from benchmarks.own_forecast.tell import Told

TEXT = """# The second half of event logs, forecast of the first

Written by `python -m benchmarks.own_forecast`; not to be edited by hand.

Each log is cut in two at the moment when half of its cases have begun. *Ours* is built of the steps
before that moment and fitted to them (`requisite own test`), seed 1; *repeat* is the first half as
it was; {simod} Logs are not shipped. *Off* is the error as a part of what came; intervals are of
95 %. A dash: not told by that log.

Distances are from the second half, by log-distance-measures 2.2.0 (D. Chapela-Campa and others,
*Can I trust my simulation model?*, BPM 2023): smaller is better.
Ours is told as the first half tells (`benchmarks.own_forecast.as_told`): steps of kinds that it has
none of are left out, except the one with which a case begins, and the rest are written, in their
order, at the hours of a week at which the first half has its steps. So hours are not foretold: the
circadian distance says how far those of the first half hold in the second. Simod discovers hours as
well.
Ours is cut to as many cases as came; ours and repeat are shifted by whole weeks to where the second
half begins, so that weekdays and hours stay, which may leave up to three and a half days between
them. Logs tell when a step ended, so all are taken there, and none is cut at the end of its log.
N-grams are not told of ours: its steps have our model's names of jobs, none of which is in a log,
and the distance would be the largest possible and say nothing of control flow. Absolute
distribution and arrivals are hours by which steps and cases come too early or too late, added up
over the whole half: there, a rate of arrivals that changes outweighs everything else.

{goals}
{logs}
{redesign}
## Where it falls short

- *Incidents* holds cases by when they ended: those of its first half are mostly such as took long,
  and those of its second came within weeks. No figure of the first half holds in the second.
- *Fines*: new cases end in 2009, years before its last step, so its arrivals a day are no rate. Its
  first half cannot tell how long one case in ten takes: no case is followed for longer than 237
  days, and the sending to credit collection, which a third of the cases of the second half come
  to, is not among its steps. No estimate of the first half alone, of a mixture of waits either,
  tells of what nobody in it was watched for.
- *Receipt*: that cases have fewer faces from April 2011 on is seen from the end alone. When the
  forecast is made a month of such cases has come, most of them too fresh to be counted, and a test
  that calls at most one unchanging log in a hundred broken does not call it a break.
- The model takes up at opening what falls due while it is closed, as one peak. It is spread over
  the day for the distances, and nowhere else: queues of the model still meet it.
- The circadian distance counts 23 hours for a weekday on which one of two logs has no step, even if
  the other has a handful.
- Steps of citizens are left out where a log tells of none; what a log does beyond them (steps that
  are registered one after the other at the start of a case) ours does not have.
- Simod's simulation has no seed: of *helpdesk* two of them were 1,325 and 1,115 hours off in
  absolute distribution, and 1,420 and 1,282 in arrivals, with ours between them or near. Who is
  nearer there is luck.
- Asks are told of one log alone.
"""
BY_SIMOD = (
    "*Simod* 5.2.1 (M. Camargo, M. Dumas, O. González-Rojas, *Decision Support Systems* 134, 2020; "
    "`simod --one-shot`: without its search for better settings, for want of time) is what it "
    "finds in the same first half, simulated once by Prosimos from the moment of the split for as "
    "many cases as came, with random numbers that have no seed."
)
NOT_SIMOD = (
    "*Simod*, and the distances that are measured beside it, are left out: it was not asked for."
)


def build_page(told: Sequence[Told], redesign: str, *, has_simod: bool) -> str:
    """Build the page."""
    return (
        TEXT.format(
            simod=BY_SIMOD if has_simod else NOT_SIMOD,
            goals=build_goals(told),
            logs="\n".join(map(build_figures, told)),
            redesign=redesign,
        ).rstrip()
        + "\n"
    )
