// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A loop whose counter never moves. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	int i = 0;

	while (i < 10)
		asm volatile("" : "+r"(ctx));
	return i;
}

char LICENSE[] SEC("license") = "GPL";
