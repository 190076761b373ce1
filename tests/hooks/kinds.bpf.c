// What a program sees on each kind of hook: how often it runs, arguments, result, addresses.
#include "vmlinux.h"
#include "bpfsim_helpers.h"

char LICENSE[] SEC("license") = "GPL";

int target_pid;

struct seen {
	__u64 hits, arg0, result, ip_off, cookie;
};

#define MINE() (!target_pid || (bpf_get_current_pid_tgid() >> 32) == target_pid)
#define SAW(name) struct seen name##_saw

#define NOTE(name, a0, res, off)                                                                  \
	do {                                                                                      \
		if (MINE()) {                                                                     \
			name##_saw.hits++;                                                        \
			name##_saw.arg0 = (__u64)(a0);                                            \
			name##_saw.result = (__u64)(res);                                         \
			name##_saw.ip_off = (__u64)(off);                                         \
			name##_saw.cookie = bpf_get_attach_cookie(ctx);                           \
		}                                                                                 \
		return 0;                                                                         \
	} while (0)

#define ENTRY(name, sec)                                                                          \
	SAW(name);                                                                                \
	SEC(sec) int name(struct pt_regs *ctx)                                                    \
	{                                                                                         \
		NOTE(name, (int)ctx->di, 0, ctx->ip - bpf_get_func_ip(ctx));                           \
	}
#define RETURN(name, sec)                                                                         \
	SAW(name);                                                                                \
	SEC(sec) int name(struct pt_regs *ctx)                                                    \
	{                                                                                         \
		NOTE(name, 0, ctx->ax >= (__u64)-4095 ? ctx->ax : ctx->ax > 2, bpf_get_func_ip(ctx) != 0); \
	}

ENTRY(on_kprobe, "kprobe/do_sys_openat2")
RETURN(on_kretprobe, "kretprobe/do_sys_openat2")

ENTRY(on_multi, "kprobe.multi/do_sys_openat2")
RETURN(on_retmulti, "kretprobe.multi/do_sys_openat2")
ENTRY(on_glob, "kprobe.multi/do_sys_openat?")

SAW(on_ksyscall);
SEC("ksyscall/openat") int on_ksyscall(struct pt_regs *ctx)
{
	struct pt_regs *regs = (void *)ctx->di;
	__u64 dfd = 0;
	bpf_probe_read_kernel(&dfd, 8, &regs->di);
	NOTE(on_ksyscall, (int)dfd, 0, ctx->ip - bpf_get_func_ip(ctx));
}

RETURN(on_kretsyscall, "kretsyscall/openat")

#undef NOTE
#define NOTE(name, a0, res)                                                                       \
	do {                                                                                      \
		if (MINE()) {                                                                     \
			name##_saw.hits++;                                                        \
			name##_saw.arg0 = (__u64)(a0);                                            \
			name##_saw.result = (__u64)(res);                                         \
		}                                                                                 \
		return 0;                                                                         \
	} while (0)
#define ERR_OR_FD(v) ((v) < 0 ? (v) : (v) > 2)

SAW(on_fentry);
SEC("fentry/do_sys_openat2") int on_fentry(__u64 *ctx) { NOTE(on_fentry, (int)ctx[0], 0); }
SAW(on_fexit);
SEC("fexit/do_sys_openat2") int on_fexit(__u64 *ctx)
{
	NOTE(on_fexit, (int)ctx[0], ERR_OR_FD((long)ctx[3]));
}
SAW(on_tp);
SEC("tp/syscalls/sys_enter_openat") int on_tp(struct trace_event_raw_sys_enter *ctx)
{
	NOTE(on_tp, (int)ctx->args[0], ctx->id);
}
SAW(on_tp_exit);
SEC("tp/syscalls/sys_exit_openat") int on_tp_exit(struct trace_event_raw_sys_exit *ctx)
{
	NOTE(on_tp_exit, ctx->id, ERR_OR_FD(ctx->ret));
}
SAW(on_raw_tp);
SEC("raw_tp/sys_enter") int on_raw_tp(__u64 *ctx)
{
	struct pt_regs *regs = (void *)ctx[0];
	__u64 dfd = 0;
	if (ctx[1] != 257)
		return 0;
	bpf_probe_read_kernel(&dfd, 8, &regs->di);
	NOTE(on_raw_tp, (int)dfd, ctx[1]);
}
SAW(on_raw_tp_exit);
SEC("raw_tp/sys_exit") int on_raw_tp_exit(__u64 *ctx)
{
	struct pt_regs *regs = (void *)ctx[0];
	__u64 nr = 0;
	bpf_probe_read_kernel(&nr, 8, &regs->orig_ax);
	if (nr != 257)
		return 0;
	NOTE(on_raw_tp_exit, nr, ERR_OR_FD((long)ctx[1]));
}
SAW(on_tp_btf);
SEC("tp_btf/sys_enter") int on_tp_btf(__u64 *ctx)
{
	struct pt_regs *regs = (void *)ctx[0];
	if (ctx[1] != 257)
		return 0;
	NOTE(on_tp_btf, (int)regs->di, regs->orig_ax);
}
