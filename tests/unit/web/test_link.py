import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import RunError
from sim.web.session.link import MOST_BYTES, Linked, read_code, write_code

LINKED = Linked(
    "home-care", {"demand.variety*": "2", "functionalised.targets": "absorbing"}, 90, 5, 1, "ab"
)


def pack(table):
    packed = base64.urlsafe_b64encode(zlib.compress(json.dumps(table).encode())).decode()
    return "1" + packed.rstrip("=")


def test_a_code_holds_all_that_is_linked_to_and_is_short():
    code = write_code(LINKED)

    assert read_code(code) == LINKED
    assert len(code) < 160
    assert code.isascii() and not set("+/=&?#% ") & set(code)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_refused_in_words(text):
    with pytest.raises(RunError, match="the code in the address is"):
        read_code(text)


@pytest.mark.parametrize(
    "table",
    [
        [],
        {},
        ["home-care", {}, 90, 5, 1],
        ["home-care", {}, 90, 5, -1, "ab"],
        ["home-care", {}, 90, 5, True, "ab"],
        ["home-care", {}, 90, 5, 1.5, "ab"],
        ["home-care", {}, 10**9, 5, 1, "ab"],
        ["home-care", {}, 13, 5, 1, "ab"],
        ["home-care", {}, 90, 101, 1, "ab"],
        ["home-care", {"a": 1}, 90, 5, 1, "ab"],
        ["home-care", {"a": "b" * 301}, 90, 5, 1, "ab"],
        ["home-care", {str(n): "b" for n in range(201)}, 90, 5, 1, "ab"],
        [["home-care"], {}, 90, 5, 1, "ab"],
    ],
)
def test_a_code_with_something_else_in_it_is_refused(table):
    with pytest.raises(RunError, match="damaged"):
        read_code(pack(table))


def test_a_code_that_unpacks_to_far_more_is_not_unpacked():
    bomb = pack(["home-care", {"a": "b" * 10 * MOST_BYTES}, 90, 5, 1, "ab"])
    assert len(bomb) < 3_000

    with pytest.raises(RunError, match="damaged"):
        read_code(bomb)


def test_a_code_that_was_cut_short_is_damaged_and_one_of_another_version_is_told_as_such():
    code = write_code(LINKED)

    with pytest.raises(RunError, match="damaged"):
        read_code(code[:-6])
    with pytest.raises(RunError, match="another version"):
        read_code("2" + code[1:])
