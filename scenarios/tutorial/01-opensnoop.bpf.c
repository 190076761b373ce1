// SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause
/*
 * opensnoop: one record for each openat(2), sent when the call returns.
 *
 * The two tracepoints of the syscall meet in a hash map keyed by thread. The record is put
 * together in a per-CPU buffer, since a record as long as its file name cannot be reserved in
 * place: bpf_ringbuf_reserve wants a constant size.
 */
#include "vmlinux.h"
#include "bpfsim_helpers.h"

#define FNAME_MAX 256

/* What the first tracepoint leaves for the second. */
struct open_start {
	__u64 ts_ns;
	__u64 fname;
	__s32 flags;
	__u32 pad;
};

/* A record; fname_len bytes of fname are sent, the final zero byte included. */
struct open_record {
	__u64 ts_ns;
	__u64 delta_ns;
	__u32 tgid;
	__u32 tid;
	__u32 uid;
	__s32 ret;
	__s32 flags;
	__u32 fname_len;
	char comm[16];
	char fname[FNAME_MAX];
};

/* Settings, written before the program is loaded. */
const volatile __u32 targ_tgid = 0;
const volatile bool targ_failed = false;

/* Counters for what never reaches the reader. */
__u64 dropped_records = 0;
__u64 untracked_opens = 0;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, __u32);
	__type(value, struct open_start);
} starts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct open_record);
} scratch SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_openat")
int enter_openat(struct trace_event_raw_sys_enter *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	__u32 tid = id;
	struct open_start start = {};

	if (targ_tgid && targ_tgid != id >> 32)
		return 0;

	start.ts_ns = bpf_ktime_get_ns();
	start.fname = ctx->args[1];
	start.flags = ctx->args[2];
	if (bpf_map_update_elem(&starts, &tid, &start, BPF_ANY))
		__sync_fetch_and_add(&untracked_opens, 1);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_openat")
int exit_openat(struct trace_event_raw_sys_exit *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	__u32 tid = id, zero = 0;
	struct open_record *record;
	struct open_start *start;
	long fname_len;

	start = bpf_map_lookup_elem(&starts, &tid);
	if (!start)
		return 0;
	if (targ_failed && ctx->ret >= 0)
		goto done;
	record = bpf_map_lookup_elem(&scratch, &zero);
	if (!record)
		goto done;

	record->ts_ns = start->ts_ns;
	record->delta_ns = bpf_ktime_get_ns() - start->ts_ns;
	record->tgid = id >> 32;
	record->tid = tid;
	record->uid = bpf_get_current_uid_gid();
	record->ret = ctx->ret;
	record->flags = start->flags;
	bpf_get_current_comm(record->comm, sizeof(record->comm));

	fname_len = bpf_probe_read_user_str(record->fname, FNAME_MAX, (const void *)start->fname);
	if (fname_len < 0)
		fname_len = 0;
	record->fname_len = fname_len;
	if (bpf_ringbuf_output(&events, record, offsetof(struct open_record, fname) + fname_len, 0))
		__sync_fetch_and_add(&dropped_records, 1);
done:
	bpf_map_delete_elem(&starts, &tid);
	return 0;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
