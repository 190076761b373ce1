// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* The program ends without a result. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
__attribute__((naked)) int prog(void *ctx)
{
	asm volatile("exit");
}

char LICENSE[] SEC("license") = "GPL";
