"""What a scenario file may say: one service, its demand, its staff and its designs."""

from typing import Literal

from pydantic import Field, StrictFloat, StrictInt

from sim.design import Design, Frozen
from sim.design.quantity import (
    Count,
    Days,
    Factor,
    Hours,
    Money,
    Share,
    Weeks,
    optional,
)
from sim.scenario.demand import Demand
from sim.scenario.text import Text


class Service(Frozen):
    """What the service is."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$", description="Name used in commands.")
    title: Text = Field(description="Name shown to people.")
    about: Text = Field(description="One or two sentences on what it does.")
    currency: str = Field(min_length=1, description="Currency of every amount of money.")
    days: StrictInt = Field(
        gt=0, le=12_000, description="Calendar days of arrivals in a run, warm-up included."
    )
    promised_days: Days = Field(
        description="Days within which citizens are told that they will be answered."
    )


class OpeningHours(Frozen):
    """When it is open, from Monday on."""

    days_per_week: Count = Field(description="Open days of a week, 1 to 7.")
    opens_hour: Hours = Field(description="Hour at which it opens.")
    hours_per_day: Hours = Field(
        description="Hours that it is open; those past midnight belong to the day before."
    )
    holidays: Literal["none", "sweden", "denmark"] = Field(
        default="none",
        description="Whose public holidays are closed days; day 0 of a run is 1 January, a Monday.",
    )
    calls_by_hour: tuple[Factor, ...] = Field(
        default=(),
        description="When people call: a weight for each hour from opening on; those after "
        "closing play no part. First contacts come by it, and so do calls that fall due while the "
        "service is closed: on the next open day. None: at any time of the day, and calls that "
        "fall due while it is closed at opening.",
    )


class Shift(Frozen):
    """A shift of the roster."""

    starts_hours: Hours = Field(description="Hours after opening at which it starts.")
    hours: Hours = Field(description="Its length.")
    share: Share = Field(description="Share of the staff who work it; the shares add up to 1.")


class Staff(Frozen):
    """The staff that the designs share; one may have another number of them."""

    total: Count = Field(description="Members of staff.")
    rate_per_hour: Money = Field(description="Cost of an hour worked, loaded.")
    target_utilisation: Share = Field(
        description="Share of paid time that can be worked on citizens; cost is time over this."
    )
    days_on_per_week: Count = Field(description="Days of the opening week that each one works.")
    shifts: tuple[Shift, ...] = Field(min_length=1, description="The shifts of a day.")
    absence: Share = Field(description="Share of shifts absent without lasting pressure.")
    memory_days: Days | None = Field(
        None,
        description="Mean days after which a member of staff no longer knows a citizen whom they "
        "have not met again; none: they never forget.",
    )
    turnover_per_year: Factor = optional(
        "How often a year a member of staff leaves, and a new person takes the place."
    )
    share_of_time: Share = optional(
        "Chance that a member of staff on the roster is at this service on a day, at least 0.01; "
        "otherwise at other duties, not absent, and neither paid here nor covered.",
        otherwise=1.0,
    )
    temps: Count = optional("Different temps who can be called.")
    temp_price: Factor = optional("Price of a temp's hour, of an own hour.", otherwise=1.0)


class Costs(Frozen):
    """What falls outside the working time."""

    management_share: Share = Field(description="Management, of the cost of working time.")
    unmet_need: Money = Field(description="Downstream cost of one need left unmet.")
    downstream_rate_per_hour: Money = Field(
        description="Cost of an hour of content that another budget has to do."
    )
    dishonest_claim: Money = optional("Cost of a dishonest claim that is granted.")
    grant: Money = optional(
        "What one need is granted at the standard; more than that costs as much more."
    )


class Loops(Frozen):
    """Pressure on staff and what it does; 0 switches a loop off (Oliva & Sterman 2001)."""

    pressure_days: Days = optional(
        "Days of capacity waiting at which pressure is 1.", otherwise=1.0
    )
    alpha: Factor = optional("Time per job falls as pressure to the power of minus this.")
    floor: Share = optional("Least time per job, of the normal.", otherwise=1.0)
    speed_limit: Share = optional("Share saved by working faster before content is cut.")
    erosion_weeks: Weeks = optional("Time in which the standard held follows what is done.")
    recovery_weeks: Weeks = optional("Time in which it recovers; 0: not at all.")
    absence_weeks: Weeks = optional("Time over which pressure counts as lasting.")
    absence_gain: Factor = optional("Rise of absence for lasting pressure twice the normal.")
    dip_days: Days = optional("Length of the dip after any change of design.")
    dip_slowdown: Share = optional("Extra working time at the start of that dip.")


class Shock(Frozen):
    """Days on which demand, staff or content is not what it usually is: the same in any design."""

    what: Literal["demand", "staff", "content"] = Field(
        description="Arrivals a day, the staff who are there, or the content of needs that come."
    )
    from_day: Days = Field(description="Calendar day of the run on which it begins, from 0.")
    days: Days = Field(description="How many days it lasts.")
    factor: Factor = Field(
        description="How many times as much there is; of the staff the share who are there, each "
        "by chance: who is not is neither absent nor covered."
    )
    demand_type: str | None = Field(
        None, description="The demand type that it is about, where it is about one."
    )


class Evidence(Frozen):
    """A figure that the service should match, and where it was published."""

    claim: str | None = Field(None, description="The claim of the report that it is about.")
    measure: str = Field(description="Name of the measure.")
    design: str = Field(description="The design it is about.")
    compared_with: str | None = Field(
        None,
        description="Another design: then the figure is the change from it, as a share of it.",
    )
    demand_type: str | None = Field(None, description="The demand type, where it is about one.")
    value: StrictFloat = Field(alias="is", description="Published figure.")
    tolerance: tuple[StrictFloat, StrictFloat] = Field(
        alias="range", description="Lowest and highest value that would match it."
    )
    source: str = Field(alias="from", description="A key of `[sources]`.")
    note: str | None = Field(
        None, description="What would have to be true, where the model gives another figure."
    )
    no_test: str | None = Field(
        None,
        description="Why it is no test of its own, where it is none: it could hardly be missed, "
        "or follows from another figure.",
    )


class ScenarioFile(Frozen):
    """A whole scenario file."""

    service: Service
    calendar: OpeningHours
    staff: Staff
    costs: Costs
    demand: dict[str, Demand] = Field(min_length=1, description="The demand types by name.")
    designs: dict[str, Design] = Field(min_length=1, description="The designs by name.")
    loops: Loops = Field(default_factory=Loops)
    shock: tuple[Shock, ...] = Field(default=(), description="Shocks, one table each.")
    evidence: tuple[Evidence, ...] = Field(default=())
    sources: dict[str, str] = Field(
        default_factory=dict, description="Each source by its key, in words that find it."
    )
