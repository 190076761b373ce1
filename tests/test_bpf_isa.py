from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.base.errors import AsmError
from sim.bpf import isa
from sim.bpf.isa import Insn

SLOTS = st.builds(
    Insn,
    st.integers(0, 255),
    st.integers(0, 15),
    st.integers(0, 15),
    st.integers(-(1 << 15), (1 << 15) - 1),
    st.integers(-(1 << 31), (1 << 31) - 1),
)


@given(st.lists(SLOTS, max_size=8))
@settings(max_examples=50, deadline=None)
def test_slots_survive_encoding(insns):
    assert isa.decode(isa.encode(insns)) == insns


@given(st.binary(max_size=64))
@settings(max_examples=50, deadline=None)
def test_bytes_survive_decoding_or_are_refused(code):
    if len(code) % 8:
        with pytest.raises(AsmError, match="whole number"):
            isa.decode(code)
    else:
        assert isa.encode(isa.decode(code)) == code


def test_fields_lie_where_the_uapi_header_puts_them():
    code = bytes.fromhex("61 2a fc ff 78 56 34 12")
    (insn,) = isa.decode(code)
    assert insn == Insn(isa.BPF_LDX | isa.BPF_MEM | isa.BPF_W, 10, 2, -4, 0x12345678)
    assert (insn.insn_class, insn.mode, insn.size) == (isa.BPF_LDX, isa.BPF_MEM, isa.BPF_W)


@pytest.mark.parametrize(
    "insn", [Insn(7, 16), Insn(7, 0, -1), Insn(7, off=1 << 15), Insn(7, imm=1 << 31), Insn(256)]
)
def test_a_field_that_does_not_fit_is_refused_with_its_place(insn):
    with pytest.raises(AsmError) as caught:
        isa.encode([Insn(0x95), insn])
    assert caught.value.where == "insn 1"


def test_every_exported_name_exists():
    assert all(hasattr(isa, name) for name in isa.__all__)
