/*
 * What a BPF program written for bpfsim needs besides vmlinux.h: section names, map attributes,
 * helper functions, arguments of probes and relocated reads. The names are those that libbpf's
 * users know. Programs compiled with this header load on a real kernel as well.
 */
#ifndef __BPFSIM_HELPERS_H__
#define __BPFSIM_HELPERS_H__

#ifndef __VMLINUX_H__
#error "include vmlinux.h before bpfsim_helpers.h"
#endif

#define SEC(name) __attribute__((section(name), used))

#ifndef __always_inline
#define __always_inline inline __attribute__((always_inline))
#endif
#ifndef __noinline
#define __noinline __attribute__((noinline))
#endif
#ifndef NULL
#define NULL ((void *)0)
#endif
#ifndef offsetof
#define offsetof(type, member) __builtin_offsetof(type, member)
#endif

#define __kconfig __attribute__((section(".kconfig")))
#define __ksym __attribute__((section(".ksyms")))
#define __weak __attribute__((weak))

/* Attributes of a map in section ".maps": each is the type of a pointer, read from BTF. */
#define __uint(name, value) int(*name)[value]
#define __type(name, value) __typeof__(value) *name
#define __array(name, value) __typeof__(value) *name[]

/*
 * Helper functions. A call through a constant pointer to address N compiles to "call N".
 */
#define BPFSIM_HELPER(id, result, name, ...) \
	static result (*const name)(__VA_ARGS__) __attribute__((unused)) = (void *)(id)

struct bpf_dynptr;
struct bpf_perf_event_data;
struct bpf_perf_event_value;
struct bpf_pidns_info;
struct bpf_spin_lock;
struct btf_ptr;
struct cgroup;
struct file;
struct inode;
struct linux_binprm;
struct mptcp_sock;
struct path;
struct seq_file;
struct socket;
struct task_struct;
struct tcp6_sock;
struct tcp_request_sock;
struct tcp_sock;
struct tcp_timewait_sock;
struct udp6_sock;
struct unix_sock;
struct xdp_md;

BPFSIM_HELPER(1, void *, bpf_map_lookup_elem, void *map, const void *key);
BPFSIM_HELPER(2, long, bpf_map_update_elem, void *map, const void *key, const void *value,
	      __u64 flags);
BPFSIM_HELPER(3, long, bpf_map_delete_elem, void *map, const void *key);
BPFSIM_HELPER(4, long, bpf_probe_read, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(5, __u64, bpf_ktime_get_ns, void);
BPFSIM_HELPER(6, long, bpf_trace_printk, const char *fmt, __u32 fmt_size, ...);
BPFSIM_HELPER(7, __u32, bpf_get_prandom_u32, void);
BPFSIM_HELPER(8, __u32, bpf_get_smp_processor_id, void);
BPFSIM_HELPER(12, long, bpf_tail_call, void *ctx, void *prog_array_map, __u32 index);
BPFSIM_HELPER(14, __u64, bpf_get_current_pid_tgid, void);
BPFSIM_HELPER(15, __u64, bpf_get_current_uid_gid, void);
BPFSIM_HELPER(16, long, bpf_get_current_comm, void *buf, __u32 size_of_buf);
BPFSIM_HELPER(22, __u64, bpf_perf_event_read, void *map, __u64 flags);
BPFSIM_HELPER(25, long, bpf_perf_event_output, void *ctx, void *map, __u64 flags, void *data,
	      __u64 size);
BPFSIM_HELPER(27, long, bpf_get_stackid, void *ctx, void *map, __u64 flags);
BPFSIM_HELPER(35, __u64, bpf_get_current_task, void);
BPFSIM_HELPER(36, long, bpf_probe_write_user, void *dst, const void *src, __u32 len);
BPFSIM_HELPER(37, long, bpf_current_task_under_cgroup, void *map, __u32 index);
BPFSIM_HELPER(42, long, bpf_get_numa_node_id, void);
BPFSIM_HELPER(45, long, bpf_probe_read_str, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(46, __u64, bpf_get_socket_cookie, void *ctx);
BPFSIM_HELPER(55, long, bpf_perf_event_read_value, void *map, __u64 flags,
	      struct bpf_perf_event_value *buf, __u32 buf_size);
BPFSIM_HELPER(56, long, bpf_perf_prog_read_value, struct bpf_perf_event_data *ctx,
	      struct bpf_perf_event_value *buf, __u32 buf_size);
BPFSIM_HELPER(67, long, bpf_get_stack, void *ctx, void *buf, __u32 size, __u64 flags);
BPFSIM_HELPER(80, __u64, bpf_get_current_cgroup_id, void);
BPFSIM_HELPER(87, long, bpf_map_push_elem, void *map, const void *value, __u64 flags);
BPFSIM_HELPER(88, long, bpf_map_pop_elem, void *map, void *value);
BPFSIM_HELPER(89, long, bpf_map_peek_elem, void *map, void *value);
BPFSIM_HELPER(93, long, bpf_spin_lock, struct bpf_spin_lock *lock);
BPFSIM_HELPER(94, long, bpf_spin_unlock, struct bpf_spin_lock *lock);
BPFSIM_HELPER(105, long, bpf_strtol, const char *buf, unsigned long buf_len, __u64 flags,
	      long *res);
BPFSIM_HELPER(106, long, bpf_strtoul, const char *buf, unsigned long buf_len, __u64 flags,
	      unsigned long *res);
BPFSIM_HELPER(107, void *, bpf_sk_storage_get, void *map, void *sk, void *value, __u64 flags);
BPFSIM_HELPER(108, long, bpf_sk_storage_delete, void *map, void *sk);
BPFSIM_HELPER(109, long, bpf_send_signal, __u32 sig);
BPFSIM_HELPER(112, long, bpf_probe_read_user, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(113, long, bpf_probe_read_kernel, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(114, long, bpf_probe_read_user_str, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(115, long, bpf_probe_read_kernel_str, void *dst, __u32 size, const void *unsafe_ptr);
BPFSIM_HELPER(117, long, bpf_send_signal_thread, __u32 sig);
BPFSIM_HELPER(118, __u64, bpf_jiffies64, void);
BPFSIM_HELPER(119, long, bpf_read_branch_records, struct bpf_perf_event_data *ctx, void *buf,
	      __u32 size, __u64 flags);
BPFSIM_HELPER(120, long, bpf_get_ns_current_pid_tgid, __u64 dev, __u64 ino,
	      struct bpf_pidns_info *nsdata, __u32 size);
BPFSIM_HELPER(123, __u64, bpf_get_current_ancestor_cgroup_id, int ancestor_level);
BPFSIM_HELPER(125, __u64, bpf_ktime_get_boot_ns, void);
BPFSIM_HELPER(126, long, bpf_seq_printf, struct seq_file *m, const char *fmt, __u32 fmt_size,
	      const void *data, __u32 data_len);
BPFSIM_HELPER(127, long, bpf_seq_write, struct seq_file *m, const void *data, __u32 len);
BPFSIM_HELPER(130, long, bpf_ringbuf_output, void *ringbuf, void *data, __u64 size, __u64 flags);
BPFSIM_HELPER(131, void *, bpf_ringbuf_reserve, void *ringbuf, __u64 size, __u64 flags);
BPFSIM_HELPER(132, void, bpf_ringbuf_submit, void *data, __u64 flags);
BPFSIM_HELPER(133, void, bpf_ringbuf_discard, void *data, __u64 flags);
BPFSIM_HELPER(134, __u64, bpf_ringbuf_query, void *ringbuf, __u64 flags);
BPFSIM_HELPER(136, struct tcp6_sock *, bpf_skc_to_tcp6_sock, void *sk);
BPFSIM_HELPER(137, struct tcp_sock *, bpf_skc_to_tcp_sock, void *sk);
BPFSIM_HELPER(138, struct tcp_timewait_sock *, bpf_skc_to_tcp_timewait_sock, void *sk);
BPFSIM_HELPER(139, struct tcp_request_sock *, bpf_skc_to_tcp_request_sock, void *sk);
BPFSIM_HELPER(140, struct udp6_sock *, bpf_skc_to_udp6_sock, void *sk);
BPFSIM_HELPER(141, long, bpf_get_task_stack, struct task_struct *task, void *buf, __u32 size,
	      __u64 flags);
BPFSIM_HELPER(145, void *, bpf_inode_storage_get, void *map, void *inode, void *value, __u64 flags);
BPFSIM_HELPER(146, int, bpf_inode_storage_delete, void *map, void *inode);
BPFSIM_HELPER(147, long, bpf_d_path, struct path *path, char *buf, __u32 sz);
BPFSIM_HELPER(148, long, bpf_copy_from_user, void *dst, __u32 size, const void *user_ptr);
BPFSIM_HELPER(149, long, bpf_snprintf_btf, char *str, __u32 str_size, struct btf_ptr *ptr,
	      __u32 btf_ptr_size, __u64 flags);
BPFSIM_HELPER(150, long, bpf_seq_printf_btf, struct seq_file *m, struct btf_ptr *ptr,
	      __u32 ptr_size, __u64 flags);
BPFSIM_HELPER(153, void *, bpf_per_cpu_ptr, const void *percpu_ptr, __u32 cpu);
BPFSIM_HELPER(154, void *, bpf_this_cpu_ptr, const void *percpu_ptr);
BPFSIM_HELPER(156, void *, bpf_task_storage_get, void *map, struct task_struct *task, void *value,
	      __u64 flags);
BPFSIM_HELPER(157, long, bpf_task_storage_delete, void *map, struct task_struct *task);
BPFSIM_HELPER(158, struct task_struct *, bpf_get_current_task_btf, void);
BPFSIM_HELPER(159, long, bpf_bprm_opts_set, struct linux_binprm *bprm, __u64 flags);
BPFSIM_HELPER(161, long, bpf_ima_inode_hash, struct inode *inode, void *dst, __u32 size);
BPFSIM_HELPER(162, struct socket *, bpf_sock_from_file, struct file *file);
BPFSIM_HELPER(164, long, bpf_for_each_map_elem, void *map, void *callback_fn, void *callback_ctx,
	      __u64 flags);
BPFSIM_HELPER(165, long, bpf_snprintf, char *str, __u32 str_size, const char *fmt, __u64 *data,
	      __u32 data_len);
BPFSIM_HELPER(167, long, bpf_btf_find_by_name_kind, char *name, int name_sz, __u32 kind, int flags);
BPFSIM_HELPER(168, long, bpf_sys_close, __u32 fd);
BPFSIM_HELPER(173, __u64, bpf_get_func_ip, void *ctx);
BPFSIM_HELPER(174, __u64, bpf_get_attach_cookie, void *ctx);
BPFSIM_HELPER(175, long, bpf_task_pt_regs, struct task_struct *task);
BPFSIM_HELPER(176, long, bpf_get_branch_snapshot, void *entries, __u32 size, __u64 flags);
BPFSIM_HELPER(177, long, bpf_trace_vprintk, const char *fmt, __u32 fmt_size, const void *data,
	      __u32 data_len);
BPFSIM_HELPER(178, struct unix_sock *, bpf_skc_to_unix_sock, void *sk);
BPFSIM_HELPER(179, long, bpf_kallsyms_lookup_name, const char *name, int name_sz, int flags,
	      __u64 *res);
BPFSIM_HELPER(181, long, bpf_loop, __u32 nr_loops, void *callback_fn, void *callback_ctx,
	      __u64 flags);
BPFSIM_HELPER(182, long, bpf_strncmp, const char *s1, __u32 s1_sz, const char *s2);
BPFSIM_HELPER(183, long, bpf_get_func_arg, void *ctx, __u32 n, __u64 *value);
BPFSIM_HELPER(184, long, bpf_get_func_ret, void *ctx, __u64 *value);
BPFSIM_HELPER(185, long, bpf_get_func_arg_cnt, void *ctx);
BPFSIM_HELPER(186, int, bpf_get_retval, void);
BPFSIM_HELPER(187, int, bpf_set_retval, int retval);
BPFSIM_HELPER(188, __u64, bpf_xdp_get_buff_len, struct xdp_md *xdp_md);
BPFSIM_HELPER(191, long, bpf_copy_from_user_task, void *dst, __u32 size, const void *user_ptr,
	      struct task_struct *tsk, __u64 flags);
BPFSIM_HELPER(193, long, bpf_ima_file_hash, struct file *file, void *dst, __u32 size);
BPFSIM_HELPER(194, void *, bpf_kptr_xchg, void *map_value, void *ptr);
BPFSIM_HELPER(195, void *, bpf_map_lookup_percpu_elem, void *map, const void *key, __u32 cpu);
BPFSIM_HELPER(196, struct mptcp_sock *, bpf_skc_to_mptcp_sock, void *sk);
BPFSIM_HELPER(197, long, bpf_dynptr_from_mem, void *data, __u32 size, __u64 flags,
	      struct bpf_dynptr *ptr);
BPFSIM_HELPER(198, long, bpf_ringbuf_reserve_dynptr, void *ringbuf, __u32 size, __u64 flags,
	      struct bpf_dynptr *ptr);
BPFSIM_HELPER(199, void, bpf_ringbuf_submit_dynptr, struct bpf_dynptr *ptr, __u64 flags);
BPFSIM_HELPER(200, void, bpf_ringbuf_discard_dynptr, struct bpf_dynptr *ptr, __u64 flags);
BPFSIM_HELPER(201, long, bpf_dynptr_read, void *dst, __u32 len, const struct bpf_dynptr *src,
	      __u32 offset, __u64 flags);
BPFSIM_HELPER(202, long, bpf_dynptr_write, const struct bpf_dynptr *dst, __u32 offset, void *src,
	      __u32 len, __u64 flags);
BPFSIM_HELPER(203, void *, bpf_dynptr_data, const struct bpf_dynptr *ptr, __u32 offset, __u32 len);
BPFSIM_HELPER(208, __u64, bpf_ktime_get_tai_ns, void);
BPFSIM_HELPER(209, long, bpf_user_ringbuf_drain, void *map, void *callback_fn, void *ctx,
	      __u64 flags);
BPFSIM_HELPER(210, void *, bpf_cgrp_storage_get, void *map, struct cgroup *cgroup, void *value,
	      __u64 flags);
BPFSIM_HELPER(211, long, bpf_cgrp_storage_delete, void *map, struct cgroup *cgroup);

/* A line in the trace pipe; up to three arguments. */
#define bpf_printk(text, ...)                                                         \
	({                                                                            \
		static const char bpfsim_fmt[] = text;                                \
		bpf_trace_printk(bpfsim_fmt, sizeof(bpfsim_fmt), ##__VA_ARGS__);      \
	})

/*
 * Arguments of kprobes (struct pt_regs *ctx), by the x86-64 calling convention. Reading a
 * member of the context is a relocated load.
 */
#define PT_REGS_PARM1(ctx) ((ctx)->di)
#define PT_REGS_PARM2(ctx) ((ctx)->si)
#define PT_REGS_PARM3(ctx) ((ctx)->dx)
#define PT_REGS_PARM4(ctx) ((ctx)->cx)
#define PT_REGS_PARM5(ctx) ((ctx)->r8)
#define PT_REGS_PARM6(ctx) ((ctx)->r9)
#define PT_REGS_RC(ctx) ((ctx)->ax)
#define PT_REGS_IP(ctx) ((ctx)->ip)
#define PT_REGS_SP(ctx) ((ctx)->sp)
#define PT_REGS_FP(ctx) ((ctx)->bp)

/* __x64_sys_*() functions get the caller's registers, which hold the real arguments. */
#define PT_REGS_SYSCALL_REGS(ctx) ((struct pt_regs *)PT_REGS_PARM1(ctx))
#define PT_REGS_PARM1_CORE_SYSCALL(regs) BPF_CORE_READ(regs, di)
#define PT_REGS_PARM2_CORE_SYSCALL(regs) BPF_CORE_READ(regs, si)
#define PT_REGS_PARM3_CORE_SYSCALL(regs) BPF_CORE_READ(regs, dx)
#define PT_REGS_PARM4_CORE_SYSCALL(regs) BPF_CORE_READ(regs, r10)
#define PT_REGS_PARM5_CORE_SYSCALL(regs) BPF_CORE_READ(regs, r8)
#define PT_REGS_PARM6_CORE_SYSCALL(regs) BPF_CORE_READ(regs, r9)

/*
 * Reads of kernel memory whose offsets are relocated when the object is loaded.
 * BPF_CORE_READ(task, real_parent, tgid) follows pointers, one read for each.
 */
#define BPF_CORE_READ_INTO(dst, src, member)                                          \
	bpf_probe_read_kernel((dst), sizeof(*(dst)),                                  \
			      __builtin_preserve_access_index(&(src)->member))

#define BPF_CORE_READ_STR_INTO(dst, src, member)                                      \
	bpf_probe_read_kernel_str((dst), sizeof(*(dst)),                              \
				  __builtin_preserve_access_index(&(src)->member))

#define bpfsim_read1(src, a)                                                          \
	({                                                                            \
		__typeof__((src)->a) bpfsim_value;                                    \
		BPF_CORE_READ_INTO(&bpfsim_value, (src), a);                          \
		bpfsim_value;                                                         \
	})
#define bpfsim_read2(src, a, b)                                                       \
	({                                                                            \
		__typeof__((src)->a) bpfsim_step1 = bpfsim_read1(src, a);             \
		bpfsim_read1(bpfsim_step1, b);                                        \
	})
#define bpfsim_read3(src, a, b, c)                                                    \
	({                                                                            \
		__typeof__((src)->a->b) bpfsim_step2 = bpfsim_read2(src, a, b);       \
		bpfsim_read1(bpfsim_step2, c);                                        \
	})
#define bpfsim_read4(src, a, b, c, d)                                                 \
	({                                                                            \
		__typeof__((src)->a->b->c) bpfsim_step3 = bpfsim_read3(src, a, b, c); \
		bpfsim_read1(bpfsim_step3, d);                                        \
	})
#define bpfsim_pick(src, a, b, c, d, macro, ...) macro
#define BPF_CORE_READ(...)                                                            \
	bpfsim_pick(__VA_ARGS__, bpfsim_read4, bpfsim_read3, bpfsim_read2, bpfsim_read1, 0) \
	(__VA_ARGS__)

#define bpf_core_field_exists(access) __builtin_preserve_field_info(access, 2)
#define bpf_core_field_offset(access) __builtin_preserve_field_info(access, 0)
#define bpf_core_field_size(access) __builtin_preserve_field_info(access, 1)
#define bpf_core_type_exists(type) __builtin_preserve_type_info(*(__typeof__(type) *)0, 0)
#define bpf_core_type_size(type) __builtin_preserve_type_info(*(__typeof__(type) *)0, 1)

#endif /* __BPFSIM_HELPERS_H__ */
