from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sim.base.errors import ElfError, SimError
from sim.bpf.asm import assemble
from sim.bpf.btf_ext import parse_btf_ext
from sim.bpf.elf import STT_FUNC, read_elf
from sim.loader.open import open_object
from tests.corpus import corpus_objects
from tests.test_loader_open import tracer_object

PROGRAM = tracer_object()


def test_sections_symbols_relocations_and_licence_are_read():
    elf = read_elf(PROGRAM, "x.bpf.o")
    section = elf.section("kprobe/do_it")
    assert section is not None
    assert section.is_exec
    assert [s.name for s in elf.symbols_of(section) if s.type == STT_FUNC] == ["prog"]
    assert {r.symbol.name for r in elf.relocs[section.index]} >= {"counts", "limit"}
    assert elf.license == "GPL"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "no ELF file"),
        (b"hello", "no ELF file"),
        (PROGRAM[:40], "truncated"),
        (PROGRAM[: len(PROGRAM) // 2], "truncated"),
        (PROGRAM[:-1], "truncated"),
        (PROGRAM[:4] + b"\x01" + PROGRAM[5:], "not a 64-bit"),
        (PROGRAM[:5] + b"\x02" + PROGRAM[6:], "big-endian"),
        (PROGRAM[:18] + b"\x3e\x00" + PROGRAM[20:], "no BPF object"),
        (PROGRAM[:16] + b"\x02\x00" + PROGRAM[18:], "not a relocatable"),
    ],
)
def test_what_is_no_bpf_object_is_refused_in_one_sentence(data, problem):
    with pytest.raises(ElfError) as caught:
        read_elf(data, "x.bpf.o")
    assert problem in caught.value.problem
    assert caught.value.where == "x.bpf.o"


def test_a_missing_file_is_an_error_of_ours(tmp_path):
    with pytest.raises(ElfError, match="cannot be read"):
        open_object(tmp_path / "absent.bpf.o")


def _damage(data: bytes, seed: int) -> bytes:
    rng = random.Random(seed)
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        out[rng.randrange(len(out))] = rng.choice((0, 255, rng.randrange(256)))
    if not rng.randrange(4):
        del out[rng.randrange(len(out)) :]
    return bytes(out)


@given(st.integers(0, 1 << 32))
@example(52092)  # a function of a type that is not there
@settings(max_examples=300, deadline=None)
def test_damaged_objects_open_or_are_refused_and_nothing_else(seed):
    try:
        open_object(_damage(PROGRAM, seed), "damaged")
    except SimError as exc:
        assert exc.problem


@pytest.mark.corpus
@given(st.integers(0, 1 << 32))
@settings(max_examples=40, deadline=None)
def test_damaged_real_objects_open_or_are_refused_and_nothing_else(seed):
    (path,) = corpus_objects("opensnoop")
    try:
        open_object(_damage(path.read_bytes(), seed), "damaged")
    except SimError as exc:
        assert exc.problem


@pytest.mark.parametrize("cut", [0, 10, 24, 40])
def test_a_broken_btf_ext_is_refused(cut):
    elf = read_elf(PROGRAM, "x")
    ext, btf = elf.section(".BTF.ext"), elf.section(".BTF")
    assert ext is not None and btf is not None
    with pytest.raises(SimError, match=r"\.BTF\.ext"):
        parse_btf_ext(ext.data[:cut], btf.data)


def test_code_of_the_fixture_is_what_its_source_says():
    elf = read_elf(PROGRAM, "x")
    section = elf.section("kprobe/do_it")
    assert section is not None
    assert section.data[-8:] == assemble("exit")
