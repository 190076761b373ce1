// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A variable that lies more than 512 bytes down the stack. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u64 value;

	asm volatile("*(u64 *)(r10 - 520) = r1\n\t%0 = *(u64 *)(r10 - 520)" : "=r"(value));
	return value;
}

char LICENSE[] SEC("license") = "GPL";
