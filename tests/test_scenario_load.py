"""Loading scenarios: quantities, defaults, dumping, digests, changes from the command line."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sim.base.errors import ScenarioError
from sim.base.units import format_duration
from sim.record.schema import WARMUP_AUTO
from sim.run.scenario import load_scenario, parse_scenario, resolved_yaml, scenario_digest
from sim.run.schema import Scenario
from sim.run.schema_base import Constant, Exponential
from sim.run.schema_workload import STEPS, step_name
from sim.workload.steps import STEPS as DECLARED
from tests.scenarios import SMALL, TUTORIAL, small_file


def load(*overrides):
    return parse_scenario(SMALL, "small.yaml", overrides)


def test_quantities_become_integers_in_the_unit_of_their_name():
    scenario = load()
    assert scenario.machine.memory_bytes == 1 << 30
    assert scenario.warmup_ns == 1_000_000
    assert scenario.stop.time_ns == 20_000_000
    web = scenario.workloads[0]
    assert web.arrivals.think == Exponential(dist="exponential", mean="500 us")
    assert web.files.missing_ppm == 50_000
    assert web.request[0].user == Constant(dist="constant", value="15 us")
    assert web.request[2].read.miss_ppm == 100_000
    tracer = scenario.arms[1].tracers[0]
    assert tracer.maps["events"].max_entries == 65536
    assert tracer.reader.cpu_quota_ppm == 500_000


def test_defaults_are_filled_in():
    scenario = load()
    assert scenario.machine.config == "debian"
    assert scenario.machine.hz == 250
    assert scenario.machine.devices["sda"].channels == 1
    assert scenario.workloads[0].comm == "web"
    assert scenario.workloads[0].device == "sda"
    assert scenario.arms[1].tracers[0].reader.pages == 64
    assert scenario.seed == 1
    assert not scenario.draws_uncertainty
    assert load("replications=3").draws_uncertainty


def test_a_workload_without_block_io_gets_no_device():
    assert load("workloads[0].request[2].read.miss_frac=0").workloads[0].device is None


def test_a_long_workload_name_is_cut_for_its_tasks():
    assert (
        load("workloads[0].name=a-very-long-workload-name").workloads[0].comm == "a-very-long-wor"
    )


def test_every_step_has_a_name():
    request = "[user: 1 us, openat: {}, read: {bytes: 1}, write: {bytes: 1}, fsync: {}, close: {}"
    request += ", getpid: {}, lock: {name: a, hold: 1 us}, sleep: 1 us]"
    loaded = load(f"workloads[0].request={request}")
    named = tuple(step_name(step) for step in loaded.workloads[0].request)
    assert (*named, "call", "usdt", *DECLARED) == STEPS  # these two need a binary


def test_open_arrivals_keep_the_rate_exact():
    loaded = load("workloads[0].arrivals={kind: open, rate: 2.5/s, workers: 3}")
    assert loaded.workloads[0].arrivals.rate_millihz == 2500
    assert loaded.workloads[0].arrivals.backlog == 4096
    assert loaded.workloads[0].nr_tasks == 3


@pytest.mark.parametrize(
    "dist",
    [
        "3 ms",
        "{dist: constant, value: 3 ms}",
        "{dist: uniform, low: 1 us, high: 2 us}",
        "{dist: erlang, k: 4, mean: 1 ms}",
        "{dist: empirical, values: [1 us, 5 us], weights: [3, 1]}",
        "0",
    ],
)
def test_every_distribution_survives_a_round_trip(dist):
    loaded = load(f"workloads[0].arrivals.think={dist}")
    assert parse_scenario(resolved_yaml(loaded)) == loaded


def test_a_dump_loads_to_an_equal_scenario_and_the_same_dump():
    loaded = load(
        "question='on: yes # 6.1'", "expect=[traced.latency_p99_ns < 5e5]".replace("5e5", "500000")
    )
    dumped = resolved_yaml(loaded)
    again = parse_scenario(dumped)
    assert again == loaded
    assert resolved_yaml(again) == dumped
    assert scenario_digest(again) == scenario_digest(loaded)


@given(
    question=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    mean_ns=st.integers(0, 1 << 53),
    seed=st.integers(0, (1 << 63) - 1),
)
@settings(max_examples=25, deadline=None)
def test_any_values_survive_a_round_trip(question, mean_ns, seed):
    data = yaml.safe_load(SMALL)
    data |= {"question": question, "seed": seed}
    data["workloads"][0]["arrivals"]["think"]["mean"] = format_duration(mean_ns)
    loaded = parse_scenario(yaml.safe_dump(data, allow_unicode=True))
    assert loaded.question == question
    assert loaded.workloads[0].arrivals.think.mean_ns == mean_ns
    assert parse_scenario(resolved_yaml(loaded)) == loaded


def test_the_digest_follows_what_results_depend_on():
    base = scenario_digest(load())
    assert scenario_digest(load("machine.engine.sources=simpy")) == base
    assert scenario_digest(load("machine.profile=other.yaml")) == base
    assert scenario_digest(load("arms[1].tracers[0].object=x/01-opensnoop.bpf.o")) == base
    assert scenario_digest(load("seed=2")) != base
    assert scenario_digest(load("arms[1].tracers[0].object=opensnoop.bpf.o")) != base


def test_a_loaded_scenario_cannot_be_changed():
    with pytest.raises(ValidationError):
        load().seed = 3


def test_items_of_lists_are_found_by_index_or_name():
    by_index = load("arms[1].tracers[0].reader.nice=5")
    by_name = load("arms[traced].tracers[opensnoop].reader.nice=5")
    assert by_index == by_name
    assert by_name.arms[1].tracers[0].reader.nice == 5


def test_changes_are_made_in_order_and_may_open_mappings():
    assert load("seed=5", "seed=6").seed == 6
    assert load("record.sites=true").record.sites is True
    assert load("machine.kernel=5.15").machine.kernel == "5.15"


def test_a_seed_beats_the_file_and_changes_of_it(tmp_path):
    path = small_file(tmp_path)
    assert load_scenario(path, ["seed=3"], seed=9).seed == 9
    with pytest.raises(ScenarioError) as caught:
        load_scenario(path, seed=-1)
    assert caught.value.where == "--seed: seed"


def test_another_object_takes_the_old_ones_settings_with_it(tmp_path):
    path = small_file(tmp_path)
    other = tmp_path / "elsewhere" / "tool.bpf.o"
    tracer = load_scenario(path, objects=[str(other)]).arms[1].tracers[0]
    assert tracer.object == "elsewhere/tool.bpf.o"
    assert (tracer.settings, tracer.maps, tracer.decode, tracer.programs) == ({}, {}, None, None)
    assert tracer.reader.map is None
    assert tracer.reader.affinity == [3]
    changed = load_scenario(
        path, ["arms[1].tracers[0].globals.targ_pid=7"], objects=[f"opensnoop={other}"]
    )
    assert changed.arms[1].tracers[0].settings == {"targ_pid": 7}


def test_another_object_needs_its_tracer_named_when_there_are_several(tmp_path):
    text = SMALL.replace("warmup:", "      - {name: second, object: 01-opensnoop.bpf.o}\nwarmup:")
    path = small_file(tmp_path, text)
    with pytest.raises(ScenarioError, match="2 tracers could take this object") as caught:
        load_scenario(path, objects=["x.bpf.o"])
    assert "opensnoop, second" in str(caught.value)
    loaded = load_scenario(path, objects=["second=x.bpf.o"])
    assert loaded.arms[1].tracers[0].object == "01-opensnoop.bpf.o"


@pytest.mark.parametrize("name", sorted(p.name for p in TUTORIAL.glob("*.yaml")))
def test_tutorial_scenarios_load_and_survive_a_round_trip(name):
    loaded = load_scenario(TUTORIAL / name)
    again = parse_scenario(resolved_yaml(loaded))
    assert isinstance(again, Scenario)
    assert again == loaded


def test_the_warm_up_can_be_left_to_the_analysis():
    scenario = parse_scenario(SMALL.replace("warmup: 1 ms", "warmup: auto"))
    assert scenario.warmup_ns == WARMUP_AUTO
    assert "warmup: auto\n" in resolved_yaml(scenario)
    assert parse_scenario(resolved_yaml(scenario)) == scenario
    assert scenario_digest(scenario) != scenario_digest(parse_scenario(SMALL))
    with pytest.raises(ScenarioError, match="or write auto"):
        parse_scenario(SMALL.replace("warmup: 1 ms", "warmup: never"))
