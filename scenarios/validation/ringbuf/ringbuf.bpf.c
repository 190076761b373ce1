// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/*
 * The producers of a ring buffer measurement: each getpid(2) makes a batch of 8-byte records.
 *
 * With wakeup_bytes the reader is woken when that much waits for it, else by the kernel's own
 * rule. With use_output the record is copied into the ring instead of being written in place.
 */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

const volatile int batch = 500;
const volatile unsigned long wakeup_bytes = 0;
const volatile int use_output = 0;

long sample = 42;
long dropped = 0;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 512 * 1024);
} ring SEC(".maps");

static __always_inline long wakeup_flags(void)
{
	if (!wakeup_bytes)
		return 0;
	return bpf_ringbuf_query(&ring, BPF_RB_AVAIL_DATA) >= wakeup_bytes ? BPF_RB_FORCE_WAKEUP
									   : BPF_RB_NO_WAKEUP;
}

SEC("kprobe/__x64_sys_getpid")
int produce(void *ctx)
{
	int i;

	for (i = 0; i < batch; i++) {
		long *place;

		if (use_output) {
			if (bpf_ringbuf_output(&ring, &sample, sizeof(sample), wakeup_flags()))
				__sync_fetch_and_add(&dropped, 1);
			continue;
		}
		place = bpf_ringbuf_reserve(&ring, sizeof(sample), 0);
		if (!place) {
			__sync_fetch_and_add(&dropped, 1);
			continue;
		}
		*place = sample;
		bpf_ringbuf_submit(place, wakeup_flags());
	}
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
