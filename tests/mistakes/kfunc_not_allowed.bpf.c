// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A kernel function is called that programs may not call. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

extern void __rcu_read_lock(void) __ksym;

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__rcu_read_lock();
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
