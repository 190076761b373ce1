"""Objects of a scenario: settings applied, and everything that does not fit told at its line."""

from __future__ import annotations

import textwrap

import pytest

from sim.base.errors import SimError
from sim.bpf.spec import MapSpec, MapType
from sim.loader.settings import get_global
from sim.run.objects import least_map_bytes, prepare_objects
from sim.run.scenario import load_scenario
from tests.corpus import corpus_objects
from tests.scenarios import SMALL, small_file

TRACER = "arms[1].tracers[0]"


@pytest.fixture
def path(tmp_path):
    return small_file(tmp_path)


def prepare(path, *overrides, objects=()):
    return prepare_objects(load_scenario(path, overrides, objects=objects))


def refusal(path, *overrides, objects=()):
    with pytest.raises(SimError) as caught:
        prepare(path, *overrides, objects=objects)
    return str(caught.value).replace(str(path.parent), "DIR")


def block(text):
    return textwrap.dedent(text).strip()


def test_settings_are_applied_to_the_tracers_own_copy(path):
    change = "arms[1].tracers[0].globals.targ_tgid=77"
    (tracer,) = prepare(path, change)
    assert tracer.arm == "traced"
    assert tracer.reader_map == "events"
    assert tracer.spec.map("events").max_entries == 65536
    assert get_global(tracer.spec, "targ_tgid") == (77).to_bytes(4, "little")
    assert [p.autoload for p in tracer.spec.programs] == [True, True]


def test_programs_can_be_chosen_and_moved(path):
    (tracer,) = prepare(
        path,
        f"{TRACER}.programs=[exit_openat]",
        f"{TRACER}.attach.enter_openat='tracepoint:c:d'",
        f"{TRACER}.attach.exit_openat='tracepoint:block:block_rq_issue'",
    )
    enter, exit_ = (tracer.spec.program(n) for n in ("enter_openat", "exit_openat"))
    assert (enter.autoload, enter.kind, enter.target) == (False, "tracepoint", "c/d")
    assert (exit_.autoload, exit_.kind, exit_.target) == (
        True,
        "tracepoint",
        "block/block_rq_issue",
    )


def test_a_program_is_not_moved_to_a_hook_that_takes_another_type(path):
    assert refusal(path, f"{TRACER}.attach={{enter_openat: 'kprobe:vfs_read'}}") == block(
        """
        program 'enter_openat' cannot be attached to kprobe:vfs_read
          where: --set: arms[1].tracers[0].attach.enter_openat
          why:   it is a BPF_PROG_TYPE_TRACEPOINT, and that hook takes a BPF_PROG_TYPE_KPROBE
          try:   its section says tracepoint/syscalls/sys_enter_openat
        """
    )


def test_the_only_buffer_is_read_unless_another_is_named(path):
    (tracer,) = prepare(path, f"{TRACER}.reader={{}}")
    assert tracer.reader_map == "events"


def test_a_ring_buffer_that_is_no_power_of_two_is_refused(path):
    assert refusal(path, f"{TRACER}.maps.events.max_entries=100000") == block(
        """
        ring buffer 'events' cannot have 100000 bytes
          where: --set: arms[1].tracers[0].maps.events.max_entries
          why:   map events: its size is a power of two and a multiple of the page (4096)
          try:   use 131072
        """
    )


def test_a_ring_buffer_is_refused_at_the_scenarios_line(tmp_path):
    path = small_file(tmp_path, SMALL.replace("64 KiB", "60 KiB"))
    assert "where: DIR/small.yaml:27: arms[1].tracers[0].maps.events.max_entries" in refusal(path)


def test_more_memory_than_the_machine_has_is_refused(path):
    assert refusal(path, f"{TRACER}.maps.starts.max_entries=100000000") == block(
        """
        the maps need more memory than the machine has, up to 'starts'
          where: --set: arms[1].tracers[0].maps.starts.max_entries
          why:   they take 3051 MiB or more of 1 GiB
          try:   give smaller max_entries, or a larger machine.memory
        """
    )


def test_unknown_names_are_told_together(path):
    text = refusal(
        path,
        f"{TRACER}.globals={{targ_tgd: 1}}",
        f"{TRACER}.programs=[enter_open]",
        f"{TRACER}.reader.map=event",
        f"{TRACER}.decode.record=open_recrd",
        f"{TRACER}.attach={{nothing: 'kprobe:x'}}",
    )
    for says in (
        "has 5 errors",
        "has no global variable 'targ_tgd'",
        "has no program 'enter_open'",
        "has no map 'event'",
        "did you mean events?",
        "has no struct 'open_recrd'",
        "did you mean open_record",
        "has no program 'nothing'",
    ):
        assert says in text


@pytest.mark.parametrize(
    ("override", "says"),
    [
        (f"{TRACER}.globals={{targ_tgid: -1}}", "-1 does not fit variable 'targ_tgid'"),
        (f"{TRACER}.maps={{nope: {{max_entries: 1}}}}", "has no map 'nope'"),
        (f"{TRACER}.reader.map=starts", "map 'starts' is no ring or perf buffer"),
        (f"{TRACER}.decode={{map: hist, as: log2}}", "has no map 'hist'"),
        (f"{TRACER}.object=none.bpf.o", "none.bpf.o cannot be read"),
    ],
)
def test_what_does_not_fit_the_object_is_refused(path, override, says):
    assert says in refusal(path, override)


def test_a_tool_without_buffers_has_a_task_that_reads_nothing(tmp_path):
    path = small_file(tmp_path)
    load = load_scenario(path, objects=[str(p) for p in corpus_objects("vfsstat")])
    (tracer,) = prepare_objects(load)
    assert tracer.tracer.reader is not None
    assert tracer.reader_map is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data[:200], "is truncated"),
        (lambda data: data[:5] + b"\x02" + data[6:], "big-endian"),
        (lambda data: b"", "it is empty"),
        (lambda data: b"#!/bin/sh\n", "no ELF file"),
        (lambda data: data[:18] + b"\x3e\x00" + data[20:], "BPF"),
    ],
    ids=["truncated", "big-endian", "empty", "script", "x86"],
)
def test_a_broken_object_is_refused_at_the_scenarios_line(path, change, says):
    file = path.parent / "01-opensnoop.bpf.o"
    file.write_bytes(change(file.read_bytes()))
    text = refusal(path)
    assert says in text
    assert "where: DIR/small.yaml:25: arms[1].tracers[0].object" in text


def test_an_object_that_was_not_built_says_how(path):
    file = path.parent / "01-opensnoop.bpf.o"
    file.rename(path.parent / "01-opensnoop.bpf.c")
    assert "try:   bpfsim build 01-opensnoop.bpf.c" in refusal(path)


def test_the_least_memory_of_maps_counts_cpus():
    percpu = MapSpec("m", MapType.BPF_MAP_TYPE_PERCPU_HASH, 4, 12, 100)
    assert least_map_bytes(percpu, 4) == 100 * (8 + 4 * 16)
    assert least_map_bytes(MapSpec("m", MapType.BPF_MAP_TYPE_HASH, 4, 12, 100), 4) == 2400
    lazy = MapSpec("m", MapType.BPF_MAP_TYPE_HASH, 4, 12, 100, map_flags=1)
    assert least_map_bytes(lazy, 4) == 0


def test_debians_object_takes_the_place_of_ours(path):
    (tracer,) = prepare(path, objects=[str(p) for p in corpus_objects("opensnoop")])
    assert tracer.reader_map == "events"
    assert tracer.spec.map("events").map_type == MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY


def test_a_hook_that_is_not_there_is_refused_at_its_line(path):
    change = f"{TRACER}.attach={{enter_openat: 'tracepoint:syscalls:sys_enter_opena'}}"
    assert refusal(path, change) == block(
        """
        failed to determine tracepoint 'syscalls/sys_enter_opena' perf event ID: """
        """No such file or directory
          where: --set: arms[1].tracers[0].attach.enter_openat
          why:   01-opensnoop: program 'enter_openat', tracepoint/syscalls/sys_enter_opena: """
        """there is no tracepoint syscalls:sys_enter_opena in the simulated kernel
          try:   did you mean syscalls:sys_enter_openat, syscalls:sys_enter_open, """
        "syscalls:sys_enter_openat2?"
    )
    # What is not loaded may want what it likes.
    assert prepare(path, f"{TRACER}.programs=[exit_openat]", change)
