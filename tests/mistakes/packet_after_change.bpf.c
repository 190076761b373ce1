// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* A pointer into the packet is used after a helper moved it. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

BPFSIM_HELPER(44, long, bpf_xdp_adjust_head, struct xdp_md *xdp, int delta);

SEC("xdp")
int prog(struct xdp_md *ctx)
{
	__u8 *data = (void *)(long)ctx->data;
	__u8 *end = (void *)(long)ctx->data_end;

	if (data + 14 > end)
		return 1;
	if (bpf_xdp_adjust_head(ctx, 4))
		return 1;
	return data[12] == 8 ? 2 : 1;
}

char LICENSE[] SEC("license") = "GPL";
