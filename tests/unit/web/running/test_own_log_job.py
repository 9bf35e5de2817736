"""A log that a visitor sent, read again with a mapping that was corrected."""

from datetime import datetime, timedelta

from sim.web.running.jobs.own_log import LOOKED_AT, ReadLog


def write_american() -> bytes:
    """Return a log by month first, whose first days are all before the 13th."""
    begins, lines = datetime(2024, 1, 1, 9), ["case,activity,time,resource"]
    for case in range(2_500):
        for nth, activity in enumerate(("Register", "Decide")):
            time = begins + timedelta(minutes=10 * case, days=nth)
            lines.append(f"C{case:04d},{activity},{time:%m/%d/%Y %H:%M},p{case % 5}")
    return "\n".join(lines).encode()


def test_read_again_as_it_was_it_stays_as_it_was():
    content = write_american()
    first = ReadLog("log.csv", content).make(lambda *_: None)
    again = ReadLog("log.csv", content, first.mapping).make(lambda *_: None)

    assert content.count(b"\n") > LOOKED_AT and first.log is not None
    assert again.mapping == first.mapping and not again.problems
    assert again.log.end_us.tolist() == first.log.end_us.tolist()


def test_another_column_of_times_has_its_own_format():
    text = "case,activity,day,time\n" + "".join(
        f"C{n // 2},work,{n % 12 + 1:02d}.02.2024 08:{n % 60:02d},2024-02-{n % 12 + 1:02d} 08:00\n"
        for n in range(60)
    )
    first = ReadLog("log.csv", text.encode()).make(lambda *_: None)
    other = {"day": "time", "time": "day"}[first.mapping.time]
    again = ReadLog("log.csv", text.encode(), first.mapping._replace(time=other)).make(
        lambda *_: None
    )

    assert again.log is not None and again.mapping.time_format != first.mapping.time_format
