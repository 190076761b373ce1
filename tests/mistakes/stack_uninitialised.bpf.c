// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A structure on the stack is given to a helper half filled. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

struct event {
	__u32 pid;
	__u64 ts_ns;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __u32);
	__type(value, struct event);
} seen SEC(".maps");

SEC("socket")
int prog(struct __sk_buff *ctx)
{
	__u32 key = 1;
	struct event event;

	event.pid = bpf_get_prandom_u32();
	event.ts_ns = bpf_ktime_get_ns();
	bpf_map_update_elem(&seen, &key, &event, BPF_ANY);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
