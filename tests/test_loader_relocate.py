from __future__ import annotations

from dataclasses import replace

import pytest

from sim.base.errors import RelocationError, SimError
from sim.bpf import isa
from sim.bpf.asm import assemble
from sim.bpf.btf import Btf, essential_name
from sim.bpf.btf_build import BtfBuilder
from sim.bpf.btf_ext import CoreReloKind
from sim.bpf.btf_types import BTF_FUNC_EXTERN, BTF_VAR_GLOBAL_EXTERN, Datasec, SecVar
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.externs import kconfig_bytes
from sim.loader.kernel_of import kernel_of
from sim.loader.load import load_object
from sim.loader.open import open_object
from sim.loader.relocate import KFUNC_POISON_FUNC, final_maps, relocate
from tests.corpus import corpus_objects
from tests.objwriter import Obj
from tests.test_loader_open import tracer_object

KCONFIG = {"LINUX_KERNEL_VERSION": 0x0601C0, "LINUX_HAS_BPF_COOKIE": 1}


def _kernel(*, pad: int = 0) -> Btf:
    b = BtfBuilder()
    i32 = b.int_("int", 4, signed=True)
    pads = [(f"pad{n}", i32) for n in range(pad)]
    b.struct("task_struct", [*pads, ("pid", i32), ("tgid", i32)])
    b.func("bpf_task_release", 0, [])
    b.var("runqueues", i32)
    return b.build()


def test_a_program_is_fitted_to_the_kernel_and_its_spec_stays():
    spec = open_object(tracer_object(), "tracer")
    before = spec.copy()
    (prog,) = relocate(spec, _kernel(pad=3), kconfig=KCONFIG)
    assert isa.decode(prog.insns)[12].off == 16
    assert prog.poisoned == ()
    assert prog.funcs == spec.program("prog").funcs
    assert spec == before


def test_a_kernel_without_the_struct_poisons_and_says_what():
    spec = open_object(tracer_object(), "tracer")
    (prog,) = relocate(spec, Btf(_kernel().types[:1]), kconfig=KCONFIG)
    (poison,) = prog.poisoned
    assert poison.insn_idx == 12
    assert "struct task_struct.tgid" in poison.relo
    assert isa.decode(prog.insns)[12] == isa.Insn(0x85, imm=195896080)


def test_programs_that_are_not_loaded_are_not_relocated():
    spec = open_object(tracer_object(), "tracer")
    spec.program("prog").autoload = False
    assert relocate(spec, _kernel(), kconfig=KCONFIG) == []


def test_maps_are_filled_with_settings_and_configuration():
    spec = open_object(tracer_object(), "tracer")
    maps = final_maps(spec, kconfig={**KCONFIG, "CONFIG_THING": "y"}, rodata={"limit": 12})
    by_section = {m.section: m.data for m in maps if m.section}
    assert by_section[".kconfig"] == bytes.fromhex("c001060001")
    assert by_section[".rodata"] == b"\x0c\0\0\0"
    assert spec.map(".rodata").data == b"\7\0\0\0"


def test_a_configuration_value_that_is_missing_is_refused_unless_weak():
    spec = open_object(tracer_object(), "tracer")
    with pytest.raises(RelocationError, match="'LINUX_KERNEL_VERSION' has no value"):
        relocate(spec, _kernel())
    maps = final_maps(spec, kconfig=KCONFIG)
    assert next(m for m in maps if m.is_kconfig).data[4] == 0


@pytest.mark.parametrize("value", ["m", "maybe", 2])
def test_a_configuration_value_that_does_not_fit_is_refused(value):
    spec = open_object(tracer_object(), "tracer")
    with pytest.raises(RelocationError, match="does not fit"):
        final_maps(spec, kconfig={**KCONFIG, "CONFIG_THING": value})


def test_a_wrong_setting_is_refused_before_anything_is_relocated():
    spec = open_object(tracer_object(), "tracer")
    with pytest.raises(SimError, match="no global variable"):
        relocate(spec, _kernel(), kconfig=KCONFIG, rodata={"limits": 1})


def _kconfig_object(*, string_bytes: int = 8) -> bytes:
    b = BtfBuilder()
    tri = b.enum("libbpf_tristate", [("TRI_NO", 0), ("TRI_YES", 1), ("TRI_MODULE", 2)])
    char = b.int_("char", 1, signed=True)
    types = {
        "CONFIG_TRI": tri,
        "CONFIG_CHAR": char,
        "CONFIG_HZ": b.int_("int", 4, signed=True),
        "CONFIG_BIG": b.int_("u64", 8),
        "CONFIG_NAME": b.array(char, string_bytes),
    }
    obj = Obj()
    obj.prog("kprobe/f", "prog", assemble("exit"))
    rows = [b.var(name, t, linkage=BTF_VAR_GLOBAL_EXTERN) for name, t in types.items()]
    b.datasec(".kconfig", [(var, 0) for var in rows], size=0)
    for name in types:
        obj.symbol(name, 0, type="notype", bind="weak")
    obj.section(".BTF", b.build().encode())
    return obj.build()


def test_every_type_of_configuration_value_is_filled():
    spec = open_object(_kconfig_object(), "x")
    values = {
        "CONFIG_TRI": "m",
        "CONFIG_CHAR": "y",
        "CONFIG_HZ": "250",
        "CONFIG_BIG": 1 << 63,
        "CONFIG_NAME": "toolongname",
    }
    data = kconfig_bytes(spec.kconfig, values)
    got = {e.name: data[e.offset : e.offset + e.size] for e in spec.kconfig}
    assert got == {
        "CONFIG_TRI": b"\2\0\0\0",
        "CONFIG_CHAR": b"y",
        "CONFIG_HZ": b"\xfa\0\0\0",
        "CONFIG_BIG": bytes(7) + b"\x80",
        "CONFIG_NAME": b"toolong\0",
    }
    assert kconfig_bytes(spec.kconfig, {}) == bytes(len(data))


def _ksym_object(*, bind: str) -> bytes:
    b = BtfBuilder()
    release = b.func("bpf_task_release", 0, [], linkage=BTF_FUNC_EXTERN)
    i32 = b.int_("int", 4, signed=True)
    typed = b.var("runqueues", i32, linkage=BTF_VAR_GLOBAL_EXTERN)
    plain = b.var("init_task", b.const(0), linkage=BTF_VAR_GLOBAL_EXTERN)
    b.add(Datasec(".ksyms", 0, tuple(SecVar(i, 0, 0) for i in (release, typed, plain))))
    obj = Obj()
    shndx = obj.prog("fentry/f", "prog", assemble("call pc-1\nr1 = 0 ll\nr2 = 0 ll\nexit"))
    for name in ("bpf_task_release", "runqueues", "init_task"):
        obj.symbol(name, 0, type="notype", bind=bind)
    obj.reloc(shndx, 0, "bpf_task_release", 10)
    obj.reloc(shndx, 8, "runqueues")
    obj.reloc(shndx, 24, "init_task")
    obj.section(".BTF", b.build().encode())
    return obj.build()


def test_kernel_symbols_become_btf_ids_and_addresses():
    kernel = _kernel()
    spec = open_object(_ksym_object(bind="global"), "x")
    (prog,) = relocate(spec, kernel, ksyms={"init_task": 0xFFFF_FFFF_8260_0000})
    insns = isa.decode(prog.insns)
    assert insns[0][1:] == (0, isa.BPF_PSEUDO_KFUNC_CALL, 0, kernel.id_of("bpf_task_release"))
    assert insns[1].src_reg == isa.BPF_PSEUDO_BTF_ID
    assert insns[1].imm == kernel.id_of("runqueues")
    assert (insns[3].imm & 0xFFFF_FFFF, insns[4].imm) == (0x8260_0000, -1)


def test_a_machine_loads_a_program_that_names_a_kernel_symbol():
    b = BtfBuilder()
    plain = b.var("init_task", b.const(0), linkage=BTF_VAR_GLOBAL_EXTERN)
    b.add(Datasec(".ksyms", 0, (SecVar(plain, 0, 0),)))
    obj = Obj()
    program = assemble("r1 = 0 ll\nr0 = r1\nexit")
    shndx = obj.prog("kprobe/__x64_sys_getpid", "prog", program)
    obj.symbol("init_task", 0, type="notype", bind="global")
    obj.reloc(shndx, 0, "init_task")
    obj.section(".BTF", b.build().encode())
    machine = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0, hz=0))
    try:
        spec = open_object(obj.build(), "x")
        loaded = load_object(machine, Links(machine), spec, machine.add_owner("tracer:t"))
        insns = isa.decode(loaded.admissions[0].live)
        address = kernel_of("6.1").ksyms["init_task"]
        assert insns[0].imm & 0xFFFF_FFFF | (insns[1].imm & 0xFFFF_FFFF) << 32 == address
    finally:
        machine.close()


def test_kernel_symbols_that_are_missing_are_refused_unless_weak():
    empty = Btf(_kernel().types[:1])
    with pytest.raises(RelocationError, match="no kernel function 'bpf_task_release'"):
        relocate(open_object(_ksym_object(bind="global"), "x"), empty)
    (prog,) = relocate(open_object(_ksym_object(bind="weak"), "x"), empty)
    insns = isa.decode(prog.insns)
    assert insns[0] == isa.Insn(0x85, imm=KFUNC_POISON_FUNC)
    assert insns[1][2:] == (0, 0, 0)
    assert insns[3].imm == insns[4].imm == 0


def _without_flavours(btf: Btf) -> Btf:
    """The types of an object as a kernel has them: none is called ``name___flavour``."""
    types = []
    for type_id, btf_type in enumerate(btf.types):
        if essential_name(btf_type.name) != btf_type.name:
            btf_type = replace(btf_type, name=f"unused_{type_id}")
        types.append(btf_type)
    return Btf(types)


@pytest.mark.corpus
def test_an_object_fits_the_kernel_that_has_its_own_types():
    nr_same = 0
    for path in corpus_objects():
        spec = open_object(path)
        assert spec.btf is not None
        for prog in relocate(spec, _without_flavours(spec.btf), kconfig=KCONFIG):
            before, after = isa.decode(prog.spec.insns), isa.decode(prog.insns)
            relos = prog.spec.core_relos
            # How a bitfield is loaded is the compiler's choice, and libbpf makes its own.
            bitfields = {r[1:3] for r in relos if r.kind is CoreReloKind.FIELD_RSHIFT_U64}
            flavoured, free = set(), set()
            for relo in relos:
                name = spec.btf[relo.type_id].name
                if essential_name(name) != name:
                    flavoured |= {relo.insn_idx, relo.insn_idx + 1}
                elif relo[1:3] in bitfields:
                    free.add(relo.insn_idx)
                else:
                    nr_same += 1
            assert {p.insn_idx for p in prog.poisoned} <= flavoured
            changed = {
                n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]
            }
            assert changed <= flavoured | free, (path.name, prog.name)
    assert nr_same > 500


@pytest.mark.corpus
def test_an_empty_kernel_poisons_every_object_and_breaks_none():
    kernel = BtfBuilder().build()
    nr_programs = nr_poisoned = 0
    for path in corpus_objects():
        for prog in relocate(open_object(path), kernel, kconfig=KCONFIG):
            nr_programs += 1
            nr_poisoned += bool(prog.poisoned)
    assert nr_programs > 300
    assert 0 < nr_poisoned < nr_programs


@pytest.mark.corpus
def test_opensnoop_reads_the_arguments_where_the_kernel_has_them():
    b = BtfBuilder()
    u64, i32 = b.int_("unsigned long", 8), b.int_("int", 4, signed=True)
    entry = b.struct("trace_entry", [("flags", u64), ("pid", u64)])
    enter = [("ent", entry), ("id", u64), ("args", b.array(u64, 6)), ("__data", b.array(i32, 0))]
    b.struct("trace_event_raw_sys_enter", enter)
    b.struct("trace_event_raw_sys_exit", [("ent", entry), ("id", u64), ("ret", u64)])
    (path,) = corpus_objects("opensnoop")
    by_name = {p.name: p for p in relocate(open_object(path), b.build())}
    prog = by_name["tracepoint__syscalls__sys_enter_openat"]
    offs = [isa.decode(prog.insns)[r.insn_idx].off for r in prog.spec.core_relos]
    assert offs == [24 + 8, 24 + 16]
