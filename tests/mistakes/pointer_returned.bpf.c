// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* An unprivileged program returns a pointer. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("socket")
int prog(struct __sk_buff *ctx)
{
	return (int)(long)(void *)ctx;
}

char LICENSE[] SEC("license") = "GPL";
