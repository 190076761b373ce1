// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A callback returns a number that is neither 0 nor 1. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

static long each(__u32 i, void *data)
{
	return 2;
}

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	int sum = 0;

	bpf_loop(10, each, &sum, 0);
	return sum;
}

char LICENSE[] SEC("license") = "GPL";
