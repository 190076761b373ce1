"""YAML that is too deep, too long or too large is refused at its line, and quickly."""

from __future__ import annotations

import pytest

from sim.base.errors import CostProfileError, ScenarioError, SimError
from sim.cost.profile import load_profile
from sim.cost.schema import parse_profile
from sim.run.objects import prepare_objects
from sim.run.runner import prepare, try_machines
from sim.run.scenario import load_scenario, parse_scenario
from sim.run.yaml_source import parse_yaml
from tests.scenarios import SMALL, small_file

PRICE = 'source: "s", confidence: assumed'


def profile(price: str) -> str:
    return f"name: a\ndoc: b\nmachine: c\nextends: x86-2020\nprices:\n  helper.call: {price}\n"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 30_000, "a: [" + "[" * 99])
def test_nesting_without_end_is_refused(text):
    with pytest.raises(ScenarioError, match="too deep") as caught:
        parse_yaml(text, "x.yaml")
    assert caught.value.where.startswith("x.yaml:1:")
    with pytest.raises(CostProfileError, match="nested too deep") as refused:
        parse_profile(text, "x.yaml")
    assert refused.value.where == "x.yaml:1"


def test_aliases_that_multiply_are_counted_not_followed():
    lines = ["a0: &a0 [1, 1]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]
    with pytest.raises(ScenarioError, match="too large or too deep"):
        parse_yaml("\n".join(lines), "x.yaml")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("seed: " + "9" * 5000, "a number has 5000 digits"),
        ("seed: 0x" + "f" * 5000, "a number has 5002 digits"),
        ("replications: 1." + "0" * 5000, "a number has 5002 digits"),
        ("uncertainty: " + "x" * 20_000, "a text has 20000 characters"),
        ("x" * 500 + ": 1", "a key has 500 characters"),
        ('uncertainty: "\\U00110000"', "out of range"),
        ("uncertainty: !!python/object:os.system x", "is not allowed"),
        ("uncertainty: *" + "a" * 3000, "found undefined alias"),
    ],
)
def test_what_nobody_writes_is_refused_in_a_short_message(line, says):
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(SMALL + line + "\n")
    assert says in caught.value.problem
    assert len(str(caught.value)) < 500


def test_a_long_value_is_told_shortened():
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(SMALL.replace("name: small", f"name: {'X' * 9000}"))
    assert len(str(caught.value)) < 1000
    assert caught.value.where == "scenario.yaml:2: name"


def test_a_hundred_errors_are_told_and_the_others_counted():
    text = SMALL + "".join(f"k{i}: 1\n" for i in range(300))
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text)
    assert "there are 200 more errors" in str(caught.value)
    assert str(caught.value).count("unknown key") == 100


def test_thousands_of_names_given_twice_are_told_shortened():
    arm = "  - {name: traced, tracers: [{name: a, object: b}]}\n"
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(SMALL.replace("warmup:", f"{arm * 3000}warmup:"))
    assert str(caught.value).count("two arms are called 'traced'") == 100
    assert "there are 2900 more errors" in str(caught.value)


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"name: a\n\nquestion: \xff\n")
    with pytest.raises(ScenarioError, match="no UTF-8") as caught:
        load_scenario(path)
    assert caught.value.where == f"{path}:3"
    path.write_bytes(b"#" * (1 << 20) + b"#")
    with pytest.raises(ScenarioError, match="too large"):
        load_scenario(path)
    with pytest.raises(ScenarioError, match="too large"):
        load_scenario("/dev/zero")


@pytest.mark.parametrize("name", ["/dev/zero", '"a\\0b"', ".", "/", "x" * 3000])
def test_an_object_that_is_no_file_is_refused_at_its_line(tmp_path, name):
    text = SMALL.replace("object: 01-opensnoop.bpf.o", f"object: {name}")
    with pytest.raises(ScenarioError) as caught:
        prepare_objects(load_scenario(small_file(tmp_path, text)))
    line = SMALL[: SMALL.index("object:")].count("\n") + 1
    assert caught.value.where.endswith(f"small.yaml:{line}: arms[1].tracers[0].object")


@pytest.mark.parametrize(
    ("price", "says"),
    [
        (f"{{value: 1e999999, {PRICE}}}", "a number is expected"),
        (f"{{value: 1e18, {PRICE}}}", "too large"),
        (f"{{value: -1e99999, {PRICE}}}", "is negative"),
        (f"{{value: 1e-999999, {PRICE}}}", "finer than the simulator counts"),
        (f"{{value: 1.{'0' * 40}1, {PRICE}}}", "a number has 43 digits"),
        (f"{{value: nan, {PRICE}}}", "a number is expected"),
        (f"{{value: 1, {PRICE}, {'x' * 200}: 1}}", "a key has 200 characters"),
        (f"{{value: 1, {PRICE}, [a]: 1}}", "a key must be a text"),
    ],
)
def test_a_price_beyond_measure_is_refused_at_its_line(tmp_path, price, says):
    path = tmp_path / "p.yaml"
    path.write_text(profile(price))
    with pytest.raises(CostProfileError) as caught:
        load_profile(str(path))
    assert says in str(caught.value)
    assert caught.value.where.startswith("p.yaml:6")


def test_a_name_too_long_for_a_file_is_that_of_no_profile(tmp_path):
    text = SMALL.replace("memory: 1 GiB", f"profile: {'x' * 5000}")
    with pytest.raises(ScenarioError, match="no cost profile 'xxx") as caught:
        prepare(load_scenario(small_file(tmp_path, text)))
    assert len(str(caught.value)) < 1000
    path = tmp_path / "p.yaml"
    for name, says in (("x" * 1000, "no cost profile"), ("x" * 3000, "has 3000 characters")):
        path.write_text(profile(f"{{value: 1, {PRICE}}}").replace("x86-2020", name))
        with pytest.raises(CostProfileError, match=says):
            load_profile(str(path))


def test_a_profile_that_is_no_text_or_too_large_is_refused(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_bytes(b"name: a\ndoc: \xff\n")
    with pytest.raises(CostProfileError, match="no UTF-8") as caught:
        load_profile(str(path))
    assert caught.value.where == "p.yaml:2"
    path.write_bytes(b"#" * (1 << 20) + b"#")
    with pytest.raises(CostProfileError, match="too large"):
        load_profile(str(path))
    path.write_text("name: a\nb: [\n")
    with pytest.raises(CostProfileError, match="not YAML") as caught:
        load_profile(str(path))
    assert caught.value.where.startswith("p.yaml:")


def test_a_map_that_does_not_fit_the_machine_is_named(tmp_path):
    text = SMALL.replace("events: {max_entries: 64 KiB}", "starts: {max_entries: 60000000}")
    path = small_file(tmp_path, text.replace("memory: 1 GiB", "memory: 64 TiB"))
    with pytest.raises(SimError, match="used up") as caught:
        try_machines(prepare(load_scenario(path)))
    assert caught.value.where.endswith(": map 'starts'")
