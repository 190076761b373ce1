// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A pointer is kept at a place of the stack that is no multiple of eight. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	asm volatile("*(u64 *)(r10 - 12) = %0\n\t" : : "r"(ctx) : "memory");
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
