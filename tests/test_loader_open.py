from __future__ import annotations

import pytest

from sim.base.errors import BtfError, ElfError, ProgramError, RelocationError
from sim.bpf import isa
from sim.bpf.asm import assemble
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_types import BTF_VAR_GLOBAL_EXTERN, BTF_VAR_STATIC
from sim.bpf.spec import BPF_F_MMAPABLE, BPF_F_RDONLY_PROG, KconfigType, MapType
from sim.loader.open import internal_map_name, object_name, open_object
from sim.loader.sections import parse_section_name
from tests.corpus import corpus_objects
from tests.objwriter import Obj, btf_ext

R64 = 1
R32 = 10


def _uint(b: BtfBuilder, number: int) -> int:
    return b.ptr(b.array(b.int_("int", 4, signed=True), number))


def _map(b: BtfBuilder, name: str, **members: int) -> int:
    return b.var(name, b.struct("", list(members.items())))


def tracer_object() -> bytes:
    """A kprobe program with a map, read-only data, kconfig, subprograms and CO-RE."""
    b = BtfBuilder()
    i32, u64, u32 = b.int_("int", 4, signed=True), b.int_("u64", 8), b.int_("u32", 4)
    counts = _map(
        b,
        "counts",
        type=_uint(b, MapType.BPF_MAP_TYPE_HASH),
        max_entries=_uint(b, 64),
        key=b.ptr(u32),
        value=b.ptr(u64),
    )
    ring = _map(b, "ring", type=_uint(b, MapType.BPF_MAP_TYPE_RINGBUF), max_entries=_uint(b, 5000))
    b.datasec(".maps", [(counts, 0), (ring, 0)], size=0)
    b.datasec(".rodata", [(b.var("limit", b.const(i32)), 0)], size=0)
    b.datasec(".bss", [(b.var("seen", u64, linkage=BTF_VAR_STATIC), 0)], size=0)
    boolean = b.int_("_Bool", 1, is_bool=True)
    version = b.var("LINUX_KERNEL_VERSION", i32, linkage=BTF_VAR_GLOBAL_EXTERN)
    has = b.var("CONFIG_THING", boolean, linkage=BTF_VAR_GLOBAL_EXTERN)
    b.datasec(".kconfig", [(has, 0), (version, 0)], size=0)
    b.struct("task_struct", [("pid", i32), ("tgid", i32)])
    func = b.func("prog", i32, [("ctx", b.ptr())])
    helper = b.func("helper", i32, [("x", i32)])
    btf = b.build()

    main = assemble(
        """
        r6 = r1
        r1 = 0 ll
        r1 = 0 ll
        r1 = 0 ll
        r1 = 0 ll
        call pc-1
        r2 = 0 ll
        r1 = *(u32 *)(r6 + 4)
        exit
        """
    )
    text = assemble("r0 = 1\nexit\nr1 = 0 ll\ncall pc-5\nexit")
    obj = Obj()
    code = obj.prog("kprobe/do_it", "prog", main)
    text_ndx = obj.section(".text", text, exec=True)
    obj.symbol("leaf", text_ndx, 0, 16, type="func", bind="local")
    obj.symbol("helper", text_ndx, 16, 32, type="func")
    maps = obj.section(".maps", bytes(48))
    obj.symbol("counts", maps, 0, 32, type="object")
    obj.symbol("ring", maps, 32, 16, type="object")
    rodata = obj.section(".rodata", (7).to_bytes(4, "little"))
    obj.symbol("limit", rodata, 0, 4, type="object")
    bss = obj.section(".bss", nobits=8)
    obj.symbol("seen", bss, 0, 8, type="object", bind="local")
    obj.symbol(".bss_sec", bss, type="section", bind="local")
    obj.symbol(".text_sec", text_ndx, type="section", bind="local")
    obj.symbol("LINUX_KERNEL_VERSION", 0, type="notype")
    obj.symbol("CONFIG_THING", 0, type="notype", bind="weak")
    obj.section("license", b"GPL\0")
    obj.reloc(code, 8, "counts")
    obj.reloc(code, 24, "limit")
    obj.reloc(code, 40, ".bss_sec")
    obj.reloc(code, 56, "LINUX_KERNEL_VERSION")
    obj.reloc(code, 72, "helper", R32)
    obj.reloc(code, 80, ".text_sec")
    obj.reloc(text_ndx, 16, "CONFIG_THING")
    raw, ext = btf_ext(
        btf.encode(),
        {"kprobe/do_it": [(0, func)], ".text": [(16, helper)]},
        {"kprobe/do_it": [(0, "a.c", "r6 = r1", 3)], ".text": [(16, "a.c", "help", 9)]},
        {"kprobe/do_it": [(96, btf.id_of("task_struct"), "0:1", 0)]},
    )
    obj.section(".BTF", raw)
    obj.section(".BTF.ext", ext)
    return obj.build()


def test_maps_come_with_all_their_attributes():
    spec = open_object(tracer_object(), "tracer")
    counts, ring = spec.map("counts"), spec.map("ring")
    assert (counts.map_type, counts.max_entries) == (MapType.BPF_MAP_TYPE_HASH, 64)
    assert (counts.key_size, counts.value_size) == (4, 8)
    assert spec.btf is not None
    assert spec.btf[counts.btf_key_type_id].name == "u32"
    assert ring.max_entries == 8192, "libbpf rounds ring buffers up"


def test_global_variables_become_maps_of_one_entry():
    spec = open_object(tracer_object(), "tracer")
    rodata, bss = spec.map(".rodata"), spec.map(".bss")
    assert rodata.name == "tracer.rodata"
    assert rodata.data == b"\7\0\0\0"
    assert rodata.map_flags == BPF_F_RDONLY_PROG | BPF_F_MMAPABLE
    assert (rodata.key_size, rodata.value_size, rodata.max_entries) == (4, 4, 1)
    assert bss.data == bytes(8)
    assert bss.map_flags == 0, "a section with only static variables is not mapped"
    assert spec.vars["limit"][:3] == ("tracer.rodata", 0, 4)


def test_kconfig_externs_are_laid_out_by_alignment_then_size():
    spec = open_object(tracer_object(), "tracer")
    rows = [(e.name, e.type, e.offset, e.is_weak) for e in spec.kconfig]
    assert rows == [
        ("LINUX_KERNEL_VERSION", KconfigType.INT, 0, False),
        ("CONFIG_THING", KconfigType.BOOL, 4, True),
    ]
    assert spec.map(".kconfig").value_size == 5


def test_instructions_refer_to_maps_by_index_and_offset():
    spec = open_object(tracer_object(), "tracer")
    insns = isa.decode(spec.program("prog").insns)
    loads = [(i.src_reg, i.imm, insns[n + 1].imm) for n, i in enumerate(insns) if i.opcode == 0x18]
    index = spec.map_index
    assert loads[:4] == [
        (isa.BPF_PSEUDO_MAP_FD, index("counts"), 0),
        (isa.BPF_PSEUDO_MAP_VALUE, index(".rodata"), 0),
        (isa.BPF_PSEUDO_MAP_VALUE, index(".bss"), 0),
        (isa.BPF_PSEUDO_MAP_VALUE, index(".kconfig"), 0),
    ]
    assert loads[5] == (isa.BPF_PSEUDO_MAP_VALUE, index(".kconfig"), 4)


def test_subprograms_are_appended_once_and_calls_point_to_them():
    prog = open_object(tracer_object(), "tracer").program("prog")
    insns = isa.decode(prog.insns)
    starts = {func.name: func.insn_idx for func in prog.funcs}
    assert starts == {"prog": 0, "helper": 14, "leaf": 18}
    assert 9 + insns[9].imm + 1 == starts["helper"]
    assert (insns[10].src_reg, 10 + insns[10].imm + 1) == (isa.BPF_PSEUDO_FUNC, starts["leaf"])
    assert 16 + insns[16].imm + 1 == starts["leaf"], "a call without relocation"
    assert len(insns) == 20


def test_function_types_lines_and_core_relocations_follow_the_code():
    spec = open_object(tracer_object(), "tracer")
    prog = spec.program("prog")
    assert spec.btf is not None
    assert [spec.btf[f.type_id].name for f in prog.funcs if f.type_id] == ["prog", "helper"]
    assert [(line.insn_idx, line.line_num) for line in prog.line_info] == [(0, 3), (14, 9)]
    assert [(r.insn_idx, r.access_str) for r in prog.core_relos] == [(12, "0:1")]


def test_opening_twice_gives_equal_specs_and_copies_are_independent():
    first, second = open_object(tracer_object(), "t"), open_object(tracer_object(), "t")
    assert first == second
    copied = first.copy()
    copied.map("counts").max_entries = 1
    copied.program("prog").autoload = False
    assert first == second


@pytest.mark.parametrize(
    ("section", "kind", "target", "sleepable", "autoload"),
    [
        ("kprobe/do_unlinkat", "kprobe", "do_unlinkat", False, True),
        ("tp/sched/sched_switch", "tracepoint", "sched/sched_switch", False, True),
        ("tracepoint/syscalls/sys_enter_openat", "tracepoint", "syscalls/sys_enter_openat", 0, 1),
        ("raw_tracepoint/sys_enter", "raw_tp", "sys_enter", False, True),
        ("tp_btf/sched_switch", "tp_btf", "sched_switch", False, True),
        ("?fentry/vfs_read", "fentry", "vfs_read", False, False),
        ("fexit.s/vfs_read", "fexit", "vfs_read", True, True),
        ("kprobe.multi/vfs_*", "kprobe.multi", "vfs_*", False, True),
        ("uprobe//usr/bin/bash:readline", "uprobe", "/usr/bin/bash:readline", False, True),
        ("usdt", "usdt", "", False, True),
        ("perf_event", "perf_event", "", False, True),
        ("cgroup_skb/ingress", "cgroup_skb", "ingress", False, True),
        ("kprobes/x", "", "", False, True),
    ],
)
def test_section_names_are_taken_apart(section, kind, target, sleepable, autoload):
    assert parse_section_name(section) == (kind, target, bool(sleepable), bool(autoload))


def test_maps_of_global_variables_are_named_as_libbpf_names_them():
    assert internal_map_name("opensnoop", ".rodata") == "opensnoo.rodata"
    assert internal_map_name("opensnoop", ".bss") == "opensnoo.bss"
    assert internal_map_name("vfsstat", ".bss") == "vfsstat.bss"
    assert internal_map_name("biosnoop", ".kconfig") == "biosnoo.kconfig"
    assert internal_map_name("x", ".data.custom-name-long") == ".data.custom_na"
    assert object_name("/a/b/opensnoop.bpf.o") == "opensnoop"


def _object(code: str = "r0 = 0\nexit", section: str = "kprobe/f") -> Obj:
    obj = Obj()
    obj.prog(section, "prog", assemble(code))
    return obj


def _with_btf(obj: Obj, b: BtfBuilder) -> Obj:
    obj.section(".BTF", b.build().encode())
    return obj


def test_an_object_without_btf_opens_when_it_has_no_maps():
    spec = open_object(_object().build(), "plain")
    assert spec.btf is None
    assert [p.name for p in spec.programs] == ["prog"]


def test_legacy_maps_are_refused():
    obj = _object()
    obj.section("maps", bytes(20))
    with pytest.raises(ElfError, match="legacy 'maps' section"):
        open_object(obj.build(), "x")


def test_maps_without_btf_are_refused():
    obj = _object()
    obj.section(".maps", bytes(8))
    with pytest.raises(ElfError, match="no BTF"):
        open_object(obj.build(), "x")


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({}, "no map type"),
        ({"type": 1, "frobs": 2}, "unknown attribute 'frobs'"),
        ({"type": 12, "max_entries": 1}, "no inner map"),
    ],
)
def test_broken_map_definitions_are_refused_by_name(members, problem):
    b = BtfBuilder()
    var = _map(b, "m", **{name: _uint(b, value) for name, value in members.items()})
    b.datasec(".maps", [(var, 0)], size=0)
    obj = _object()
    obj.symbol("m", obj.section(".maps", bytes(32)), 0, 32, type="object")
    with pytest.raises(BtfError, match="map 'm'") as caught:
        open_object(_with_btf(obj, b).build(), "x")
    assert problem in caught.value.problem


def test_key_sizes_that_disagree_are_refused():
    b = BtfBuilder()
    var = _map(b, "m", type=_uint(b, 1), key_size=_uint(b, 8), key=b.ptr(b.int_("int", 4)))
    b.datasec(".maps", [(var, 0)], size=0)
    obj = _object()
    obj.symbol("m", obj.section(".maps", bytes(24)), 0, 24, type="object")
    with pytest.raises(BtfError, match="key_size is 8 and 4"):
        open_object(_with_btf(obj, b).build(), "x")


def test_a_map_of_maps_has_its_inner_definition_and_static_slots():
    b = BtfBuilder()
    inner = b.struct("inner_map", [("type", _uint(b, 2)), ("max_entries", _uint(b, 3))])
    first = b.var("first", inner)
    outer = _map(
        b,
        "outer",
        type=_uint(b, MapType.BPF_MAP_TYPE_ARRAY_OF_MAPS),
        max_entries=_uint(b, 4),
        key_size=_uint(b, 4),
        values=b.array(b.ptr(inner), 0),
    )
    b.datasec(".maps", [(first, 0), (outer, 0)], size=0)
    obj = _object()
    maps = obj.section(".maps", bytes(16 + 24 + 16))
    obj.symbol("first", maps, 0, 16, type="object")
    obj.symbol("outer", maps, 16, 40, type="object")
    obj.reloc(maps, 16 + 24 + 8, "first", 2)
    spec = open_object(_with_btf(obj, b).build(), "x")
    outer_spec = spec.map("outer")
    assert outer_spec.inner is not None
    assert (outer_spec.inner.map_type, outer_spec.inner.max_entries) == (2, 3)
    assert outer_spec.value_size == 4
    assert outer_spec.initial == ((1, spec.map_index("first")),)


def test_static_programs_are_refused():
    obj = Obj()
    shndx = obj.section("kprobe/f", assemble("exit"), exec=True)
    obj.symbol("prog", shndx, 0, 8, type="func", bind="local")
    with pytest.raises(ElfError, match="is static"):
        open_object(obj.build(), "x")


def test_the_only_function_of_text_is_a_program():
    spec = open_object(_object(section=".text").build(), "x")
    assert [(p.name, p.kind) for p in spec.programs] == [("prog", "")]


@pytest.mark.parametrize(
    ("code", "offset", "symbol", "problem"),
    [
        ("r1 = 0\nexit", 0, "thing", "cannot be relocated"),
        ("r1 = 0 ll\nexit", 0, "thing", "not possible"),
        ("call 5\nexit", 0, "thing", "helper 5"),
        ("call pc+7\nexit", 0, "prog", "no function starts"),
        ("exit", 64, "prog", "outside of every function"),
    ],
)
def test_relocations_that_make_no_sense_are_refused(code, offset, symbol, problem):
    obj = _object(code)
    obj.symbol("thing", obj.section("strange", bytes(8)), 0, 8, type="object")
    obj.reloc(1, offset, symbol, R32 if "call" in code else R64)
    with pytest.raises(RelocationError, match=problem):
        open_object(obj.build(), "x")


def test_an_undefined_symbol_that_is_no_extern_is_refused():
    obj = _object("call pc-1\nexit")
    obj.symbol("missing", 0, type="notype")
    obj.reloc(1, 0, "missing", R32)
    b = BtfBuilder()
    b.int_("int", 4)
    with pytest.raises(ElfError, match="'missing' is undefined"):
        open_object(_with_btf(obj, b).build(), "x")


def test_names_that_do_not_exist_are_told_with_the_nearest():
    spec = open_object(tracer_object(), "tracer")
    with pytest.raises(ProgramError) as caught:
        spec.map("count")
    assert "counts" in caught.value.suggestion
    with pytest.raises(ProgramError) as caught:
        spec.program("prg")
    assert "prog" in caught.value.suggestion


@pytest.mark.corpus
def test_every_object_of_the_corpus_opens():
    for path in corpus_objects():
        spec = open_object(path)
        assert spec.programs, path.name
        assert all(p.kind for p in spec.programs), path.name
        assert spec.license in ("GPL", "Dual BSD/GPL"), path.name
        for prog in spec.programs:
            for insn in isa.decode(prog.insns):
                if insn.opcode == isa.LDIMM64 and insn.src_reg in (1, 2):
                    assert insn.imm < len(spec.maps)


@pytest.mark.corpus
def test_opensnoop_is_what_its_source_says():
    (path,) = corpus_objects("opensnoop")
    spec = open_object(path)
    assert [(m.name, m.map_type) for m in spec.maps] == [
        ("start", MapType.BPF_MAP_TYPE_HASH),
        ("events", MapType.BPF_MAP_TYPE_PERF_EVENT_ARRAY),
        ("opensnoo.rodata", MapType.BPF_MAP_TYPE_ARRAY),
    ]
    assert sorted(spec.vars) == ["targ_failed", "targ_pid", "targ_tgid", "targ_uid"]
    assert {p.target for p in spec.programs} == {
        f"syscalls/sys_{way}_{call}" for way in ("enter", "exit") for call in ("open", "openat")
    }
