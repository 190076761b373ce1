"""Every run of a program begins with the whole stack, however the run before ended."""

from __future__ import annotations

from sim.bpf.maps.layout import MapType, map_address
from sim.bpf.region import signed_address
from sim.workload.spec import Step
from tests.test_hooks_rules import Tiny, _for

KEEP_R10 = """
 call send
 r0 = 0
 exit
send:
 r6 = {out} ll
 *(u32 *)(r10 - 4) = 0
 r1 = r6
 r2 = r10
 r2 += -4
 call 1
 if r0 == 0 goto over
 r7 = *(u64 *)(r0 + 0)
 if r7 != 0 goto differ
 *(u64 *)(r0 + 0) = r10
 r7 = r10
differ:
 if r7 == r10 goto send_it
 *(u64 *)(r0 + 8) = r10
send_it:
 *(u64 *)(r10 - 16) = r7
 r1 = {ring} ll
 r2 = r10
 r2 += -16
 r3 = 8
 r4 = 0
 call 130
over:
 r0 = 0
 exit
"""


def test_a_run_that_waited_in_a_function_leaves_the_next_one_its_stack() -> None:
    tiny = Tiny()
    out = tiny.machine.maps.create("out", MapType.BPF_MAP_TYPE_ARRAY, 4, 16, 1)
    ring = tiny.machine.maps.create("ring", MapType.BPF_MAP_TYPE_RINGBUF, 0, 0, 4096)
    tiny.work(Step("user", _for(1000)), Step("getpid"))
    where = {
        "out": signed_address(map_address(out.index)),
        "ring": signed_address(map_address(ring.index)),
    }
    tiny.attach("kprobe", "__x64_sys_getpid", KEEP_R10.format(**where))
    tiny.run(1_000_000)
    found = out.lookup(bytes(4))
    assert found is not None
    first, other = (int.from_bytes(found[0][at : at + 8], "little") for at in (0, 8))
    assert (first != 0, other) == (True, 0)
    tiny.close()
