"""The objects that mutations start from.

The three tutorial objects, some written by `tests.objwriter`, and the smaller ones of the corpus
where there is one (`tests.corpus`). Large ones are drawn seldom: they take longer and differ
little.

**Rule:** the order and the weights depend on names and lengths only, so that (seed, index) means
the same object wherever the same files are.

**Not modelled:** objects of other compilers.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from sim.bpf.asm import assemble
from sim.bpf.btf import Btf
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import BTF_FUNC_EXTERN, BTF_VAR_GLOBAL_EXTERN, Datasec, SecVar
from tests.corpus import corpus_dir
from tests.fuzz.draw import Draw
from tests.objwriter import Obj, btf_ext
from tests.scenarios import TUTORIAL
from tests.test_loader_open import tracer_object

__all__ = ["SeedObject", "draw_seed", "seed_objects"]

_LARGEST_BYTES = 50_000


class SeedObject(NamedTuple):
    """An object to mutate; *weight* says how often it is drawn."""

    name: str
    data: bytes
    weight: int


def _uint(b: BtfBuilder, number: int) -> int:
    return b.ptr(b.array(b.int_("int", 4, signed=True), number))


def _map_of_maps() -> bytes:
    b = BtfBuilder()
    inner = b.struct("inner_map", [("type", _uint(b, 2)), ("max_entries", _uint(b, 3))])
    first = b.var("first", inner)
    members = [("type", _uint(b, 12)), ("max_entries", _uint(b, 4)), ("key_size", _uint(b, 4))]
    outer = b.var("outer", b.struct("", [*members, ("values", b.array(b.ptr(inner), 0))]))
    b.datasec(".maps", [(first, 0), (outer, 0)], size=0)
    obj = Obj()
    obj.prog("kprobe/vfs_read", "prog", assemble("r0 = 0\nexit"))
    maps = obj.section(".maps", bytes(56))
    obj.symbol("first", maps, 0, 16, type="object")
    obj.symbol("outer", maps, 16, 40, type="object")
    obj.reloc(maps, 48, "first", 2)
    obj.section(".BTF", b.build().encode())
    return obj.build()


def _relocations() -> bytes:
    """Return an object with every kind of CO-RE relocation, a typed ksym and a kernel function."""
    b = BtfBuilder()
    i32, u64 = b.int_("int", 4, signed=True), b.int_("u64", 8)
    words = b.array(b.int_("char", 1, signed=True), 16)
    bits = b.struct("bits", [("a", i32), ("b", u64)])
    task = b.struct("task_struct", [("pid", i32), ("comm", words), ("x", bits), ("more", u64)])
    state = b.enum("pid_type", [("PIDTYPE_PID", 0), ("PIDTYPE_TGID", 1)])
    proto = b.ptr(task)
    func = b.func("bpf_task_release", 0, [("p", proto)], linkage=BTF_FUNC_EXTERN)
    queue = b.var("rq", i32, linkage=BTF_VAR_GLOBAL_EXTERN)
    text = b.array(b.int_("char", 1, signed=True), 8)
    b.datasec(".kconfig", [(b.var("CONFIG_TEXT", text, linkage=BTF_VAR_GLOBAL_EXTERN), 0)], size=0)
    limits = b.array(i32, 4)
    b.datasec(".data", [(b.var("limits", limits), 0), (b.var("mode", state), 0)], size=0)
    entry = b.func("prog", i32, [("ctx", proto)])
    obj = Obj()
    code = assemble(14 * "r1 = 0\n" + "call pc-1\nr1 = 0 ll\nr1 = 0 ll\nr0 = 0\nexit")
    at = obj.prog("tp_btf/sched_switch", "prog", code)
    data = obj.section(".data", bytes(20))
    obj.symbol("limits", data, 0, 16, type="object")
    obj.symbol("mode", data, 16, 4, type="object")
    for name in ("bpf_task_release", "rq", "CONFIG_TEXT"):
        obj.symbol(name, 0, type="notype", bind="weak")
    obj.reloc(at, 8 * 14, "bpf_task_release", 10)
    obj.reloc(at, 8 * 15, "rq")
    obj.reloc(at, 8 * 17, "CONFIG_TEXT")
    rows = []
    for kind in CoreReloKind:
        is_type = 6 <= kind <= 9 or kind == 12
        type_id = state if kind in (10, 11) else task
        rows.append((8 * int(kind), type_id, "0" if is_type or kind in (10, 11) else "0:1:3", kind))
    # A function has no size, so the builder does not put one in a section.
    ksyms = Datasec(".ksyms", 0, (SecVar(func, 0, 0), SecVar(queue, 0, 4)))
    btf = Btf([*b.build().types, ksyms])
    raw, ext = btf_ext(
        btf.encode(), {"tp_btf/sched_switch": [(0, entry)]}, None, {"tp_btf/sched_switch": rows}
    )
    obj.section(".BTF", raw)
    obj.section(".BTF.ext", ext)
    obj.section("license", b"GPL\0")
    obj.section("version", (0x060100).to_bytes(4, "little"))
    return obj.build()


def _bare() -> bytes:
    obj = Obj()
    obj.prog("kprobe/vfs_read", "prog", assemble("r0 = 0\nexit"))
    values = obj.section(".data", bytes(range(16)))
    obj.symbol("first", values, 0, 8, type="object")
    obj.symbol("second", values, 8, 8, type="object")
    obj.symbol("third", obj.section(".bss", nobits=64), 0, 64, type="object")
    return obj.build()


def _weight(nr_bytes: int) -> int:
    return 12 if nr_bytes <= 9_000 else 4 if nr_bytes <= 20_000 else 1


@functools.cache
def seed_objects() -> tuple[SeedObject, ...]:
    """Return the objects at hand."""
    made = {
        "tracer": tracer_object(),
        "map-of-maps": _map_of_maps(),
        "relocations": _relocations(),
        "bare": _bare(),
    }
    found = [SeedObject(name, data, 30) for name, data in made.items()]
    for path in sorted(TUTORIAL.glob("*.bpf.o")):
        found.append(SeedObject(path.name, path.read_bytes(), 30))
    folder = corpus_dir()
    for path in sorted(folder.rglob("*.bpf.o")) if folder else ():
        data = path.read_bytes()
        if len(data) <= _LARGEST_BYTES:
            found.append(SeedObject(path.name, data, _weight(len(data))))
    return tuple(found)


def draw_seed(draw: Draw) -> SeedObject:
    """Draw an object to mutate."""
    seeds = seed_objects()
    return draw.choices(seeds, [seed.weight for seed in seeds])[0]
