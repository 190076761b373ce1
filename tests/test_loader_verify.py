"""Nothing attaches unverified: what loading does with the verifier's verdict."""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest

from sim.base.errors import ProgramError, VerifierError
from sim.bpf.asm import assemble
from sim.bpf.helper_ids import HELPER_IDS
from sim.bpf.helpers import HELPERS
from sim.bpf.spec import LineRef, MapSpec, MapType, ObjectSpec
from sim.bpf.verifier.spec import Verdict, VerdictKind
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader import admit
from sim.loader.load import LoadedObject, load_object
from sim.loader.refusal import last_insn, last_message
from tests.reference.both import asm_object

SECTION = "kprobe/__x64_sys_getpid"
FINE = "r0 = 0\nexit"
UNCHECKED_LOOKUP = """
*(u32 *)(r10 - 4) = 0
r1 = {0} ll
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = *(u64 *)(r0 + 0)
exit
"""
ARRAY = MapSpec("counts", MapType.BPF_MAP_TYPE_ARRAY, 4, 8, 4)


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0, hz=0))
    yield made
    made.close()


def spec_of(text: str, *maps: MapSpec) -> ObjectSpec:
    spec = asm_object(maps, [(SECTION, FINE)])
    spec.programs[0].insns = assemble(text)
    return spec


def lookup() -> ObjectSpec:
    spec = spec_of(UNCHECKED_LOOKUP.replace("r1 = {0} ll", "ld_pseudo r1, 1, 0"), ARRAY)
    spec.programs[0].line_info = (
        LineRef(0, "tool.bpf.c", "int key = 0;", 7, 1),
        LineRef(6, "tool.bpf.c", "\treturn *count;", 9, 9),
    )
    return spec


def load(
    machine: Machine, spec: ObjectSpec, *, verify: bool = True, file: str = ""
) -> LoadedObject:
    owner = machine.add_owner("tracer:t")
    return load_object(machine, Links(machine), spec, owner, verify=verify, file=file)


def test_a_refusal_says_what_the_kernel_said_and_where(machine: Machine) -> None:
    with pytest.raises(VerifierError) as caught:
        load(machine, lookup(), file="tool.bpf.o")
    error = caught.value
    assert error.problem == "R0 invalid mem access 'map_value_or_null'"
    assert (error.errno, error.insn_idx) == (errno.EACCES, 6)
    assert error.where == "test.bpf.o: program 'prog0', insn 6 (tool.bpf.c:9: return *count;)"
    assert error.reason == "the verifier of Linux 6.1 refuses the program (EACCES)"
    assert "bpfsim verify tool.bpf.o --kernel 6.1 --prog prog0" in error.suggestion
    assert error.log.startswith("0: R1=ctx(off=0,imm=0) R10=fp0\n")
    assert error.log.splitlines()[-1].startswith("processed 6 insns ")


def test_nothing_of_a_refused_object_is_on_the_machine(machine: Machine) -> None:
    links = Links(machine)
    spec = lookup()
    spec.programs.insert(0, asm_object([], [(SECTION, FINE)]).programs[0])
    with pytest.raises(VerifierError):
        load_object(machine, links, spec, machine.add_owner("tracer:t"))
    assert machine.maps.nr_maps == 0
    assert (links.programs, links.links) == ([], [])


def test_a_tracer_that_asks_for_no_verifier_is_loaded_and_marked(machine: Machine) -> None:
    loaded = load(machine, lookup(), verify=False)
    assert not loaded.is_verified
    assert [one.verdict for one in loaded.admissions] == ["unverified"]


def test_without_the_verifier_the_structure_is_checked(machine: Machine) -> None:
    with pytest.raises(VerifierError, match="last insn is not an exit or jmp"):
        load(machine, spec_of("r0 = 0"), verify=False)


def test_an_accepted_program_says_what_the_verifier_counted(machine: Machine) -> None:
    loaded = load(machine, spec_of("*(u64 *)(r10 - 16) = 1\nr0 = 0\nexit"))
    (one,) = loaded.admissions
    assert loaded.is_verified
    assert (one.program, one.verdict) == ("prog0", "accept")
    assert (one.insns_processed, one.stack_depth) == (3, (16,))


def test_the_same_program_is_verified_once(machine: Machine, monkeypatch) -> None:
    calls = []

    def count(*args: object, **kwargs: object) -> Verdict:
        calls.append(args)
        return admit.Verdict(VerdictKind.ACCEPT, xlated=assemble(FINE))

    monkeypatch.setattr(admit, "verify", count)
    monkeypatch.setattr(admit, "_remembered", {})
    spec = spec_of("r0 = 5\nexit", ARRAY)
    load(machine, spec)
    load(machine, spec.copy())
    assert len(calls) == 1
    smaller = spec.copy()
    smaller.maps[0].max_entries = 2
    load(machine, smaller)
    assert len(calls) == 2


def test_what_the_verifier_does_not_model_is_refused_with_a_way_out(
    machine: Machine, monkeypatch
) -> None:
    verdict = Verdict(VerdictKind.NOT_MODELLED, why="programs of some type")
    monkeypatch.setattr(admit, "verify", lambda *_args, **_kwargs: verdict)
    monkeypatch.setattr(admit, "_remembered", {})
    with pytest.raises(VerifierError) as caught:
        load(machine, spec_of(FINE))
    assert caught.value.reason == "not modelled: programs of some type"
    assert "verify: false" in caught.value.suggestion


def test_a_helper_that_the_machine_lacks_is_named_where_a_path_reaches_it(
    machine: Machine, monkeypatch
) -> None:
    monkeypatch.delitem(HELPERS, HELPER_IDS["bpf_send_signal"])
    with pytest.raises(ProgramError) as caught:
        load(machine, spec_of("r1 = 0\ncall bpf_send_signal\nr0 = 0\nexit"))
    assert caught.value.problem == "helper bpf_send_signal is not modelled"
    assert caught.value.where.endswith("insn 1")
    assert machine.maps.nr_maps == 0
    load(machine, spec_of("r1 = 0\nif r1 == 0 goto +1\ncall bpf_send_signal\nr0 = 0\nexit"))


def test_a_map_that_the_kernel_refuses_is_told_before_any_is_made(machine: Machine) -> None:
    broken = MapSpec("broken", MapType.BPF_MAP_TYPE_ARRAY, 4, 8, 0)
    with pytest.raises(ProgramError, match="the kernel refuses this map"):
        load(machine, spec_of(FINE, ARRAY, broken))
    assert machine.maps.nr_maps == 0


@pytest.mark.parametrize(
    ("log", "message", "insn_idx"),
    [
        ("", "", -1),
        ("unreachable insn 3\nprocessed 0 insns (limit 1)\n", "unreachable insn 3", -1),
        ("0: R1=ctx()\n0: (95) exit\nR0 !read_ok\nprocessed 1 insns\n", "R0 !read_ok", 0),
        ("3: (85) call bpf_x#1\nprocessed 4 insns\n", "", 3),
        ("from 4 to 6: R0=0\n", "", -1),
    ],
)
def test_the_last_message_of_a_log_is_found(log: str, message: str, insn_idx: int) -> None:
    assert last_message(log) == message
    assert last_insn(log) == insn_idx
