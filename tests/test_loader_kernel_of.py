"""The kernel that objects are verified for: symbols and configuration."""

from __future__ import annotations

from itertools import pairwise

from sim.bpf.btf_types import BtfKind, Datasec
from sim.kernel.kallsyms import TEXT_BASE
from sim.loader.kernel_of import DATA_BASE, kconfig_of, kernel_of

_KERNEL = kernel_of("6.1")


def test_functions_and_variables_have_addresses_of_their_own():
    symbols = _KERNEL.ksyms
    assert TEXT_BASE <= symbols["bpf_fentry_test1"] < symbols["schedule"] < DATA_BASE
    assert symbols["bpf_link_fops"] >= DATA_BASE
    assert "bpf_link_fops1" not in symbols
    code = [address for address in symbols.values() if address >= TEXT_BASE]
    assert len(code) == len(set(code))


def test_a_per_cpu_variables_address_is_its_offset():
    btf = _KERNEL.btf
    section = btf[btf.id_of(".data..percpu", BtfKind.DATASEC)]
    assert isinstance(section, Datasec)
    offsets = {btf[row.type].name: row.offset for row in section.vars}
    assert _KERNEL.ksyms["runqueues"] == offsets["runqueues"]
    ends = sorted((row.offset, row.offset + row.size) for row in section.vars)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
    assert ends[-1][1] == section.size == _KERNEL.ksyms["__per_cpu_end"]


def test_the_configuration_is_debians():
    found = kconfig_of("6.1")
    assert (found["CONFIG_HZ"], found["CONFIG_BPF_SYSCALL"]) == ("250", "y")
    assert found["LINUX_HAS_SYSCALL_WRAPPER"] == 1
    assert found["LINUX_KERNEL_VERSION"] == 6 << 16 | 1 << 8
    assert "CONFIG_PREEMPT" not in found
