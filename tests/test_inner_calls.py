"""Tail calls, callbacks and subprograms of real objects, compiled from C, on a whole machine."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from sim.base.errors import SimError
from sim.loader.build import build_object
from sim.loader.open import open_object
from sim.record.reader import read_table
from tests.mixed import run_file

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ziglang") is None,
    reason="the package ziglang is not installed (extra c)",
)

HEADER = """
typedef unsigned int u32;
typedef unsigned long long u64;
#define SEC(name) __attribute__((section(name), used))
static void *(*lookup)(void *map, const void *key) = (void *)1;
static long (*tail_call)(void *ctx, void *prog_array, u32 index) = (void *)12;
static void *(*reserve)(void *ring, u64 size, u64 flags) = (void *)131;
static void (*submit)(void *data, u64 flags) = (void *)132;
static long (*bpf_loop)(u32 nr, void *callback, void *ctx, u64 flags) = (void *)181;
"""

MAPS = """
#include "types.h"
struct { int (*type)[2]; int (*max_entries)[8]; u32 *key; u64 *value; } counts SEC(".maps");
struct { int (*type)[27]; int (*max_entries)[262144]; } events SEC(".maps");

static __attribute__((always_inline)) void add(u32 slot, u64 n)
{
    u64 *value = lookup(&counts, &slot);
    if (value)
        __sync_fetch_and_add(value, n);
}
"""

TAIL = (
    MAPS
    + """
int again(void *ctx);
int other(void *ctx);
struct {
    int (*type)[3];
    int (*max_entries)[4];
    u32 *key;
    int (*values[])(void *);
} programs SEC(".maps") = { .values = { [0] = again, [1] = other } };

SEC("kprobe") int again(void *ctx)
{
    add(1, 1);
    tail_call(ctx, &programs, 0);
    add(2, 1); /* after 33 tail calls, the first one included */
    return 0;
}

SEC("kprobe") int other(void *ctx)
{
    u64 *record = reserve(&events, 16, 0);
    if (record) {
        record[0] = 1;
        submit(record, 0);
    }
    add(3, 1);
    return 0;
}

const volatile int seven = 7; /* so that the compiler does not know what inner() returns */
static __attribute__((noinline)) int inner(void *ctx)
{
    add(4, 1);
    tail_call(ctx, &programs, 1);
    return seven;
}

SEC("kprobe/__x64_sys_getpid") int prog(void *ctx)
{
    add(0, 1);
    int got = inner(ctx); /* other() returns here, 0 */
    add(5, got == 0);
    tail_call(ctx, &programs, 3); /* an empty slot */
    tail_call(ctx, &programs, 0);
    add(6, 1);
    return 0;
}
char LICENSE[] SEC("license") = "Dual BSD/GPL";
"""
)

LOOP = (
    MAPS
    + """
struct state { u64 sum; u32 stop; };

static long body(u32 i, struct state *state)
{
    state->sum += i;
    if (i % 4 == 0) {
        u64 *record = reserve(&events, 16, 0);
        if (record) {
            record[0] = i;
            submit(record, 0);
        }
    }
    return i == state->stop;
}

SEC("kprobe/__x64_sys_getpid") int prog(void *ctx)
{
    struct state all = { 0, 1000 }, some = { 0, 4 };
    add(0, 1);
    add(1, bpf_loop(10, body, &all, 0));
    add(2, all.sum);
    add(3, bpf_loop(10, body, &some, 0));
    add(4, some.sum);
    add(5, bpf_loop(1, body, &all, 1) == -22);
    add(6, bpf_loop((1 << 23) + 1, body, &all, 0) == -7);
    add(7, bpf_loop(0, body, &all, 0));
    return 0;
}
char LICENSE[] SEC("license") = "Dual BSD/GPL";
"""
)

SCENARIO = """
schema: 1
name: inner
machine: {kernel: "6.1", cpus: 1}
workloads:
  - name: caller
    arrivals: {kind: closed, clients: 1, think: {dist: constant, value: 5 us}}
    request:
      - getpid: {}
arms:
  - name: untraced
  - name: traced
    tracers:
      - {name: tracer, object: tracer.bpf.o, reader: {map: events}}
stop: {requests: 3000}
"""


def _object(folder: Path, source: str) -> Path:
    include = folder / "include"
    include.mkdir()
    (include / "types.h").write_text(HEADER)
    (folder / "t.bpf.c").write_text(source)
    build_object(folder / "t.bpf.c", folder / "tracer.bpf.o", include)
    (folder / "s.yaml").write_text(SCENARIO)
    return folder / "s.yaml"


def _number(hexed: str) -> int:
    return int.from_bytes(bytes.fromhex(hexed), "little")


def _counts(folder: Path) -> dict[int, int]:
    """Return what the array of counters holds at the end, zeros left out."""
    rows = read_table(folder, "map_entries", require_complete=False)
    columns = (rows[name].tolist() for name in ("map", "key", "value"))
    found = {
        _number(key): _number(value)
        for of_map, key, value in zip(*columns, strict=True)
        if of_map == "counts"
    }
    return {slot: n for slot, n in found.items() if n}


@pytest.mark.parametrize("engine", ["jit", "interp"])
def test_tail_calls_go_33_deep_and_return_to_the_caller_of_a_function(tmp_path, engine):
    scenario = _object(tmp_path, TAIL)
    run_file(scenario, tmp_path / "run", f"machine.engine.programs={engine}")
    counts = _counts(tmp_path / "run")
    n = counts[0]
    assert n > 100
    # inner() makes one tail call, the empty slot counts as one, and `again` makes the other 31
    assert counts == {0: n, 1: 31 * n, 2: n, 3: n, 4: n, 5: n}


@pytest.mark.parametrize("engine", ["jit", "interp"])
def test_a_loop_calls_back_and_may_suspend_in_it(tmp_path, engine):
    scenario = _object(tmp_path, LOOP)
    run_file(scenario, tmp_path / "run", f"machine.engine.programs={engine}")
    counts = _counts(tmp_path / "run")
    n = counts[0]
    assert n > 100
    assert counts == {0: n, 1: 10 * n, 2: 45 * n, 3: 5 * n, 4: 10 * n, 5: n, 6: n}


def test_a_program_that_is_only_called_needs_no_target(tmp_path):
    _object(tmp_path, TAIL)
    spec = open_object(tmp_path / "tracer.bpf.o")
    assert spec.tail_called == {"again", "other"}
    assert spec.map("programs").initial_programs == ((0, "again"), (1, "other"))


def test_a_slot_whose_program_is_left_out_is_refused(tmp_path):
    scenario = _object(tmp_path, TAIL)
    with pytest.raises(SimError, match="slot 0 wants program 'again'"):
        run_file(scenario, tmp_path / "run", "arms[1].tracers[0].programs=[prog, other]")
