"""What is wrong with a scenario is told with its place, what is allowed and what is near."""

from __future__ import annotations

import textwrap

import pytest

from sim.base.errors import ScenarioError
from sim.run.scenario import load_scenario, parse_scenario
from sim.run.schema_errors import CombinedScenarioError
from sim.run.schema_workload import STEPS
from tests.scenarios import SMALL


def refusal(old="", new="", overrides=()):
    assert old in SMALL
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(SMALL.replace(old, new, 1), "small.yaml", overrides)
    return str(caught.value)


def block(text):
    return textwrap.dedent(text).strip()


def test_an_unknown_key_names_the_allowed_and_the_nearest():
    allowed = "kernel, config, cpus, memory, hz, nmi_hz, preempt, profile, devices, networks"
    allowed += ", binaries, engine, caches"
    assert refusal("cpus: 4", "cpu: 4\n  cpus: 4") == block(
        f"""
        unknown key 'cpu'
          where: small.yaml:6: machine.cpu
          why:   allowed here: {allowed}, wakeup_granularity
          try:   did you mean cpus?
        """
    )


def test_a_negative_duration_is_refused():
    assert refusal("mean: 500 us", "mean: -500 us") == block(
        """
        '-500 us' is no duration: it cannot be negative; write it like 20 us or 1.5 ms
          where: small.yaml:12: workloads[0].arrivals.think.mean
        """
    )


def test_an_unknown_kernel_names_the_known():
    assert refusal('"6.1"', '"6.11"') == block(
        """
        '6.11' is none of the allowed values
          where: small.yaml:5: machine.kernel
          why:   allowed: 5.15, 5.16, 5.17, 5.18, 5.19, 6.0, 6.1, 6.2, 6.12
          try:   did you mean 6.1, 6.12?
        """
    )


def test_an_unknown_step_names_the_known():
    known = ", ".join(STEPS)
    assert refusal("- user: 15 us", "- usr: 15 us") == block(
        f"""
        unknown step 'usr'
          where: small.yaml:15: workloads[0].request[0]
          why:   steps: {known}
          try:   did you mean user?
        """
    )


def test_an_unknown_distribution_names_the_known():
    assert refusal("{dist: exponential, mean: 500 us}", "{dist: exponental, mean: 5 us}") == block(
        """
        'exponental' is none of the allowed values
          where: small.yaml:12: workloads[0].arrivals.think
          why:   allowed: constant, exponential, uniform, erlang, empirical
          try:   did you mean exponential?
        """
    )


def test_an_unknown_key_inside_an_alternative_is_found():
    assert refusal("miss_frac", "mis_frac") == block(
        """
        unknown key 'mis_frac'
          where: small.yaml:17: workloads[0].request[2].read.mis_frac
          why:   allowed here: bytes, repeat, miss_frac
          try:   did you mean miss_frac?
        """
    )


def test_a_missing_key_has_the_line_of_its_mapping():
    assert refusal("clients: 8, ", "") == block(
        """
        'clients' is missing
          where: small.yaml:12: workloads[0].arrivals.clients
        """
    )


def test_several_errors_are_told_together_in_the_files_order():
    text = SMALL.replace("cpus: 4", "cpus: 300").replace("clients: 8", 'clients: "8"')
    with pytest.raises(CombinedScenarioError) as caught:
        parse_scenario(text.replace("warmup: 1 ms", "warmup: 1"), "small.yaml")
    assert str(caught.value) == block(
        """
        small.yaml has 3 errors
        300 must be at most 256
          where: small.yaml:6: machine.cpus
        expected a whole number, got '8'
          where: small.yaml:12: workloads[0].arrivals.clients
          try:   write 8 without quotes
        '1' has no unit: a duration needs one of ns, us, ms, s, min, h; or write auto
          where: small.yaml:30: warmup
        """
    )
    assert len(caught.value.errors) == 3


@pytest.mark.parametrize(
    ("override", "says"),
    [
        ("machine.hz=200", "200 is none of the allowed values"),
        ("machine.memory=1 MiB", "must be at least"),
        ("machine.devices.sda.service={mean: 1 us}", "'dist' is missing"),
        ("machine.devices={SDA: {service: 1 us}}", "no device name"),
        ("record.sites=on", "expected true or false, got 'on'"),
        ("name=Not A Name", "is no name"),
        ("stop={}", "give either `time` or `requests`"),
        ("stop={time: 1 ms, requests: 3}", "give either `time` or `requests`"),
        ("stop.time=0", "must be above 0"),
        ("workloads=[]", "must not be empty"),
        ("workloads=3", "expected a list, got 3"),
        ("workloads[0].request=[]", "must not be empty"),
        ("workloads[0].request[0]=openat", "write it as `openat: {}`"),
        ("workloads[0].request[0]={user: 1 us, sleep: 1 us}", "a step is a mapping with one key"),
        ("workloads[0].comm=sixteen-bytes-xx", "longer than the 15 bytes"),
        ("workloads[0].nice=20", "must be at most 19"),
        ("workloads[0].nice=true", "expected a whole number, got true"),
        ("workloads[0].affinity=[]", "names no CPU"),
        ("workloads[0].affinity=[1, 1]", "names a CPU twice"),
        ("workloads[0].affinity=[1, 4]", "there is no CPU 4"),
        ("workloads[0].files.pattern=/x", "put {} in pattern"),
        ("workloads[0].files.pattern=x{}", "no absolute path"),
        ("workloads[0].files.pattern=/x{0.real}", "may only hold one number"),
        ("workloads[0].files.pattern=/x{", "is no pattern"),
        ("workloads[0].files.missing_frac=1.5", "above 100%"),
        ("workloads[0].files=null", "openat has nothing to open"),
        ("workloads[0].device=sdb", "there is no device 'sdb'"),
        ("machine.devices={}", "'device' is missing"),
        ("workloads[0].request=[{close: {}}]", "close has no open file"),
        ("workloads[0].request=[{openat: {}}]", "the file is never closed"),
        ("workloads[0].arrivals={kind: open, rate: 0/s, workers: 1}", "must be at least 1"),
        ("workloads[0].arrivals={kind: opn}", "'opn' is none of the allowed values"),
        ("workloads[0].arrivals.think={dist: uniform, low: 2 us, high: 1 us}", "is above high"),
        ("workloads[0].arrivals.think={dist: empirical, values: []}", "must not be empty"),
        ("workloads[0].arrivals.think={dist: empirical, values: [1 us], weights: [0]}", "zero"),
        ("arms[0].tracers=[{name: x, object: y}]", "the first arm has tracers"),
        ("arms[1].tracers=[]", "arm 'traced' has no tracers"),
        ("arms[1].name=untraced", "two arms are called 'untraced'"),
        ("arms[1].tracers[0].reader.pages=48", "48 is no power of two (nearest: 32, 64)"),
        ("arms[1].tracers[0].reader.affinity=[9]", "there is no CPU 9"),
        ("arms[1].tracers[0].reader.cpu_quota=500%", "more than all CPUs"),
        ("arms[1].tracers[0].reader.cpu_quota=0", "below 1% of a CPU"),
        ("arms[1].tracers[0].globals={x: 1.5}", "no floating-point numbers"),
        ("arms[1].tracers[0].globals={x: {}}", "a setting is a number"),
        ("arms[1].tracers[0].attach={x: vfs_read}", "is no hook: write it like kprobe:vfs_read"),
        ("arms[1].tracers[0].attach={x: 'kprob:vfs_read'}", "did you mean kprobe"),
        ("arms[1].tracers[0].attach={x: 'tracepoint:openat'}", "lacks the category"),
        ("arms[1].tracers[0].decode={}", "give either `record: STRUCT` or `map: NAME`"),
        ("arms[1].tracers[0].decode={map: x}", "`map` and `as` go together"),
        ("arms[1].tracers[0].programs=[]", "must not be empty"),
        ("warmup=20 ms", "nothing is left after the warm-up"),
        ("warmup=200000 h", "longer than"),
        ("expect=[whatever]", "is no expectation"),
        ("expect=[trace.latency_p99_ns < 5]", "there is no arm 'trace'"),
        ("schema=2", "2 is none of the allowed values"),
        ("machine=null", "expected a mapping, got nothing"),
        ("x.y=3", "unknown key 'x'"),
        ("arms[7].name=x", "arms has no [7]"),
        ("arms[nobody].name=x", "arms has no item named 'nobody'"),
        ("seed.x=3", "unknown key"),
        ("name.x=3", "name has no x"),
        ("machine.cpus", "'machine.cpus' has no ="),
        ("=3", "'=3' has no key"),
        ("a..b=3", "'a..b' is no key path"),
        ("seed=[1", "this is no YAML"),
    ],
)
def test_a_wrong_change_is_refused_and_named(override, says):
    if override == "seed.x=3":
        says = "expected a whole number"
    text = refusal(overrides=[override])
    assert says in text
    assert "--set" in text or "small.yaml:" in text


def test_locks_of_one_name_are_of_one_kind():
    text = refusal(
        overrides=["workloads[0].request[0]={lock: {name: stats, hold: 1 us, kind: spin}}"]
    )
    assert text.startswith("lock 'stats' cannot be a mutex here")
    assert "why:   it is a spin in workloads[0].request[0]" in text


def test_what_is_no_mapping_or_no_file_is_refused(tmp_path):
    for text in ("", "- a", "5"):
        with pytest.raises(ScenarioError, match="a scenario is a mapping"):
            parse_scenario(text)
    with pytest.raises(ScenarioError, match="there is no such scenario"):
        load_scenario(tmp_path / "none.yaml")
    with pytest.raises(ScenarioError, match="cannot be read"):
        load_scenario(tmp_path)
    (tmp_path / "latin.yaml").write_bytes(b"name: \xe9\n")
    with pytest.raises(ScenarioError, match="no UTF-8"):
        load_scenario(tmp_path / "latin.yaml")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(tmp_path / "laten.yaml")
    assert "latin.yaml" in caught.value.suggestion
