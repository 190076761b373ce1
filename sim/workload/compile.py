"""From a workload to tasks, kernel objects and code.

All tasks of a workload are threads of one process and walk one code path: get a request, do its
steps, write it down, again. A step is a system call or user time.

**Rule:** draws belong to the request (client and number, or number of arrival), never to the
task that serves it.

**Not modelled:** page tables, user stacks deeper than three frames.
"""

from __future__ import annotations

from sim.base.errors import ScenarioError
from sim.base.memory import load64, store64
from sim.base.stream import stream_key
from sim.bpf.region import USER_BASE, signed_address
from sim.engine.heap import heap_bytes
from sim.engine.order import set_slot
from sim.engine.state import H_DEVICES, H_LOCKS, H_WORKLOADS
from sim.kernel import layout as k
from sim.kernel.machine import Device, Machine, Source
from sim.kernel.objects import FileObject
from sim.kernel.sources import next_arrival
from sim.workload.calls import called, check_calls
from sim.workload.emit import BLOCK_SOFTIRQ, NET_RX_SOFTIRQ, Emitter, Port
from sim.workload.spec import Step, WorkloadSpec
from sim.workload.steps import STEPS

__all__ = ["Workloads"]

AT_FDCWD = -100
FIRST_IRQ = 24
IRQ_HANDLED = 1
SPARES_EACH = 4  # records for the children of a task, for each step that begins one
O_RDONLY = 0
_FIRST_FD = 3
_MEMORY_BYTES = 4096  # of the arguments in memory that one register points to


class Workloads:
    """The workloads of a machine.

    Args:
        machine: Where.
    """

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.specs: list[WorkloadSpec] = []
        self._locks: dict[str, int] = {}
        self._mutexes: list[int] = []
        self._vars = machine.paths.variables
        self._devices: list[tuple[int, int, int]] = []
        self._ports: dict[str, Port] = {}
        self.tgids: dict[str, int] = {}
        self.nr_tasks = 0
        for i, device in enumerate(machine.config.devices):
            self._add_device(i, device)

    @property
    def lock_names(self) -> list[str]:
        """Names of the locks that requests take, in the order of their numbers."""
        return list(self._locks)

    def _add_device(self, index: int, device: Device) -> None:
        machine = self._machine
        at = machine.get(H_DEVICES) + index * k.DEVICE_BYTES
        ring = 1 << 14
        slot = machine.add_source(Source(k.SRC_DEVICE, index))
        service = machine.distribution(device.service)
        for offset, value in (
            (k.D_SLOT, slot),
            (k.D_CHANNELS, device.channels),
            (k.D_RING, machine.alloc(8 * ring)),
            (k.D_MASK, ring - 1),
            (k.D_HEAP, machine.alloc(heap_bytes(device.channels + 1))),
            (k.D_DIST, service.kind),
            (k.D_A, service.a),
            (k.D_B, service.b),
        ):
            store64(at + offset, value)
        if not device.is_network:
            self._devices.append(machine.objects.disk(device.name, index))
        action = machine.objects.new("irqaction")
        machine.objects.put("irqaction", action, "name", machine.objects.text(device.name))
        machine.objects.put("irqaction", action, "irq", FIRST_IRQ + index)
        softirq = NET_RX_SOFTIRQ if device.is_network else BLOCK_SOFTIRQ
        self._ports[device.name] = Port(index, softirq, FIRST_IRQ + index, signed_address(action))

    def add(self, spec: WorkloadSpec) -> None:
        """Add a workload: its record, files, tasks and code."""
        index = len(self.specs)
        self.specs.append(spec)
        w = self._machine.get(H_WORKLOADS) + index * k.WORKLOAD_BYTES
        self._record(w, index, spec)
        self._make_files(w, spec)
        emitter = Emitter(self._machine, index, spec, self._ports, self._emit)
        self._emitter = emitter
        entry = self._compile(emitter)
        tgid = 0
        for i in range(spec.nr_tasks):
            task = self._machine.tasks.add(
                spec.comm or spec.name,
                entry,
                owner=k.OWNER_WORKLOAD,
                tgid=tgid,
                uid=spec.uid,
                nice=spec.nice,
                affinity=spec.affinity,
            )
            tgid = task.tgid
            self._dress(task.address, index, i, spec)
            for places, make in emitter.dress:
                for place, value in zip(places, make(i).values(), strict=True):
                    store64(task.address + k.T_CTX + place, _signed(value))
        self.nr_tasks += spec.nr_tasks
        self.tgids[spec.name] = tgid
        self._add_spares(spec, emitter, index)

    def _add_spares(self, spec: WorkloadSpec, emitter: Emitter, index: int) -> None:
        """Make the records that the workload's children live in."""
        if not emitter.nr_children:
            return
        parents = self._machine.tasks.all[-spec.nr_tasks :]
        spares = [
            self._machine.tasks.add(
                spec.comm or spec.name,
                0,
                owner=k.OWNER_WORKLOAD,
                uid=spec.uid,
                nice=spec.nice,
                affinity=spec.affinity,
                is_spare=True,
            )
            for _ in range(spec.nr_tasks * emitter.nr_children * SPARES_EACH)
        ]
        for i, task in enumerate(spares):
            self._dress(task.address, index, i, spec)
        pool = self._machine.tasks.pool(spares)
        for task in parents:
            store64(task.address + k.T_SPARES, pool)

    def _record(self, w: int, index: int, spec: WorkloadSpec) -> None:
        machine = self._machine
        arrivals = machine.distribution(spec.arrivals)
        queue = 1 << (spec.backlog + 1).bit_length()
        idle = 1 << (spec.nr_tasks + 1).bit_length()
        slot = machine.add_source(Source(k.SRC_ARRIVALS, index)) if spec.is_open else -1
        for offset, value in (
            (k.W_KIND, k.W_OPEN if spec.is_open else k.W_CLOSED),
            (k.W_SLOT, slot),
            (k.W_STREAM, stream_key(f"workload/{spec.name}")),
            (k.W_DIST, arrivals.kind),
            (k.W_A, arrivals.a),
            (k.W_B, arrivals.b),
            (k.W_QUEUE, machine.alloc(16 * queue)),
            (k.W_QMASK, queue - 1),
            (k.W_BACKLOG, spec.backlog),
            (k.W_IDLE, machine.alloc(8 * idle)),
            (k.W_IMASK, idle - 1),
        ):
            store64(w + offset, value)

    def _make_files(self, w: int, spec: WorkloadSpec) -> None:
        if spec.files is None:
            return
        machine = self._machine
        rows = machine.alloc(spec.files.count * k.FILE_BYTES)
        for i in range(spec.files.count):
            name = spec.files.pattern.format(i)
            made = machine.objects.file(name, 1000 + i, spec.files.size_bytes)
            self._file_row(rows + i * k.FILE_BYTES, made)
        store64(w + k.W_NR_FILES, spec.files.count)
        store64(w + k.W_FILES, rows)
        store64(w + k.W_MISSING_PPM, spec.files.missing_ppm)

    def _file_row(self, at: int, made: FileObject) -> None:
        fields = (made.file, made.dentry, made.inode, made.path)
        names = (made.filename, made.missing_filename)
        for i, address in enumerate((*fields, *names, made.iocb)):
            store64(at + 8 * i, signed_address(address))

    def _dress(self, task: int, workload: int, client: int, spec: WorkloadSpec) -> None:
        """Give a task its part in the workload, and what its system calls are about."""
        machine = self._machine
        x = task + k.T_CTX
        store64(task + k.T_WORKLOAD, workload)
        store64(task + k.T_CLIENT, client)
        store64(task + k.T_SEQ, client << 32)
        store64(x + k.X_STREAM, stream_key(f"workload/{spec.name}"))
        buf = machine.user.alloc(USER_BASE, 4096, 64)
        store64(x + k.V["buf"], signed_address(buf))
        store64(x + k.V["fd"], _FIRST_FD + client)
        self._user_stack(task)
        store64(x + self._vars["irq_ret_value"], IRQ_HANDLED)
        if self._devices:
            queue, disk, dev = self._devices[spec.device]
            store64(x + k.V["queue"], signed_address(queue))
            store64(x + k.V["request"], signed_address(machine.objects.request(queue, disk)))
            store64(x + k.V["dev"], dev)
            port = list(self._ports.values())[spec.device]
            store64(x + k.V["device"], port.device)
            store64(x + k.V["softnr"], port.softirq)
            store64(x + self._vars["irq"], port.irq)
            store64(x + self._vars["action"], port.action)
            store64(x + k.V["nr_sector"], 8)
            store64(x + k.V["bytes"], 4096)

    def _user_stack(self, task: int) -> None:
        """Three return addresses: libc's wrapper, the handler, main."""
        stack = self._machine.alloc(8 * 4)
        store64(stack, 3)
        for i, address in enumerate((0x7F00_0010_1234, 0x5555_5555_5678, 0x5555_5555_5120)):
            store64(stack + 8 + 8 * i, address)
        store64(task + k.T_USTACK, stack)

    # --- code -------------------------------------------------------------------------------------
    def _compile(self, emitter: Emitter) -> int:
        index = emitter.index
        self._compile_functions(emitter.spec)
        start = emitter.op("next", index)
        emitter.op("step", 0)
        open_skips: list[int] = []
        for step in emitter.spec.steps:
            emitter.next_step()
            if step.kind == "openat":
                self._openat(index)
                open_skips.append(emitter.op("brneg", k.V["ret"], 0))
                continue
            self._emit(step)
            if step.kind == "close":
                self._land(open_skips)
        self._land(open_skips)
        emitter.op("done", index)
        emitter.op("jump", start)
        return start

    def _emit(self, step: Step) -> None:
        """Write one step's code."""
        if step.kind in STEPS:
            STEPS[step.kind].emit(self._emitter, step.args)
        elif step.kind == "openat":
            self._openat(self._emitter.index)
        else:
            self._step(step)

    def _land(self, skips: list[int]) -> None:
        """A failed open goes on behind the close, or at the request's end."""
        for at in skips:
            self._machine.code.rows[at][2] = len(self._machine.code.rows)
        skips.clear()

    def _openat(self, index: int) -> None:
        code = self._machine.code
        code.op("pick_file", index)
        code.op("set", k.V["a0"], AT_FDCWD)
        code.op("copy", k.V["a1"], k.V["filename"])
        code.op("set", k.V["a2"], O_RDONLY)
        code.op("set", k.V["a3"], 0)
        self._machine.emit_syscall("openat")

    def _step(self, step: Step) -> None:
        code = self._machine.code
        code.op("set", k.V["loop"], step.repeat)
        again = len(code.rows)
        getattr(self, f"_do_{step.kind}")(step)
        code.op("loop", again)

    def _compile_functions(self, spec: WorkloadSpec) -> None:
        """Compile the workload's functions of user space."""
        code = self._machine.code
        check_calls(spec.functions, set(called(spec.steps)))
        for one in spec.functions:
            code.starts[self._body(one.name)] = len(code.rows)
            for step in one.steps:
                self._emit(step)
            code.op("set", k.V["loop"], 1)  # what is called again draws again
            code.op("loop", 0)
            code.op("set", k.V["ret"], self._number(one.returns))
            code.rets[one.name] = code.op("ret", code.function_index[one.name])

    def _body(self, function: str) -> str:
        """Name the workload's own code of a function: its steps are the workload's."""
        return f"{function}@{self._emitter.index}"

    def _number(self, value: int | str) -> int:
        """Return a value as a register holds it."""
        return self._emitter.user_text(value) if isinstance(value, str) else value

    def _do_call(self, step: Step) -> None:
        code = self._machine.code
        for i, value in enumerate(step.numbers):
            code.op("set", k.V[f"a{i}"], self._number(value))
        code.call(step.function, self._body(step.function))

    def _do_usdt(self, step: Step) -> None:
        """Pass a place of a USDT probe: what it guards, its registers, its nop."""
        code, sites = self._machine.code, self._machine.sites
        place = step.args["place"]
        code.op("run", self._machine.prices.index("hook.usdt_nop"))
        skip = -1
        if place.has_semaphore:
            code.op("site", sites.find(f"{place.name}%semaphore").index)
            skip = code.op("jump", 0)
            sites.guard(place.name, skip)
        for one in step.args["steps"]:
            self._emit(one)
        for i, value in enumerate(step.args["values"]):
            held = self._memory(value) if isinstance(value, tuple) else self._number(value)
            code.op("set", k.V[f"a{i}"], held)
        code.op("site", sites.find(place.name).index)
        if skip >= 0:
            code.rows[skip][1] = len(code.rows)

    def _memory(self, values: tuple[tuple[int, int, int | str], ...]) -> int:
        """Put values into memory; return what a register that points there holds."""
        user = self._machine.user
        middle = user.alloc(USER_BASE, _MEMORY_BYTES, 64) + _MEMORY_BYTES // 2
        for offset, size, value in values:
            number = self._number(value) & (1 << 8 * size) - 1
            user.write(middle + offset, number.to_bytes(size, "little"))
        return signed_address(middle)

    def _do_user(self, step: Step) -> None:
        self._spend(step, "spend")

    def _spend(self, step: Step, op: str) -> None:
        if step.time is None:
            raise ScenarioError(f"step {step.kind} says no time")
        code = self._machine.code
        time = self._machine.distribution(step.time)
        code.op(op, time.kind, time.a, time.b, code.next_purpose())

    def _do_read(self, step: Step) -> None:
        code = self._machine.code
        code.op("set", k.V["ppm"], step.miss_ppm)
        self._transfer(step)
        self._machine.emit_syscall("read")

    def _transfer(self, step: Step) -> None:
        code = self._machine.code
        code.op("set", k.V["count"], step.nr_bytes)
        code.op("copy", k.V["a0"], k.V["fd"])
        code.op("copy", k.V["a1"], k.V["buf"])
        code.op("copy", k.V["a2"], k.V["count"])

    def _do_write(self, step: Step) -> None:
        self._transfer(step)
        self._machine.emit_syscall("write")

    def _do_fsync(self, step: Step) -> None:
        self._machine.code.op("copy", k.V["a0"], k.V["fd"])
        self._machine.emit_syscall("fsync")

    def _do_close(self, step: Step) -> None:
        self._machine.code.op("copy", k.V["a0"], k.V["fd"])
        self._machine.emit_syscall("close")

    def _do_getpid(self, step: Step) -> None:
        self._machine.emit_syscall("getpid")

    def _do_sleep(self, step: Step) -> None:
        self._spend(step, "sleep")

    def _do_lock(self, step: Step) -> None:
        """A lock of the kernel's, held inside an ioctl of the driver that owns it."""
        code = self._machine.code
        lock = self._lock(step)
        code.op("copy", k.V["a0"], k.V["fd"])
        code.op("sysenter", 16)
        code.op("site", self._machine.sites.find("raw_syscalls:sys_enter").index)
        code.call("__x64_sys_ioctl")
        if step.is_spin:
            code.op("lock", lock)
            self._spend(step, "spend")
            code.op("unlock", lock, 0)
        else:
            code.op("set", k.V["lock_nr"], lock)
            code.op("set", self._vars["lock"], signed_address(self._mutexes[lock]))
            code.call("mutex_lock")
            self._spend(step, "spend")
            code.call("mutex_unlock")
        code.op("site", self._machine.sites.find("raw_syscalls:sys_exit").index)
        code.op("sysexit")

    def _lock(self, step: Step) -> int:
        if step.lock not in self._locks:
            number = len(self._locks)
            self._locks[step.lock] = number
            self._mutexes.append(self._machine.objects.new("mutex"))
            lk = self._machine.get(H_LOCKS) + number * k.LOCK_BYTES
            ring = 1 << 14
            store64(lk + k.LK_KIND, k.LOCK_SPIN if step.is_spin else k.LOCK_MUTEX)
            store64(lk + k.LK_RING, self._machine.alloc(8 * ring))
            store64(lk + k.LK_MASK, ring - 1)
        return self._locks[step.lock]

    def start(self) -> None:
        """Let open workloads' first arrivals come (after `Machine.start` has made the slots)."""
        for index, spec in enumerate(self.specs):
            if spec.is_open:
                w = self._machine.get(H_WORKLOADS) + index * k.WORKLOAD_BYTES
                m = self._machine.m
                set_slot(m, load64(w + k.W_SLOT), next_arrival(m, w))


def _signed(value: int) -> int:
    return signed_address(value) if value >> 63 == 1 else value
