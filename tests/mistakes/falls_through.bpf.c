// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The last instruction is neither a jump nor an exit. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
__attribute__((naked)) int prog(void *ctx)
{
	asm volatile("r0 = 0");
}

char LICENSE[] SEC("license") = "GPL";
