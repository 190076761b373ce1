// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/* Nine functions that call each other. */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

static __noinline int f9(int n)
{
	return bpf_get_prandom_u32() + n * 9;
}

static __noinline int f8(int n)
{
	return f9(n) + n * 8;
}

static __noinline int f7(int n)
{
	return f8(n) + n * 7;
}

static __noinline int f6(int n)
{
	return f7(n) + n * 6;
}

static __noinline int f5(int n)
{
	return f6(n) + n * 5;
}

static __noinline int f4(int n)
{
	return f5(n) + n * 4;
}

static __noinline int f3(int n)
{
	return f4(n) + n * 3;
}

static __noinline int f2(int n)
{
	return f3(n) + n * 2;
}

static __noinline int f1(int n)
{
	return f2(n) + n * 1;
}

SEC("tracepoint/syscalls/sys_enter_openat")
int prog(struct trace_event_raw_sys_enter *ctx)
{
	return f1(ctx->id);
}

char LICENSE[] SEC("license") = "GPL";
