// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/*
 * biolatency: how long block requests take, from issue to completion, as a log2 histogram.
 *
 * Slot n of "hist" counts latencies of 2^n to 2^(n+1)-1 units; slot 0 also counts less than one.
 */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

#define NR_SLOTS 32

/* A request in flight: a disk has at most one at a sector. */
struct request_key {
	__u64 sector;
	__u32 dev;
	__u32 pad;
};

/* Settings, written before the program is loaded: 0 is every device; 1000 is microseconds. */
const volatile __u32 targ_dev = 0;
const volatile __u32 unit_ns = 1000;

/* Requests not tracked, and completions whose issue was not seen. */
__u64 untracked = 0;
__u64 unmatched = 0;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, struct request_key);
	__type(value, __u64);
} starts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, NR_SLOTS);
	__type(key, __u32);
	__type(value, __u64);
} hist SEC(".maps");

static __always_inline __u32 log2_of(__u64 value)
{
	__u32 log = 0;

	if (value >> 32) {
		value >>= 32;
		log += 32;
	}
	if (value >> 16) {
		value >>= 16;
		log += 16;
	}
	if (value >> 8) {
		value >>= 8;
		log += 8;
	}
	if (value >> 4) {
		value >>= 4;
		log += 4;
	}
	if (value >> 2) {
		value >>= 2;
		log += 2;
	}
	return log + (value >> 1);
}

SEC("tracepoint/block/block_rq_issue")
int rq_issue(struct trace_event_raw_block_rq *ctx)
{
	struct request_key key = { .sector = ctx->sector, .dev = ctx->dev };
	__u64 ts_ns = bpf_ktime_get_ns();

	if (targ_dev && targ_dev != key.dev)
		return 0;
	if (bpf_map_update_elem(&starts, &key, &ts_ns, BPF_ANY))
		__sync_fetch_and_add(&untracked, 1);
	return 0;
}

/* Both records begin alike; that of completions has another name before Linux 5.18. */
SEC("tracepoint/block/block_rq_complete")
int rq_complete(struct trace_event_raw_block_rq *ctx)
{
	struct request_key key = { .sector = ctx->sector, .dev = ctx->dev };
	__u64 *ts_ns, *slot_count;
	__u32 slot;

	if (targ_dev && targ_dev != key.dev)
		return 0;
	ts_ns = bpf_map_lookup_elem(&starts, &key);
	if (!ts_ns) {
		__sync_fetch_and_add(&unmatched, 1);
		return 0;
	}
	slot = log2_of((bpf_ktime_get_ns() - *ts_ns) / unit_ns);
	bpf_map_delete_elem(&starts, &key);
	if (slot >= NR_SLOTS)
		slot = NR_SLOTS - 1;
	slot_count = bpf_map_lookup_elem(&hist, &slot);
	if (slot_count)
		__sync_fetch_and_add(slot_count, 1);
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
