"""What the reference page says before its tables."""

EXAMPLE = """\
[service]
name = "small-benefit"
days = 365
promised_days = { is = 30, from = "annual-report" }

[demand.known]
kind = "case"
arrivals_per_day = { is = 40, range = [30, 50], from = "annual-report" }
variety = { is = 1.5, range = [0.5, 3.0], from = "assumed" }

[designs.functionalised.purpose]
done = "activity"
check = { is = 0, from = "report-8" }

[sources]
annual-report = "Annual report of the agency, 2023, table 4"
report-8 = "Report version 1.3, section 8.1"
"""
"""A few lines of a scenario file, left incomplete on purpose."""

INTRO = f"""
# Scenario files

<!-- Written by `python -m sim.manual.scenario_files` from the schema. Do not edit by hand. -->

A scenario file is a [TOML](https://toml.io) file that describes one public service: its demand, its
staff, its costs, and the designs that answer the demand. A few lines of one:

```toml
{EXAMPLE}```

## Quantities

Every number that the model uses says where it comes from:

    variety = {{ is = 1.5, range = [0.5, 3.0], from = "assumed" }}

- `is`: the number itself.
- `range`: the lowest and highest *plausible* value; may be left out. A file's own number lies
  within it; whoever explores may leave it. What is *possible* stands in the tables below, and no
  number may leave that.
- `from`: a key of `[sources]`, which says in words where to find it, or one of the general words:

| word | meaning |
|---|---|
| `assumed` | nobody measured it |
| `fitted` | chosen so that the results match the evidence |
| `off` | plays no part in this scenario |
| `changed` | set by whoever runs the scenario, instead of the file's own number |

A key that may be left out has a neutral value, with the source `off`. An unknown key is an error,
and so is a source that nothing uses: both are mostly typing mistakes. All problems of a file are
shown at once.

`NAME` below stands for a name that the file chooses: lower-case letters, digits, `-` and `_`, a
letter first.
"""
