// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* An fentry program returns something else than 0. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

SEC("fentry/do_unlinkat")
int prog(__u64 *ctx)
{
	return 1;
}

char LICENSE[] SEC("license") = "GPL";
