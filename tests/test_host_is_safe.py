"""No program that passes the structural check reaches the process that simulates it.

Each of these asks a helper to go beyond the simulated memory, or damages what a map keeps there,
which no verifier would allow. They run in child processes.
"""

from __future__ import annotations

import pytest

from sim.base.errors import SimError
from sim.bpf.asm import assemble
from sim.bpf.check import check_structure
from sim.bpf.maps.layout import map_address
from sim.cost.profile import load_profile
from sim.engine.environment import Environment
from sim.hooks.attach import Links
from sim.hooks.kinds import parse_target
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine, MachineConfig
from sim.workload.compile import Workloads
from sim.workload.spec import Step, WorkloadSpec
from tests.fuzz.machines import in_child

MAPS = (
    ("hash", 1, 4, 8, 8),
    ("large_hash", 1, 4, (4 << 20) - 64, 2),
    ("array", 2, 4, 64 << 20, 1),
    ("ring", 27, 0, 0, 1 << 20),
)


def top(register: str) -> str:
    """Return code that puts an address near the end of simulated memory in a register."""
    return f"{register} = 0xffff8880ffffff00 ll\n"


def run(text: str) -> list[tuple[str, SimError]]:
    """Run a program at every getpid for a millisecond; ``{hash}`` and so on are maps."""
    machine = Machine(MachineConfig("6.1", 1, 3, load_profile("x86-2020").price_ps))
    workloads = Workloads(machine)
    links = Links(machine)
    think = Distribution(k.DIST_CONSTANT, 10_000)
    workloads.add(WorkloadSpec("web", False, 1, think, (Step("getpid"),)))
    names = {}
    for name, *shape in MAPS:
        names[name] = f"{map_address(machine.maps.create(name, *shape).index):#x} ll"
    code = assemble(text.format(**names) + "\nr0 = 0\nexit")
    check_structure(code)
    target = parse_target("kprobe", "__x64_sys_getpid", "here")
    machine.start()
    program = links.load("wild", "kprobe/__x64_sys_getpid", code)
    links.install(links.prepare(program, target, k.OWNER_FIRST_TRACER))
    workloads.start()
    env = Environment()
    env.add_machine(machine)
    try:
        env.run(until=1_000_000)
    except SimError as error:
        return [("run", error)]
    finally:
        machine.close()
    return []


ALLOWED = {
    "a load and a store anywhere": "r1 = 0xdeadbeefdeadbeef ll\nr2 = *(u64 *)(r1 + 32767)\n"
    "*(u64 *)(r1 - 32768) = r2",
    "a map that is none": "r1 = 0x12345678 ll\nr2 = r10\ncall 1",
    "a key at the end of memory": f"r1 = {{hash}}\n{top('r2')}r2 += 255\ncall 1",
    "a format string at the end": f"{top('r1')}r1 += 255\nr2 = -1\ncall 6",
    "a perf record of a negative size": "r1 = r10\nr2 = {array}\nr3 = 0\nr4 = r10\nr5 = -1\n"
    "call 25",
    "a record that was never reserved": "r1 = 0xffffc900ffffff00 ll\nr2 = 0\ncall 132",
}
WILD = {
    "bpf_get_current_comm": f"{top('r1')}r2 = -1\ncall 16",
    "bpf_probe_read_kernel": f"{top('r1')}r2 = -1\nr3 = 0\ncall 113",
    "bpf_probe_read_kernel_str": f"{top('r1')}r2 = -1\nr3 = 0\ncall 115",
    "bpf_probe_read_user": f"{top('r1')}r2 = -1\nr3 = 0\ncall 112",
    "bpf_get_stack": f"r1 = r10\n{top('r2')}r3 = -1\nr4 = -1\ncall 67",
    "bpf_map_update_elem of an array": "*(u32 *)(r10 - 4) = 0\nr1 = {array}\nr2 = r10\nr2 += -4\n"
    f"{top('r3')}r4 = 0\ncall 2",
    "bpf_map_update_elem of a hash": "*(u32 *)(r10 - 4) = 0\nr1 = {large_hash}\nr2 = r10\n"
    f"r2 += -4\n{top('r3')}r4 = 0\ncall 2",
}
INSERT = (
    "*(u32 *)(r10 - 4) = 0\n*(u64 *)(r10 - 16) = 7\nr1 = {hash}\nr2 = r10\nr2 += -4\nr3 = r10\n"
    "r3 += -16\nr4 = 0\ncall 2\nr1 = {hash}\nr2 = r10\nr2 += -4\ncall 1\nif r0 == 0 goto out\n"
)
# The chain of a bucket is only followed for another key of the same bucket.
SEARCH = (
    "r6 = 1\nagain:\n*(u32 *)(r10 - 4) = r6\nr1 = {hash}\nr2 = r10\nr2 += -4\ncall 1\nr6 += 1\n"
    "if r6 != 64 goto again\nout:"
)


@pytest.mark.parametrize("name", ALLOWED)
def test_what_goes_astray_stays_in_simulated_memory(name):
    in_child(lambda: run(ALLOWED[name]))


@pytest.mark.parametrize("name", WILD)
def test_a_size_beyond_simulated_memory_is_refused(name):
    in_child(lambda: run(WILD[name]))


@pytest.mark.parametrize("link", [1 << 40, -(1 << 40)])
def test_a_hash_whose_chain_was_overwritten_leads_nowhere_else(link):
    # An element is: next, hash, key, value. The link lies 24 bytes before the value.
    text = f"{INSERT}r1 = {link} ll\n*(u64 *)(r0 - 24) = r1\n{SEARCH}"
    in_child(lambda: run(text))


@pytest.mark.slow
def test_a_hash_whose_chain_was_closed_to_a_ring_is_left_at_some_time():
    # Elements are numbered from 1; the first one inserted is number 1.
    text = f"{INSERT}r1 = 1\n*(u64 *)(r0 - 24) = r1\n{SEARCH}"
    in_child(lambda: run(text), patience_s=20)
