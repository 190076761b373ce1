// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A packet is read without asking how long it is. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("xdp")
int prog(struct xdp_md *ctx)
{
	__u8 *data = (void *)(long)ctx->data;

	return data[12] == 8 ? 2 : 1;
}

char LICENSE[] SEC("license") = "GPL";
