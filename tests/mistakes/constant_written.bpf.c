// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A constant of the program is written. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

const volatile __u32 limit = 10;

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	*(volatile __u32 *)&limit = 11;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
