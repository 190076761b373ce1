"""The maps that random programs use, as the job format describes them.

**Rule:** ``inner`` names another map here; `tests.verifier_programs.job` makes an index of it.

**Not modelled:** maps whose creation needs a device, a socket or a cgroup.
"""

from __future__ import annotations

from typing import Any

__all__ = ["ELEMENTS", "MAP_SPECS", "VALUE_BYTES"]


def _map(kind: str, key: int, value: int, entries: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "key_size": key, "value_size": value, "max_entries": entries, **more}


_LOCK: list[list[str | int]] = [["bpf_spin_lock", 0]]
MAP_SPECS: dict[str, dict[str, Any]] = {
    "array": _map("array", 4, 16, 4),
    "wide_array": _map("array", 4, 64, 1),
    "rdonly_array": _map("array", 4, 32, 1, flags=128),
    "wronly_array": _map("array", 4, 32, 1, flags=256),
    "hash": _map("hash", 8, 32, 8),
    "lru_hash": _map("lru_hash", 4, 24, 8),
    "percpu_array": _map("percpu_array", 4, 16, 2),
    "percpu_hash": _map("percpu_hash", 4, 16, 8),
    "lpm_trie": _map("lpm_trie", 8, 8, 8, flags=1),
    "queue": _map("queue", 0, 16, 4),
    "stack": _map("stack", 0, 8, 4),
    "bloom_filter": _map("bloom_filter", 0, 8, 16),
    "ringbuf": _map("ringbuf", 0, 0, 4096),
    "user_ringbuf": _map("user_ringbuf", 0, 0, 4096),
    "perf_event_array": _map("perf_event_array", 4, 4, 2),
    "prog_array": _map("prog_array", 4, 4, 4),
    "stack_trace": _map("stack_trace", 4, 80, 16),
    "cgroup_array": _map("cgroup_array", 4, 4, 2),
    "devmap": _map("devmap", 4, 4, 4),
    "cpumap": _map("cpumap", 4, 4, 2),
    "sockmap": _map("sockmap", 4, 4, 4),
    "array_of_maps": _map("array_of_maps", 4, 4, 2, inner="array"),
    "hash_of_maps": _map("hash_of_maps", 4, 4, 2, inner="hash"),
    "array_of_locks": _map("array_of_maps", 4, 4, 2, inner="lock"),
    "lock": _map("array", 4, 24, 2, value_fields=_LOCK),
    "late_lock": _map("hash", 4, 24, 4, value_fields=[["bpf_spin_lock", 16]]),
    "timer": _map("array", 4, 32, 2, value_fields=[["bpf_timer", 8]]),
    "timer_lock": _map("hash", 4, 40, 4, value_fields=[["bpf_spin_lock", 0], ["bpf_timer", 8]]),
    "kptr": _map("array", 4, 32, 2, value_fields=[["kptr:task_struct", 8]]),
    "kptrs": _map("hash", 4, 32, 4, value_fields=[["kptr:task_struct", 0], ["kptr:cgroup", 16]]),
    "task_storage": _map("task_storage", 4, 24, 0, flags=1, value_fields=_LOCK),
    "inode_storage": _map("inode_storage", 4, 24, 0, flags=1, value_fields=_LOCK),
}

#: Bytes of a value, by map.
VALUE_BYTES = {name: spec["value_size"] for name, spec in MAP_SPECS.items()}
#: Maps whose elements a lookup returns as plain memory.
ELEMENTS = (
    *("array", "wide_array", "hash", "lru_hash", "percpu_array", "percpu_hash", "lpm_trie"),
    *("array", "hash"),
)
