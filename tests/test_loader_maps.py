"""Objects with the further map types: verified, loaded, their slots filled."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.base.errors import ProgramError
from sim.bpf.asm import assemble
from sim.bpf.spec import MapSpec, MapType, ObjectSpec
from sim.hooks.attach import Links
from sim.kernel.machine import Machine, MachineConfig
from sim.loader.load import LoadedObject, load_object
from tests.reference.both import asm_object

T = MapType
SECTION = "kprobe/__x64_sys_getpid"
INNER = MapSpec("outer.inner", T.BPF_MAP_TYPE_ARRAY, 4, 8, 1)


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine(MachineConfig("6.1", 1, 1, lambda _key: 0, hz=0))
    yield made
    made.close()


def _load(machine: Machine, text: str, *maps: MapSpec) -> LoadedObject:
    spec: ObjectSpec = asm_object(maps, [(SECTION, "r0 = 0\nexit")])
    spec.programs[0].insns = assemble(text)
    return load_object(machine, Links(machine), spec, machine.add_owner("tracer:t"))


def _outer(kind: MapType, *initial: tuple[int, int]) -> MapSpec:
    return MapSpec("outer", kind, 4, 4, 4, inner=INNER, initial=initial)


LOOKUP = """
    *(u32 *)(r10 - 4) = 1
    ld_pseudo r1, 1, 0
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = r0
    *(u32 *)(r10 - 4) = 0
    r2 = r10
    r2 += -4
    call bpf_map_lookup_elem
    if r0 == 0 goto out
    r1 = *(u64 *)(r0 + 0)
    out: r0 = 0
    exit
"""


@pytest.mark.parametrize("kind", [T.BPF_MAP_TYPE_ARRAY_OF_MAPS, T.BPF_MAP_TYPE_HASH_OF_MAPS])
def test_slots_that_the_object_names_are_filled(machine: Machine, kind: MapType) -> None:
    first = MapSpec("first", T.BPF_MAP_TYPE_ARRAY, 4, 8, 1)
    loaded = _load(machine, LOOKUP, _outer(kind, (1, 1)), first)
    assert loaded.is_verified
    outer = loaded.maps["outer"]
    assert outer.map_at((1).to_bytes(4, "little")) == loaded.maps["first"].index
    assert outer.map_at((0).to_bytes(4, "little")) is None
    assert set(loaded.maps) == {"outer", "first"}, "the definition of the inner map makes no map"


def test_a_map_that_does_not_fit_its_slot_is_refused(machine: Machine) -> None:
    wide = MapSpec("wide", T.BPF_MAP_TYPE_ARRAY, 4, 16, 1)
    with pytest.raises(ProgramError, match="slot 1 of map 'outer' cannot hold map 'wide'") as error:
        _load(machine, LOOKUP, _outer(T.BPF_MAP_TYPE_ARRAY_OF_MAPS, (1, 1)), wide)
    assert "EINVAL" in str(error.value)


PUSH = """
    *(u64 *)(r10 - 8) = 7
    ld_pseudo r1, 1, 0
    r2 = r10
    r2 += -8
    r3 = 0
    call bpf_map_push_elem
    r0 = 0
    exit
"""


@pytest.mark.parametrize(
    "kind", [T.BPF_MAP_TYPE_QUEUE, T.BPF_MAP_TYPE_STACK, T.BPF_MAP_TYPE_BLOOM_FILTER]
)
def test_maps_without_keys_load(machine: Machine, kind: MapType) -> None:
    loaded = _load(machine, PUSH, MapSpec("map", kind, 0, 8, 4))
    assert loaded.is_verified
    assert loaded.maps["map"].push(bytes(8)) == 0
    assert loaded.maps["map"].peek(bytes(8)) == bytes(8)


def test_map_extra_is_the_number_of_hashes(machine: Machine) -> None:
    bloom = MapSpec("map", T.BPF_MAP_TYPE_BLOOM_FILTER, 0, 8, 50_000, map_extra=1)
    assert _load(machine, PUSH, bloom).maps["map"].memory_bytes == (1 << 17) // 8


def test_an_lpm_trie_needs_its_flag(machine: Machine) -> None:
    text = LOOKUP.replace("r1 = r0\n", "r0 = 0\nexit\nr1 = r0\n").split("if r0 == 0")[0]
    text = "*(u32 *)(r10 - 8) = 8\n*(u32 *)(r10 - 4) = 0\n" + text.replace("-4", "-8")
    text += "r0 = 0\nexit"
    trie = MapSpec("map", T.BPF_MAP_TYPE_LPM_TRIE, 8, 8, 4, map_flags=1)
    assert _load(machine, text, trie).is_verified
    trie = MapSpec("map", T.BPF_MAP_TYPE_LPM_TRIE, 8, 8, 4)
    with pytest.raises(ProgramError, match="refuse"):
        _load(machine, text, trie)


STACKID = "ld_pseudo r2, 1, 0\nr3 = 256\ncall bpf_get_stackid\nr0 = 0\nexit"


def test_stack_traces_load(machine: Machine) -> None:
    loaded = _load(machine, STACKID, MapSpec("map", T.BPF_MAP_TYPE_STACK_TRACE, 4, 80, 4))
    assert loaded.is_verified
