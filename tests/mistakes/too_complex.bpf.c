// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A loop with a branch in each round, too often for the verifier. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u64 sum = 0;
	int i;

	for (i = 0; i < 200000; i++) {
		if (bpf_get_prandom_u32() & 1)
			sum += i;
		asm volatile("" : "+r"(sum));
	}
	return sum & 1;
}

char LICENSE[] SEC("license") = "GPL";
