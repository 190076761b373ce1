// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A variable on the stack is read before it is written. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("socket")
int prog(struct __sk_buff *ctx)
{
	__u64 result;

	asm volatile("%0 = *(u64 *)(r10 - 8)" : "=r"(result));
	return result;
}

char LICENSE[] SEC("license") = "GPL";
