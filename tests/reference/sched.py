"""The fair scheduler."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tests.reference.cpu import Cpu, Task

if TYPE_CHECKING:
    from tests.reference.machine import Reference

__all__ = ["Scheduler"]

NICE_0_WEIGHT = 1024


class Scheduler:
    """Decides which task runs where."""

    def __init__(self, mc: Reference) -> None:
        self.mc = mc
        factor = min(mc.config.nr_cpus, 8).bit_length()
        self.latency = mc.config.sched_latency_ns or 6_000_000 * factor
        self.min_granularity = self.latency // 8
        granularity = mc.config.wakeup_granularity_ns
        self.wakeup_granularity = granularity if granularity >= 0 else 1_000_000 * factor
        self.ipi_ns = mc.config.ipi_ns or mc.price("wakeup.ipi") // 1000

    def _leftmost(self, cpu: Cpu, for_cpu: int) -> Task | None:
        allowed = [task for task in cpu.queue if for_cpu in task.cpus]
        return min(allowed, key=lambda task: (task.vruntime, task.index), default=None)

    def enqueue(self, cpu: Cpu, task: Task) -> None:
        """Queue a runnable task."""
        cpu.queue.append(task)
        task.state = "queued"

    def block(self, cpu: Cpu) -> None:
        """The current task waits for something."""
        assert cpu.task is not None
        self.update_curr(cpu)
        cpu.task.state = "blocked"
        cpu.enter_sched()

    def _runs_here(self, cpu: Cpu, task: Task) -> bool:
        """A task that has blocked may have been woken, and run elsewhere, before the switch."""
        return task.state == "running" and task.cpu == cpu.index

    def update_curr(self, cpu: Cpu) -> None:
        """Account the current task up to now."""
        task = cpu.task
        if task is None or not self._runs_here(cpu, task):
            return
        delta = self.mc.now - task.exec_start
        task.exec_start = self.mc.now
        task.sum_exec += delta
        task.vruntime += delta * NICE_0_WEIGHT // task.weight
        least = task.vruntime
        leftmost = self._leftmost(cpu, cpu.index)
        if leftmost is not None:
            least = min(least, leftmost.vruntime)
        cpu.min_vruntime = max(cpu.min_vruntime, least)
        if task.quota_ns:
            task.quota_left -= delta
            if task.quota_left <= 0:
                cpu.resched = "due"

    def tick(self, cpu: Cpu) -> None:
        """The current task is preempted when it has had its share of the period."""
        task = cpu.task
        if task is None:
            return
        self.update_curr(cpu)
        if not cpu.queue:
            return
        weight = task.weight + sum(other.weight for other in cpu.queue)
        share = max(self.latency * task.weight // weight, self.min_granularity)
        if task.sum_exec - task.slice_start > share:
            cpu.resched = "due"

    def pick(self, cpu: Cpu) -> Task | None:
        """Choose who runs next on this CPU."""
        prev = cpu.task
        self.update_curr(cpu)
        cpu.resched = "no"
        if prev is not None and self._runs_here(cpu, prev):
            if prev.quota_ns and prev.quota_left <= 0:
                prev.is_throttled = True
                prev.state = "blocked"
            else:
                self.enqueue(cpu, prev)
        task = self._leftmost(cpu, cpu.index)
        if task is not None:
            cpu.queue.remove(task)
        else:
            task = self._steal(cpu)
        if task is not None:
            task.state = "running"
            task.cpu = cpu.index
        pids = [one.pid if one else 0 for one in (prev, task)]
        self.mc.log_flow(cpu, "switch", *pids)
        return task

    def _steal(self, cpu: Cpu) -> Task | None:
        best = None
        for other in self.mc.cpus:
            if other is cpu or self._leftmost(other, cpu.index) is None:
                continue
            if best is None or len(other.queue) > len(best.queue):
                best = other
        if best is None:
            return None
        task = self._leftmost(best, cpu.index)
        assert task is not None
        best.queue.remove(task)
        task.vruntime += cpu.min_vruntime - best.min_vruntime
        return task

    def switch(self, cpu: Cpu, task: Task | None) -> None:
        """Let *task* (None: nobody) have the CPU."""
        is_other = cpu.task is not task
        cpu.task = task
        cpu.irq_off -= 1
        cpu.preempt -= 1
        if task is None:
            cpu.ctx = cpu.idle
            return
        cpu.ctx = task.ctx
        task.ctx.cpu = cpu
        if is_other:
            task.exec_start = self.mc.now
            task.slice_start = task.sum_exec
            cpu.arm_tick()

    def _select(self, task: Task) -> int:
        idle = [i for i in task.cpus if self.mc.cpus[i].is_idle]
        if task.cpu in idle:
            return task.cpu
        if idle:
            return min(idle)
        return task.cpu if task.cpu in task.cpus else min(task.cpus)

    def _preempts(self, cpu: Cpu, task: Task) -> bool:
        current = cpu.task
        if current is None:
            return True
        if not self._runs_here(cpu, current):
            return False
        limit = self.wakeup_granularity * NICE_0_WEIGHT // task.weight
        return bool(current.vruntime - task.vruntime > limit)

    def wake(self, waker: Cpu, task: Task) -> bool:
        """Make a blocked task runnable; say whether it was blocked."""
        if task.state != "blocked" or task.is_throttled:
            return False
        self.mc.timers.disarm(task)
        source, target = self.mc.cpus[task.cpu], self.mc.cpus[self._select(task)]
        before = target.resched
        self.update_curr(target)
        if target is not waker and before == "no" and target.resched != "no":
            self._resched_remote(target, before)  # its current task has used up its quota
        if source is not target:
            task.vruntime += target.min_vruntime - source.min_vruntime
        task.vruntime = max(task.vruntime, target.min_vruntime - self.latency // 2)
        task.cpu = target.index
        preempts = self._preempts(target, task)
        self.enqueue(target, task)
        if preempts and target is waker:
            target.resched = "due"
        elif preempts:
            self._resched_remote(target, before)
        return True

    def _resched_remote(self, target: Cpu, before: Literal["no", "due", "sent"]) -> None:
        """Let another CPU schedule: send an interrupt, unless one is on its way."""
        target.resched = "sent" if before == "no" else before
        due = self.mc.now + self.ipi_ns
        if target.ipi_slot.time is None or target.ipi_slot.time > due:
            target.ipi_slot.at(due)
