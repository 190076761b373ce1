// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A tracing program uses a spin lock. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

BPFSIM_HELPER(93, long, bpf_spin_lock, struct bpf_spin_lock *lock);
BPFSIM_HELPER(94, long, bpf_spin_unlock, struct bpf_spin_lock *lock);

struct guarded {
	struct bpf_spin_lock lock;
	__u32 count;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct guarded);
} guards SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u32 key = 1;
	struct guarded *guarded = bpf_map_lookup_elem(&guards, &key);

	if (!guarded)
		return 0;
	bpf_spin_lock(&guarded->lock);
	guarded->count += 1;
	bpf_spin_unlock(&guarded->lock);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
