"""What can be wrong between two parts of a scenario that are each right.

**Rule:** a check adds a problem and goes on; it never raises, so all are reported at once.

**Not modelled:** what needs the objects; see `sim.run.objects`.
"""

from __future__ import annotations

from collections.abc import Sequence

from sim.base.errors import ScenarioError, nearest
from sim.base.units import PPM, format_duration
from sim.run.binaries import check_call_paths, flat_steps, may_wait_for_device
from sim.run.schema import EXPECTATION, Scenario
from sim.run.schema_errors import Where, told
from sim.run.schema_workload import LockStep, Workload, step_name
from sim.run.yaml_source import KeyPath

__all__ = ["cross_check"]

_ON_FILE = ("read", "write", "fsync", "close")


class _Checks:
    def __init__(self, scenario: Scenario, where: Where) -> None:
        self.scenario = scenario
        self.errors: list[ScenarioError] = []
        self._where = where

    def add(self, path: KeyPath, problem: str, reason: str = "", suggestion: str = "") -> None:
        self.errors.append(told(problem, self._where(path), reason, suggestion))

    def distinct(self, path: KeyPath, names: Sequence[str], what: str) -> None:
        seen: set[str] = set()
        for i, name in enumerate(names):
            if name in seen:
                self.add((*path, i, "name"), f"two {what} are called {name!r}")
            seen.add(name)

    def affinity(self, path: KeyPath, cpus: list[int] | None) -> None:
        nr = self.scenario.machine.cpus
        for i, cpu in enumerate(cpus or []):
            if cpu >= nr:
                self.add((*path, "affinity", i), f"there is no CPU {cpu}", _cpus(nr))


def _cpus(nr: int) -> str:
    return f"the machine has CPUs 0 to {nr - 1}" if nr > 1 else "the machine has CPU 0 only"


def cross_check(scenario: Scenario, where: Where) -> list[ScenarioError]:
    """Return everything that does not fit together.

    Args:
        scenario: The scenario, each part valid.
        where: Turns a key path into ``FILE:LINE: key.path``.
    """
    checks = _Checks(scenario, where)
    checks.distinct(("workloads",), [w.name for w in scenario.workloads], "workloads")
    checks.distinct(("arms",), [a.name for a in scenario.arms], "arms")
    for i, workload in enumerate(scenario.workloads):
        _workload(checks, ("workloads", i), workload)
    _locks(checks)
    _arms(checks)
    _times(checks)
    _expectations(checks)
    return checks.errors


def _workload(checks: _Checks, path: KeyPath, workload: Workload) -> None:
    checks.affinity(path, workload.affinity)
    devices = checks.scenario.machine.devices
    listed = f"machine.devices has {', '.join(devices) or 'none'}"
    if workload.device is not None and workload.device not in devices:
        near = nearest(workload.device, devices)
        checks.add((*path, "device"), f"there is no device {workload.device!r}", listed, near)
    elif workload.device is None and may_wait_for_device(checks.scenario.machine, workload):
        checks.add(
            (*path, "device"),
            "'device' is missing",
            f"a request may wait for block I/O (fsync, or read with miss_frac); {listed}",
        )
    _calls(checks, path, workload)
    _request(checks, path, workload)


def _calls(checks: _Checks, path: KeyPath, workload: Workload) -> None:
    """Check that what a request calls is there, and can be called."""
    machine = checks.scenario.machine
    if workload.binary is not None and workload.binary not in (machine.binaries or {}):
        known = list(machine.binaries or {})
        listed = f"machine.binaries has {', '.join(known) or 'none'}"
        near = nearest(workload.binary, known)
        checks.add((*path, "binary"), f"there is no binary {workload.binary!r}", listed, near)
        return
    for i, step in enumerate(workload.request):
        if step_name(step) == "usdt":
            checks.add((*path, "request", i), "a USDT probe stands in a function, not in a request")
    try:
        check_call_paths(machine, workload)
    except ScenarioError as error:
        checks.add((*path, "request"), error.problem, error.reason, error.suggestion)


def _request(checks: _Checks, path: KeyPath, workload: Workload) -> None:
    """Check that the steps on files work on an open one."""
    opened: int | None = None
    for i, step in flat_steps(checks.scenario.machine, workload):
        name = step_name(step)
        here = (*path, "request", i)
        if name == "openat":
            if workload.files is None:
                checks.add(here, "openat has nothing to open", "the workload has no `files`")
            if opened is not None:
                checks.add(here, "a second openat comes before the close of the first")
            opened = i
        elif name in _ON_FILE:
            if opened is None:
                checks.add(here, f"{name} has no open file", "no openat comes before it")
            elif name == "close":
                opened = None
    if opened is not None:
        checks.add(
            (*path, "request", opened),
            "the file is never closed",
            "each request would leave one more open",
            "end the request with `- close: {}`",
        )


def _locks(checks: _Checks) -> None:
    first: dict[str, tuple[str, str]] = {}
    for i, workload in enumerate(checks.scenario.workloads):
        for j, step in enumerate(workload.request):
            if not isinstance(step, LockStep):
                continue
            lock = step.lock
            kind, place = first.setdefault(lock.name, (lock.kind, f"workloads[{i}].request[{j}]"))
            if lock.kind != kind:
                checks.add(
                    ("workloads", i, "request", j, "lock", "kind"),
                    f"lock {lock.name!r} cannot be a {lock.kind} here",
                    f"it is a {kind} in {place}",
                )


def _arms(checks: _Checks) -> None:
    for i, arm in enumerate(checks.scenario.arms):
        path: KeyPath = ("arms", i)
        if i == 0 and arm.tracers:
            checks.add(
                path,
                "the first arm has tracers",
                "it is the twin that all others are compared with",
                "put `- {name: untraced}` before it",
            )
        elif i > 0 and not arm.tracers:
            checks.add(
                path, f"arm {arm.name!r} has no tracers", "only the first arm, the twin, may"
            )
        checks.distinct((*path, "tracers"), [t.name for t in arm.tracers], "tracers of this arm")
        for j, tracer in enumerate(arm.tracers):
            if tracer.reader is None:
                continue
            here: KeyPath = (*path, "tracers", j, "reader")
            checks.affinity(here, tracer.reader.affinity)
            quota, nr = tracer.reader.cpu_quota_ppm, checks.scenario.machine.cpus
            if quota is not None and quota > nr * PPM:
                checks.add((*here, "cpu_quota"), "the quota is more than all CPUs", _cpus(nr))


def _times(checks: _Checks) -> None:
    warmup_ns, time_ns = checks.scenario.warmup_ns, checks.scenario.stop.time_ns
    if time_ns is not None and warmup_ns >= time_ns:
        checks.add(
            ("warmup",),
            "nothing is left after the warm-up",
            f"it takes {format_duration(warmup_ns)} of {format_duration(time_ns)}",
        )


def _expectations(checks: _Checks) -> None:
    arms = [arm.name for arm in checks.scenario.arms]
    for i, text in enumerate(checks.scenario.expect):
        found = EXPECTATION.fullmatch(text)
        if found and found["arm"] not in arms:
            problem = f"there is no arm {found['arm']!r}"
            near = nearest(found["arm"], arms)
            checks.add(("expect", i), problem, f"arms: {', '.join(arms)}", near)
