// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A register is used that nobody has written. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	int result;

	asm volatile("%0 = r7" : "=r"(result));
	return result;
}

char LICENSE[] SEC("license") = "GPL";
