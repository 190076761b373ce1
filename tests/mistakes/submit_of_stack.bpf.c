// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* Something is submitted that was not reserved. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	__u64 event = 1;

	bpf_ringbuf_submit(&event, 0);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
