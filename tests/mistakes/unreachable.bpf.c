// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* Instructions that no path reaches. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	asm volatile("goto +1\n\tr0 = 1\n\tr0 = 0" : : : "r0");
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
