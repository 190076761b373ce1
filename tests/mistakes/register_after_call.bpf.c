// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A register that the call before overwrote is used. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	int result;

	asm volatile("r1 = 7\n\tcall 7\n\t%0 = r1"
		     : "=r"(result) : : "r0", "r1", "r2", "r3", "r4", "r5");
	return result;
}

char LICENSE[] SEC("license") = "GPL";
