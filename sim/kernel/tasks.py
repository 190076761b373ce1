"""Making tasks: the engine's record, the task_struct, where they start.

**Rule:** tasks get pids in the order they are added, from 1000; workloads add theirs before
agents, so an agent changes no workload's pid.

**Not modelled:** pids that are used again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sim.base.errors import SimError
from sim.base.memory import load64, store64
from sim.bpf.helpers.tasks import PT_REGS_BYTES, THREAD_BYTES
from sim.bpf.region import DIRECT_MAP_BASE, signed_address
from sim.engine.state import H_CARRIERS, H_NEXT_PID, H_NR_TASKS, H_TASKS, INF
from sim.kernel import layout as k
from sim.kernel.life import give_back
from sim.kernel.sched import enqueue

if TYPE_CHECKING:
    from sim.kernel.machine import Machine

__all__ = ["NICE_WEIGHTS", "Task", "Tasks"]

MAX_TASKS = 16384
FIRST_PID = 1000
CARRIERS_EACH = 8  # packets under way without a task, for each task
# the weight of nice −20 … 19 (sched_prio_to_weight)
NICE_WEIGHTS = (
    88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916,
    9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277,
    1024, 820, 655, 526, 423, 335, 272, 215, 172, 137,
    110, 87, 70, 56, 45, 36, 29, 23, 18, 15,
)  # fmt: skip


@dataclass(frozen=True)
class Task:
    """A task of the machine."""

    index: int
    address: int
    pid: int
    tgid: int
    comm: str


class Tasks:
    """The tasks of a machine."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._table = machine.alloc(MAX_TASKS * k.TASK_BYTES)
        machine.put(H_TASKS, self._table)
        self.all: list[Task] = []
        self.init_struct = machine.objects.task(1, 1, "systemd", 0, 0)
        self._next_pid = FIRST_PID

    def new_pid(self) -> int:
        """Return the next pid."""
        self._next_pid += 1
        return self._next_pid - 1

    def add(
        self,
        comm: str,
        entry_op: int,
        *,
        owner: int,
        tgid: int = 0,
        uid: int = 0,
        nice: int = 0,
        affinity: Sequence[int] = (),
        activity: int = k.ACT_USER,
        is_spare: bool = False,
    ) -> Task:
        """Add a task that starts at an operation, in user mode.

        Args:
            comm: Its name.
            entry_op: Where its code starts.
            owner: Whose time it spends.
            tgid: Its process (0: one of its own).
            uid: User, and group.
            nice: −20 to 19.
            affinity: CPUs it may run on (none given: all).
            activity: What its user-mode time counts as.
            is_spare: It is a record for a child to come: no task yet.
        """
        if len(self.all) >= MAX_TASKS:
            raise SimError(f"more than {MAX_TASKS} tasks on one machine")
        machine = self._machine
        pid = 0 if is_spare else self.new_pid()
        index = len(self.all)
        task = Task(index, self._table + index * k.TASK_BYTES, pid, tgid or pid, comm)
        struct = machine.objects.task(pid, task.tgid, comm, uid, self.init_struct)
        comm_at = struct + machine.objects.offset("task_struct", "comm")
        regs = machine.kernel.alloc(DIRECT_MAP_BASE, PT_REGS_BYTES)
        machine.objects.put("task_struct", struct, "stack", regs + PT_REGS_BYTES - THREAD_BYTES)
        at = task.address
        cpus = list(affinity) or list(range(machine.config.nr_cpus))
        for offset, value in (
            (k.T_INDEX, index),
            (k.T_STATE, k.TASK_ENDED if is_spare else k.TASK_BLOCKED),
            (k.T_UPID, signed_address(machine.objects.upid_of(struct))),
            (k.T_CPU, cpus[index % len(cpus)]),
            (k.T_PID, pid),
            (k.T_TGID, task.tgid),
            (k.T_UID_GID, uid << 32 | uid),
            (k.T_STRUCT, signed_address(struct)),
            (k.T_COMM, signed_address(comm_at)),
            (k.T_OWNER, owner),
            (k.T_USER_ACT, activity),
            (k.T_WEIGHT, NICE_WEIGHTS[nice + 20]),
            (k.T_CLIENT, -1),
            (k.T_DEADLINE, INF),
            (k.T_START, -1),
            (k.T_ARRIVE, INF),
            (k.T_ENTRY_OP, entry_op),
            (k.T_USTACK, machine.alloc(8)),
        ):
            store64(at + offset, value)
        for cpu in cpus:
            word = at + k.T_AFFINITY + 8 * (cpu >> 6)
            bit = 1 << (cpu & 63)
            store64(word, _signed(load64(word) | (bit - (1 << 64) if bit >> 63 else bit)))
        self._init_context(at + k.T_CTX, task, struct, regs, owner, activity)
        self.all.append(task)
        return task

    def _init_context(
        self, x: int, task: Task, struct: int, regs: int, owner: int, activity: int
    ) -> None:
        comm = task.comm.encode()[:15].ljust(16, b"\0")
        for offset, value in (
            (k.X_TASK, task.address),
            (k.X_OP, load64(task.address + k.T_ENTRY_OP)),
            (k.X_MODE, k.MODE_USER),
            (k.X_ACCT, activity * k.MAX_OWNERS + owner),
            (k.V["task"], signed_address(struct)),
            (k.V["pid"], task.pid),
            (k.V["tgid"], task.tgid),
            (k.V["regs"], signed_address(regs)),
            (k.V["comm_lo"], int.from_bytes(comm[:8], "little", signed=True)),
            (k.V["comm_hi"], int.from_bytes(comm[8:], "little", signed=True)),
        ):
            store64(x + offset, value)

    def pool(self, spares: Sequence[Task]) -> int:
        """Make a ring of spare records, and return its address."""
        pool = self._machine.alloc(k.POOL_BYTES)
        size = 1 << len(spares).bit_length()
        store64(pool + k.POOL_MASK, size - 1)
        store64(pool + k.POOL_ROWS, self._machine.alloc(8 * size))
        for task in spares:
            store64(task.address + k.T_POOL, pool)
            give_back(pool, task.address)
        return pool

    def _add_carriers(self) -> None:
        """Make the records of requests that go on without their task."""
        if not any(device.is_network for device in self._machine.config.devices):
            return
        carriers = [
            self.add("", 0, owner=k.OWNER_KERNEL, is_spare=True)
            for _ in range(len(self.all) * CARRIERS_EACH)
        ]
        self._machine.put(H_CARRIERS, self.pool(carriers))

    def finish(self) -> None:
        """The machine starts: no more tasks."""
        self._add_carriers()
        self._machine.put(H_NR_TASKS, len(self.all))
        self._machine.put(H_NEXT_PID, self._next_pid)

    def place(self) -> None:
        """Queue every task on its first CPU."""
        for task in self.all:
            if load64(task.address + k.T_STATE) == k.TASK_ENDED:
                continue
            cpu = self._machine.cpu(load64(task.address + k.T_CPU))
            enqueue(self._machine.m, cpu, task.address)


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
