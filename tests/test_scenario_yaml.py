"""YAML source: lines of key paths, YAML 1.2 types, what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import ScenarioError
from sim.run.yaml_source import parse_value, parse_yaml, path_text


def test_every_key_path_has_its_line():
    source = parse_yaml("a: 1\nb:\n  - x: 1\n    y: 2\n  - {z: 3}\n", "f.yaml")
    assert source.data == {"a": 1, "b": [{"x": 1, "y": 2}, {"z": 3}]}
    assert source.lines["b", 0, "y"] == 4
    assert source.lines["b", 1, "z"] == 5
    assert source.where(("b", 0, "y")) == "f.yaml:4: b[0].y"


def test_a_path_that_is_not_there_has_the_line_of_its_parent():
    source = parse_yaml("a: 1\nb:\n  c: 2\n", "f.yaml")
    assert source.where(("b", "missing")) == "f.yaml:2: b.missing"
    assert parse_yaml("", "f.yaml").where(("b",)) == "f.yaml:1: b"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("2020-01-01", "2020-01-01"),
        ("010", "010"),
        ("0x10", 16),
        ("0o17", 15),
        ("-5", -5),
        ("6.10", Decimal("6.10")),
        ("1e3", "1e3"),
        (".nan", ".nan"),
        ("true", True),
        ("null", None),
        ("~", None),
        ('"5"', "5"),
        ("20 us", "20 us"),
        ("[1, 2]", [1, 2]),
        ("{a: {b: c}}", {"a": {"b": "c"}}),
    ],
)
def test_types_are_those_of_yaml_1_2(text, value):
    found = parse_value(text, "x")
    assert found == value
    assert type(found) is type(value)
    assert str(found) == str(value)


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate key 'a'", 3),
        ("a: !!python/object:os.system x", "tag 'tag:yaml.org,2002:python/object", 1),
        ("a: !mine 5", "the tag '!mine' is not allowed", 1),
        ("a: !!int x", "the tag 'tag:yaml.org,2002:int' is not allowed", 1),
        ("a: !!set {b: c}", "is not allowed", 1),
        ("1: x", "the key '1' is no text", 1),
        ("? [a]\n: b", "a key must be a text", 1),
        ("a: &x [*x]", "too large or too deep", 1),
        ("a: [1, 2\nb: 3\n", "this is no YAML", 2),
        ("a: *nothing", "this is no YAML", 1),
        ("a: b\n---\nc: d\n", "this is no YAML", 2),
        ("a: \x01", "this is no YAML", None),
    ],
)
def test_what_is_refused_names_its_line(text, says, line):
    with pytest.raises(ScenarioError) as caught:
        parse_yaml(text, "f.yaml")
    assert says in caught.value.problem
    assert caught.value.where.startswith(f"f.yaml:{line}" if line else "f.yaml")


def test_a_bomb_of_aliases_is_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 9)]
    with pytest.raises(ScenarioError, match="too large"):
        parse_yaml("\n".join(lines), "f.yaml")


def test_nesting_without_end_is_refused():
    with pytest.raises(ScenarioError, match="too deep"):
        parse_yaml("[" * 5000, "f.yaml")


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_parses_or_is_refused_in_one_way(text):
    try:
        parse_yaml(text, "f.yaml")
    except ScenarioError as error:
        assert error.where


def test_paths_print_as_people_write_them():
    assert path_text(("arms", 1, "tracers", 0, "name")) == "arms[1].tracers[0].name"
    assert path_text(("globals", "a.b")) == "globals.'a.b'"
