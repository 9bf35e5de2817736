"""Chunks hold every unit once, and are found again by the points in them."""

from hypothesis import given
from hypothesis import strategies as st

from sim.sweep.folder.stages import Some, Stage, count_chunks, find_numbers, list_chunks

POINTS = st.one_of(
    st.integers(1, 12),
    st.sets(st.integers(0, 30), min_size=1, max_size=12).map(lambda some: tuple(sorted(some))),
)
STAGES = st.lists(
    st.builds(
        Stage,
        part=st.integers(0, 1),
        first_point=st.just(0),
        points=POINTS,
        first=st.integers(0, 3),
        replications=st.integers(1, 4),
        units_per_chunk=st.integers(1, 9),
    ),
    min_size=1,
    max_size=3,
)


def units_of(stage: Stage) -> list[tuple[int, int, int]]:
    numbers = [stage.point_at(place) for place in range(stage.point_count)]
    replications = range(stage.first, stage.first + stage.replications)
    return [(stage.part, point, number) for point in numbers for number in replications]


@given(STAGES)
def test_every_unit_is_in_one_chunk_in_order(stages):
    chunks = list(list_chunks(stages))
    found = [
        (chunk.part, some.point, replication)
        for chunk in chunks
        for some in chunk.work
        for replication in some.replications
    ]
    assert found == [unit for stage in stages for unit in units_of(stage)]
    assert [chunk.number for chunk in chunks] == list(range(count_chunks(stages)))
    assert [chunk.units for chunk in chunks] == [
        min(stage.units_per_chunk, stage.units - nth * stage.units_per_chunk)
        for stage in stages
        for nth in range(stage.chunks)
    ]


@given(STAGES, st.integers(0, 1), st.integers(0, 30), st.integers(1, 12))
def test_chunks_of_some_points_are_found_again(stages, part, low, width):
    found = set(find_numbers(stages, part, low, low + width))
    expected = {
        chunk.number
        for chunk in list_chunks(stages)
        for some in chunk.work
        if chunk.part == part and low <= some.point < low + width
    }
    assert found == expected


def test_a_point_may_be_cut_between_two_chunks():
    stage = Stage(0, 10, (2, 5), first=1, replications=3, units_per_chunk=4)
    first, second = list_chunks([stage])
    assert first.work == (Some(2, range(1, 4)), Some(5, range(1, 2)))
    assert second.work == (Some(5, range(2, 4)),)
    assert first.first_point == 10


def test_a_stage_comes_back_from_json():
    for points in (7, (1, 4)):
        stage = Stage(1, 3, points, 0, 2, 5)
        assert Stage.from_dict({**stage.to_dict()}) == stage
