"""Cost profiles: what is refused and how it says so, exact numbers, draws, round trips."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import CostProfileError
from sim.base.stream import Streams
from sim.cost.keys import KEYS, is_known
from sim.cost.profile import load_profile

HEAD = "name: p\ndoc: d\nmachine: m\nextends: x86-2020\n"


def write(tmp_path, prices, head=HEAD, name="p.yaml"):
    path = tmp_path / name
    path.write_text(head + "prices:\n" + textwrap.indent(textwrap.dedent(prices), "  "))
    return path


def refusal(path):
    with pytest.raises(CostProfileError) as caught:
        load_profile(path)
    return str(caught.value)


def test_a_file_that_extends_a_shipped_profile_changes_only_its_own_prices(tmp_path):
    path = write(tmp_path, "helper.call: {value: 2.5, source: s, confidence: assumed}\n")
    ours, base = load_profile(path), load_profile("x86-2020")
    assert ours.price_ps("helper.call") == 2500
    assert {k for k in ours.prices if ours.price(k) != base.price(k)} == {"helper.call"}
    assert (ours.name, ours.machine) == ("p", "m")


def test_prices_are_exactly_what_the_text_says(tmp_path):
    path = write(
        tmp_path,
        """
        helper.call: {value: 0.29, source: s, confidence: assumed}
        prog.insn_jit: {value: 310, unit: ps, source: s, confidence: assumed}
        map.atomic: {value: 4.100, unit: ns, source: s, confidence: assumed, uncertainty: 0.3}
        """,
    )
    profile = load_profile(path)
    assert profile.price_ps("helper.call") == 290
    assert profile.price_ps("prog.insn_jit") == 310
    assert profile.price_ps("map.atomic") == 4100
    assert profile.price("map.atomic").uncertainty_ppm == 300_000


GOOD = "source: s, confidence: assumed"


@pytest.mark.parametrize(
    ("price", "says"),
    [
        (f"helper.cal: {{value: 1, {GOOD}}}", ["unknown price 'helper.cal'", "helper.call"]),
        (f"path.: {{value: 1, {GOOD}}}", ["unknown price 'path.'"]),
        ("helper.call: {value: 1, confidence: assumed}", ["has no source", "p.yaml:6"]),
        ("helper.call: {value: 1, source: '', confidence: assumed}", ["has no source"]),
        ("helper.call: {value: 1, source: s}", ["has no confidence", "measured"]),
        ("helper.call: {value: 1, source: s, confidence: sure}", ["unknown confidence 'sure'"]),
        (f"helper.call: {{value: -1, {GOOD}}}", ["-1 is negative"]),
        (f"helper.call: {{value: 0.0001, {GOOD}}}", ["finer than the simulator counts"]),
        (f"helper.call: {{value: fast, {GOOD}}}", ["a number is expected"]),
        (f"helper.call: {{value: .nan, {GOOD}}}", ["a number is expected"]),
        (f"helper.call: {{value: Infinity, {GOOD}}}", ["a number is expected"]),
        (f"helper.call: {{value: [1], {GOOD}}}", ["a number is expected"]),
        (f"helper.call: {{value: 1, unit: us, {GOOD}}}", ["unknown unit 'us'", "ns or ps"]),
        (f"helper.call: {{{GOOD}}}", ["has no value"]),
        (f"helper.call: {{value: 1, uncertainty: 1.5, {GOOD}}}", ["uncertainty is above 1"]),
        (f"helper.call: {{value: 1, sorce: s, {GOOD}}}", ["unknown field 'sorce'", "source"]),
        ("helper.call: 3", ["a mapping is expected"]),
        (
            f"helper.call: {{value: 1, {GOOD}}}\nhelper.call: {{value: 2, {GOOD}}}",
            ["'helper.call' is given twice", "p.yaml:7"],
        ),
    ],
)
def test_a_wrong_price_is_refused_with_its_place_and_a_way_out(tmp_path, price, says):
    message = refusal(write(tmp_path, price + "\n"))
    for part in says:
        assert part in message


def test_a_profile_without_every_price_is_refused_by_the_first_missing_names(tmp_path):
    head = HEAD.replace("extends: x86-2020\n", "")
    message = refusal(write(tmp_path, f"helper.call: {{value: 1, {GOOD}}}\n", head))
    assert "lacks" in message
    assert "hook.raw_tp" in message
    assert "extends" in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("- a\n", "a mapping is expected"),
        ("name: [", "not YAML"),
        ("name: p\ndoc: d\nprices: {}\n", "has no machine"),
        (HEAD + "price: {}\n", "unknown field 'price'"),
    ],
)
def test_a_file_that_is_no_profile_is_refused(tmp_path, text, says):
    path = tmp_path / "p.yaml"
    path.write_text(text)
    assert says in refusal(path)


def test_an_unknown_name_lists_what_is_near_or_shipped(tmp_path):
    assert "x86-2020" in refusal("x86-2021")
    assert "shipped: ryzen-3950x, ryzen-7950x, x86-2020, " in refusal("zzz")
    assert "no cost profile" in refusal(tmp_path / "none.yaml")


def test_profiles_extend_files_beside_them_but_not_themselves(tmp_path):
    write(tmp_path, f"helper.call: {{value: 9, {GOOD}}}\n", name="base.yaml")
    head = HEAD.replace("x86-2020", "base.yaml")
    path = write(tmp_path, f"map.atomic: {{value: 8, {GOOD}}}\n", head)
    assert load_profile(path).price_ps("helper.call") == 9000
    assert load_profile("p.yaml", beside=tmp_path) == load_profile(path)
    loop = write(tmp_path, "{}\n", HEAD.replace("x86-2020", "loop.yaml"), "loop.yaml")
    assert "extends itself" in refusal(loop)


def test_a_kernel_function_without_a_price_costs_the_default():
    profile = load_profile("x86-2020")
    assert profile.resolve("path.no_such_function") == "path.default"
    assert profile.resolve("path.vfs_read") == "path.vfs_read"
    with pytest.raises(CostProfileError, match="no price") as caught:
        profile.price_ps("hook.kprob_ftrace")
    assert "hook.kprobe_ftrace" in str(caught.value)


def test_zero_makes_everything_free_whatever_is_drawn():
    zero = load_profile("x86-2020").zero().draw(Streams(1).stream("prices"))
    assert {zero.price_ps(key) for key in [*zero.keys(), "path.other"]} == {0}


def test_a_profile_survives_being_written_and_read(tmp_path):
    for name in ("x86-2020", "x86-fast-2025"):
        profile = load_profile(name).draw(Streams(1).stream("prices"))
        path = tmp_path / "copy.yaml"
        path.write_text(profile.to_yaml(), encoding="utf-8")
        assert load_profile(path) == profile
        path.write_text(load_profile(name).to_yaml(), encoding="utf-8")
        assert load_profile(path) == load_profile(name)


def test_draws_stay_within_the_uncertainty_and_centre_on_the_figure():
    profile = load_profile("x86-2020")
    stream = Streams(1).stream("prices")
    drawn = [profile.draw(stream, r).price_ps("helper.get_stack") for r in range(400)]
    nominal = profile.price("helper.get_stack")
    width = nominal.value_ps * nominal.uncertainty_ppm // 1_000_000
    assert nominal.value_ps - width <= min(drawn) < max(drawn) <= nominal.value_ps + width
    assert abs(sum(drawn) / 400 - nominal.value_ps) < width * 0.1
    assert max(drawn) - min(drawn) > width


def test_a_price_of_its_own_changes_no_other_draw(tmp_path):
    stream = Streams(1).stream("prices")
    more = load_profile(write(tmp_path, f"path.own: {{value: 1, uncertainty: 1, {GOOD}}}\n"))
    plain = load_profile("x86-2020").draw(stream, 3)
    assert all(more.draw(stream, 3).price(key) == plain.price(key) for key in plain.prices)


def test_replaced_prices_are_checked():
    profile = load_profile("x86-2020").with_prices({"helper.call": 7, "path.own": 3})
    assert (profile.price_ps("helper.call"), profile.price_ps("path.own")) == (7, 3)
    with pytest.raises(CostProfileError, match="unknown price"):
        profile.with_prices({"helper.cal": 1})
    with pytest.raises(CostProfileError, match="negative"):
        profile.with_prices({"helper.call": -1})


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_a_profile_or_one_clear_refusal(text):
    from sim.cost.schema import parse_profile

    try:
        parse_profile(text, "any.yaml")
    except CostProfileError as error:
        assert "any.yaml" in str(error)


def test_every_key_has_a_doc_line_and_a_ledger_activity():
    from sim.record.schema import ACTIVITIES

    assert all(key == price.key and price.doc for key, price in KEYS.items())
    assert {price.activity for price in KEYS.values()} <= set(ACTIVITIES)
    assert is_known("path.anything")
    assert not is_known("path.")
