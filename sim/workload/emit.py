"""Writing a workload's code: what the steps of requests are made of.

**Rule:** the tasks of a workload share one code; what differs from task to task is in variables
that are set when a task is made.

**Not modelled:** nothing; this is translation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sim.base.errors import ScenarioError, nearest
from sim.bpf.region import USER_BASE, signed_address
from sim.kernel import layout as k
from sim.kernel.machine import Distribution, Machine
from sim.kernel.sites import SYS_ENTER, SYS_EXIT
from sim.kernel.syscall_table import syscall
from sim.workload.spec import Step, WorkloadSpec

__all__ = ["BLOCK_SOFTIRQ", "NET_RX_SOFTIRQ", "Emitter", "Port"]

BLOCK_SOFTIRQ, NET_RX_SOFTIRQ = 4, 3
_FIRST_OWN_VAR = k.X_MORE_VARS + 8 * k.NR_PATH_VARS
_EXCEPTION = -1  # instead of a system call's number


#: What a task's own values are, by the client's number.
Make = Callable[[int], Mapping[str, int]]


@dataclass(frozen=True)
class Port:
    """A block device or network as requests use it: its number, interrupt and irqaction."""

    device: int
    softirq: int
    irq: int
    action: int


@dataclass
class Emitter:
    """Writes the code of one workload.

    Args:
        machine: Where.
        index: The workload's number.
        spec: The workload.
        ports: The machine's block devices and networks by name, and what steps make.
    """

    machine: Machine
    index: int
    spec: WorkloadSpec
    ports: Mapping[str, Port]
    emit_step: Callable[[Step], None]
    dress: list[tuple[tuple[int, ...], Make]] = field(default_factory=list)
    nr_children: int = 0
    nr_own_vars: int = 0
    number: int = 0

    # --- operations ------------------------------------------------------------------------------
    def op(self, name: str, *args: int) -> int:
        """Append an operation and return its number."""
        return self.machine.code.op(name, *args)

    def here(self) -> int:
        """Return the number of the next operation."""
        return len(self.machine.code.rows)

    def land(self, at: int, word: int = 1) -> None:
        """Let the jump at *at* lead here."""
        self.machine.code.rows[at][word] = self.here()

    def variable(self, name: str) -> int:
        """Return where a variable is in a context."""
        return self.machine.paths.variables[name]

    def set(self, name: str, value: int) -> None:
        """Set a variable; an address may be given unsigned."""
        self.op("set", self.variable(name), signed_address(value) if value >> 63 == 1 else value)

    def copy(self, name: str, other: str) -> None:
        """Copy a variable."""
        self.op("copy", self.variable(name), self.variable(other))

    def spend(self, time: Distribution, op: str = "spend") -> None:
        """Spend (or sleep) a drawn time."""
        drawn = self.machine.distribution(time)
        self.op(op, drawn.kind, drawn.a, drawn.b, self.machine.code.next_purpose())

    @contextmanager
    def repeated(self, times: int) -> Iterator[None]:
        """Do what is written inside several times."""
        self.op("set", k.V["loop"], times)
        again = self.here()
        yield
        self.op("loop", again)

    # --- entering the kernel ---------------------------------------------------------------------
    def enter(self, name: str) -> None:
        """Enter the kernel by a system call."""
        functions = self.machine.paths.syscalls
        if name not in functions:
            raise ScenarioError(
                f"there is no system call {name!r} on x86-64",
                where=f"workload {self.spec.name!r}",
                suggestion=nearest(name, functions),
            )
        self.op("sysenter", syscall(name).nr)
        self.op("site", self.machine.sites.find(SYS_ENTER).index)
        self.machine.code.call(functions[name])

    def leave(self) -> None:
        """Return from a system call."""
        self.op("site", self.machine.sites.find(SYS_EXIT).index)
        self.op("sysexit")

    def syscall(self, name: str, ret: int = 0, takes: Distribution | None = None) -> None:
        """Make a system call; *ret* is its result if its path says none."""
        self.set("ret", ret)
        self.enter(name)
        if takes is not None:
            self.spend(takes)
        self.leave()

    def trap(self, function: str) -> None:
        """Enter the kernel by an exception that *function* handles."""
        self.op("sysenter", _EXCEPTION)
        self.machine.code.call(function)
        self.op("sysexit")

    # --- objects ---------------------------------------------------------------------------------
    def object(self, struct: str, **members: int) -> int:
        """Make a kernel object and return its address."""
        address = self.machine.objects.new(struct)
        for member, value in members.items():
            self.machine.objects.put(struct, address, member, value)
        return signed_address(address)

    def named(self, struct: str, name: str) -> int:
        """Return the machine's only object of a name, made when first asked for."""
        objects = self.machine.objects
        if name not in objects.named:
            objects.named[name] = objects.new(struct)
        return objects.named[name]

    def task_struct(self, comm: str) -> int:
        """Make the task_struct of a task that does nothing, and return its address."""
        tasks = self.machine.tasks
        pid = tasks.new_pid()
        return self.machine.objects.task(pid, pid, comm, self.spec.uid, tasks.init_struct)

    def user_text(self, text: str) -> int:
        """Return the address of a string in user memory."""
        return signed_address(self.machine.objects.user_string(text))

    def user_vector(self, texts: Sequence[str]) -> int:
        """Return the address of a vector of strings in user memory, ended by NULL."""
        addresses = [self.machine.objects.user_string(text) for text in texts]
        data = b"".join(address.to_bytes(8, "little") for address in (*addresses, 0))
        where = self.machine.user.alloc(USER_BASE, len(data), 8)
        self.machine.user.write(where, data)
        return signed_address(where)

    def per_task(self, names: tuple[str, ...], make: Make) -> None:
        """Set variables to values of each task's own; *make* gives them for a client's number."""
        places = []
        for name in names:
            if _FIRST_OWN_VAR + 8 * self.nr_own_vars >= k.X_MORE_VARS + 8 * k.NR_MORE_VARS:
                raise ScenarioError(
                    "the request has too many connections",
                    where=f"workload {self.spec.name!r}",
                    suggestion="split it into several workloads",
                )
            place = _FIRST_OWN_VAR + 8 * self.nr_own_vars
            self.nr_own_vars += 1
            places.append(place)
            self.op("copy", self.variable(name), place)
        self.dress.append((tuple(places), make))

    # --- devices and networks --------------------------------------------------------------------
    @contextmanager
    def on_network(self, name: str) -> Iterator[None]:
        """Let requests inside go to a network, and to the block device again behind."""
        networks = [n for n, port in self.ports.items() if port.softirq == NET_RX_SOFTIRQ]
        if name not in networks and (name or not networks):
            raise ScenarioError(
                f"the machine has no network {name!r}" if name else "the machine has no network",
                where=f"workload {self.spec.name!r}",
                suggestion=nearest(name, networks) if name else "add `machine.networks`",
            )
        self.use(self.ports[name or networks[0]])
        yield
        devices = [port for port in self.ports.values() if port.softirq == BLOCK_SOFTIRQ]
        if devices:
            self.use(devices[self.spec.device])

    def use(self, port: Port) -> None:
        """Let requests go to a device or network."""
        self.set("device", port.device)
        self.set("softnr", port.softirq)
        self.set("irq", port.irq)
        self.set("action", port.action)

    # --- children --------------------------------------------------------------------------------
    def begin_child(self) -> None:
        """What follows is done by a child."""
        self.nr_children += 1
        self.next_step()

    def end_child(self) -> None:
        """What follows is done by the parent again."""
        self.op("jump", self.here())

    def next_step(self) -> int:
        """Begin another step: its draws are its own."""
        self.number += 1
        self.op("step", self.number)
        return self.number

    def steps(self, steps: Sequence[Step]) -> None:
        """Write further steps."""
        for one in steps:
            self.next_step()
            self.emit_step(one)
