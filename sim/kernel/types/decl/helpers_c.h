/* Helpers and operations of maps, as functions that a program may attach to. */

void bpf_patch_call_args(struct bpf_insn *insn, u32 stack_depth);
struct bpf_prog *bpf_patch_insn_data(struct bpf_verifier_env *env, u32 off,
	const struct bpf_insn *patch, u32 len);
struct bpf_prog *bpf_patch_insn_single(struct bpf_prog *prog, u32 off,
	const struct bpf_insn *patch, u32 len);
u64 bpf_per_cpu_ptr(u64 ptr, u64 cpu, u64 __ur_1, u64 __ur_2, u64 __ur_3);
int bpf_percpu_array_copy(struct bpf_map *map, void *key, void *value);
int bpf_percpu_array_update(struct bpf_map *map, void *key, void *value, u64 map_flags);
int bpf_percpu_cgroup_storage_copy(struct bpf_map *_map, void *key, void *value);
int bpf_percpu_cgroup_storage_update(struct bpf_map *_map, void *key, void *value, u64 map_flags);
int bpf_percpu_hash_copy(struct bpf_map *map, void *key, void *value);
int bpf_percpu_hash_update(struct bpf_map *map, void *key, void *value, u64 map_flags);
u64 bpf_perf_event_output(u64 regs, u64 map, u64 flags, u64 data, u64 size);
u64 bpf_perf_event_output_raw_tp(u64 args, u64 map, u64 flags, u64 data, u64 size);
u64 bpf_perf_event_output_tp(u64 tp_buff, u64 map, u64 flags, u64 data, u64 size);
u64 bpf_perf_event_read(u64 map, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_perf_event_read_value(u64 map, u64 flags, u64 buf, u64 size, u64 __ur_1);
int bpf_perf_link_attach(const union bpf_attr *attr, struct bpf_prog *prog);
void bpf_perf_link_dealloc(struct bpf_link *link);
void bpf_perf_link_release(struct bpf_link *link);
u64 bpf_perf_prog_read_value(u64 ctx, u64 buf, u64 size, u64 __ur_1, u64 __ur_2);
@until(6.12) int bpf_pid_task_storage_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long bpf_pid_task_storage_delete_elem(struct bpf_map *map, void *key);
void *bpf_pid_task_storage_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int bpf_pid_task_storage_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long bpf_pid_task_storage_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
struct bpf_prog *bpf_prepare_filter(struct bpf_prog *fp, bpf_aux_classic_check_t trans);
u64 bpf_probe_read_compat(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
u64 bpf_probe_read_compat_str(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
@until(6.12) u64 bpf_probe_read_kernel(void *dst, u32 size, const void *unsafe_ptr);
@since(6.12) u64 bpf_probe_read_kernel(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
u64 bpf_probe_read_kernel_str(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
u64 bpf_probe_read_user(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
u64 bpf_probe_read_user_str(u64 dst, u64 size, u64 unsafe_ptr, u64 __ur_1, u64 __ur_2);
@until(6.12) int bpf_probe_register(struct bpf_raw_event_map *btp, struct bpf_prog *prog);
@since(6.12) int bpf_probe_register(struct bpf_raw_event_map *btp, struct bpf_raw_tp_link *link);
@until(6.12) int bpf_probe_unregister(struct bpf_raw_event_map *btp, struct bpf_prog *prog);
@since(6.12) int bpf_probe_unregister(struct bpf_raw_event_map *btp, struct bpf_raw_tp_link *link);
u64 bpf_probe_write_user(u64 unsafe_ptr, u64 src, u64 size, u64 __ur_1, u64 __ur_2);
void bpf_prog_add(struct bpf_prog *prog, int i);
struct bpf_prog *bpf_prog_alloc(unsigned int size, gfp_t gfp_extra_flags);
int bpf_prog_alloc_jited_linfo(struct bpf_prog *prog);
struct bpf_prog *bpf_prog_alloc_no_stats(unsigned int size, gfp_t gfp_extra_flags);
struct bpf_prog_array *bpf_prog_array_alloc(u32 prog_cnt, gfp_t flags);
int bpf_prog_array_copy(struct bpf_prog_array *old_array, struct bpf_prog *exclude_prog,
	struct bpf_prog *include_prog, u64 bpf_cookie, struct bpf_prog_array **new_array);
int bpf_prog_array_copy_info(struct bpf_prog_array *array, u32 *prog_ids, u32 request_cnt,
	u32 *prog_cnt);
int bpf_prog_array_copy_to_user(struct bpf_prog_array *array, __u32 *prog_ids, u32 cnt);
void bpf_prog_array_delete_safe(struct bpf_prog_array *array, struct bpf_prog *old_prog);
int bpf_prog_array_delete_safe_at(struct bpf_prog_array *array, int index);
void bpf_prog_array_free(struct bpf_prog_array *progs);
void bpf_prog_array_free_sleepable(struct bpf_prog_array *progs);
bool bpf_prog_array_is_empty(struct bpf_prog_array *array);
int bpf_prog_array_length(struct bpf_prog_array *array);
int bpf_prog_array_update_at(struct bpf_prog_array *array, int index, struct bpf_prog *prog);
struct bpf_prog *bpf_prog_by_id(u32 id);
int bpf_prog_calc_tag(struct bpf_prog *fp);
void bpf_prog_change_xdp(struct bpf_prog *prev_prog, struct bpf_prog *prog);
int bpf_prog_create(struct bpf_prog **pfp, struct sock_fprog_kern *fprog);
int bpf_prog_create_from_user(struct bpf_prog **pfp, struct sock_fprog *fprog,
	bpf_aux_classic_check_t trans, bool save_orig);
void bpf_prog_destroy(struct bpf_prog *fp);
void bpf_prog_free(struct bpf_prog *fp);
@until(6.12) void bpf_prog_free_id(struct bpf_prog *prog, bool do_idr_lock);
@since(6.12) void bpf_prog_free_id(struct bpf_prog *prog);
struct bpf_prog *bpf_prog_get(u32 ufd);
bool bpf_prog_has_kfunc_call(const struct bpf_prog *prog);
bool bpf_prog_has_trampoline(const struct bpf_prog *prog);
void bpf_prog_inc(struct bpf_prog *prog);
void bpf_prog_inc_misses_counter(struct bpf_prog *prog);
struct bpf_prog *bpf_prog_inc_not_zero(struct bpf_prog *prog);
void bpf_prog_jit_attempt_done(struct bpf_prog *prog);
void bpf_prog_kallsyms_add(struct bpf_prog *fp);
void bpf_prog_kallsyms_del(struct bpf_prog *fp);
void bpf_prog_kallsyms_del_all(struct bpf_prog *fp);
bool bpf_prog_map_compatible(struct bpf_map *map, const struct bpf_prog *fp);
int bpf_prog_new_fd(struct bpf_prog *prog);
int bpf_prog_offload_compile(struct bpf_prog *prog);
@until(6.12) void bpf_prog_offload_destroy(struct bpf_prog *prog);
int bpf_prog_offload_finalize(struct bpf_verifier_env *env);
void bpf_prog_offload_remove_insns(struct bpf_verifier_env *env, u32 off, u32 cnt);
void bpf_prog_offload_replace_insn(struct bpf_verifier_env *env, u32 off, struct bpf_insn *insn);
int bpf_prog_offload_verifier_prep(struct bpf_prog *prog);
int bpf_prog_offload_verify_insn(struct bpf_verifier_env *env, int insn_idx, int prev_insn_idx);
void *bpf_prog_pack_alloc(u32 size, bpf_jit_fill_hole_t bpf_fill_ill_insns, bool was_classic);
@until(6.12) void bpf_prog_pack_free(struct bpf_binary_header *hdr);
@since(6.12) void bpf_prog_pack_free(void *ptr, u32 size);
void bpf_prog_put_deferred(struct work_struct *work);
struct bpf_prog *bpf_prog_realloc(struct bpf_prog *fp_old, unsigned int size,
	gfp_t gfp_extra_flags);
int bpf_prog_release(struct inode *inode, struct file *filp);
struct bpf_prog *bpf_prog_select_runtime(struct bpf_prog *fp, int *err);
void bpf_prog_show_fdinfo(struct seq_file *m, struct file *filp);
int bpf_prog_store_orig_filter(struct bpf_prog *fp, const struct sock_fprog *fprog);
void bpf_prog_sub(struct bpf_prog *prog, int i);
int bpf_prog_test_run_flow_dissector(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
int bpf_prog_test_run_raw_tp(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
int bpf_prog_test_run_sk_lookup(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
int bpf_prog_test_run_syscall(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
int bpf_prog_test_run_tracing(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
int bpf_prog_test_run_xdp(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
unsigned int bpf_prog_warn_on_exec(const void *ctx, const struct bpf_insn *insn);
int bpf_push_seg6_encap(struct sk_buff *skb, u32 type, void *hdr, u32 len);
void bpf_put_raw_tracepoint(struct bpf_raw_event_map *btp);
@until(6.12) int bpf_raw_tp_link_attach(struct bpf_prog *prog, const char *user_tp_name);
@since(6.12) int bpf_raw_tp_link_attach(struct bpf_prog *prog, const char *user_tp_name,
	u64 cookie);
void bpf_raw_tp_link_dealloc(struct bpf_link *link);
void bpf_raw_tp_link_release(struct bpf_link *link);
void bpf_raw_tp_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
u64 bpf_read_branch_records(u64 ctx, u64 buf, u64 size, u64 flags, u64 __ur_1);
u64 bpf_redirect(u64 ifindex, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_redirect_neigh(u64 ifindex, u64 params, u64 plen, u64 flags, u64 __ur_1);
u64 bpf_redirect_peer(u64 ifindex, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
int bpf_remove_insns(struct bpf_prog *prog, u32 off, u32 cnt);
u64 bpf_ringbuf_discard(u64 sample, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_ringbuf_discard_dynptr(u64 ptr, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_ringbuf_notify(struct irq_work *work);
u64 bpf_ringbuf_output(u64 map, u64 data, u64 size, u64 flags, u64 __ur_1);
u64 bpf_ringbuf_query(u64 map, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_ringbuf_reserve(u64 map, u64 size, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_ringbuf_reserve_dynptr(u64 map, u64 size, u64 flags, u64 ptr, u64 __ur_1);
u64 bpf_ringbuf_submit(u64 sample, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_ringbuf_submit_dynptr(u64 ptr, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
struct sock *bpf_run_sk_reuseport(struct sock_reuseport *reuse, struct sock *sk,
	struct bpf_prog *prog, struct sk_buff *skb, struct sock *migrating_sk, u32 hash);
const u8 *bpf_search_tcp_opt(const u8 *op, const u8 *opend, u8 search_kind, const u8 *magic,
	u8 magic_len, bool *eol);
struct bpf_local_storage_elem *bpf_selem_alloc(struct bpf_local_storage_map *smap, void *owner,
	void *value, bool charge_mem, gfp_t gfp_flags);
@until(6.12) void bpf_selem_free_rcu(struct callback_head *rcu);
void bpf_selem_link_map(struct bpf_local_storage_map *smap, struct bpf_local_storage_elem *selem);
void bpf_selem_link_storage_nolock(struct bpf_local_storage *local_storage,
	struct bpf_local_storage_elem *selem);
void bpf_selem_unlink(struct bpf_local_storage_elem *selem, bool use_trace_rcu);
void bpf_selem_unlink_map(struct bpf_local_storage_elem *selem);
u64 bpf_send_signal(u64 sig, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
int bpf_send_signal_common(u32 sig, enum pid_type type);
u64 bpf_send_signal_thread(u64 sig, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_seq_printf(u64 m, u64 fmt, u64 fmt_size, u64 args, u64 data_len);
u64 bpf_seq_printf_btf(u64 m, u64 ptr, u64 btf_ptr_size, u64 flags, u64 __ur_1);
ssize_t bpf_seq_read(struct file *file, char *buf, size_t size, loff_t *ppos);
u64 bpf_seq_write(u64 m, u64 data, u64 len, u64 __ur_1, u64 __ur_2);
u64 bpf_set_hash(u64 skb, u64 hash, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_set_hash_invalid(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_set_retval(u64 retval, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
void bpf_shim_tramp_link_dealloc(struct bpf_link *link);
void bpf_shim_tramp_link_release(struct bpf_link *link);
int bpf_show_options(struct seq_file *m, struct dentry *root);
u64 bpf_sk_ancestor_cgroup_id(u64 sk, u64 ancestor_level, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_sk_assign(u64 skb, u64 sk, u64 flags, u64 __ur_1, u64 __ur_2);
@until(6.12) const struct bpf_func_proto *bpf_sk_base_func_proto(enum bpf_func_id func_id);
@since(6.12) const struct bpf_func_proto *bpf_sk_base_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
u64 bpf_sk_cgroup_id(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_sk_fullsock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_sk_getsockopt(u64 sk, u64 level, u64 optname, u64 optval, u64 optlen);
struct sock *bpf_sk_lookup(struct sk_buff *skb, struct bpf_sock_tuple *tuple, u32 len, u8 proto,
	u64 netns_id, u64 flags);
u64 bpf_sk_lookup_assign(u64 ctx, u64 sk, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_sk_lookup_tcp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_sk_lookup_udp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_sk_redirect_hash(u64 skb, u64 map, u64 key, u64 flags, u64 __ur_1);
u64 bpf_sk_redirect_map(u64 skb, u64 map, u64 key, u64 flags, u64 __ur_1);
u64 bpf_sk_release(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
void bpf_sk_reuseport_detach(struct sock *sk);
u64 bpf_sk_setsockopt(u64 sk, u64 level, u64 optname, u64 optval, u64 optlen);
int bpf_sk_storage_charge(struct bpf_local_storage_map *smap, void *owner, u32 size);
int bpf_sk_storage_clone(const struct sock *sk, struct sock *newsk);
u64 bpf_sk_storage_delete(u64 map, u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_sk_storage_delete_tracing(u64 map, u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_sk_storage_free(struct sock *sk);
u64 bpf_sk_storage_get(u64 map, u64 sk, u64 value, u64 flags, u64 gfp_flags);
u64 bpf_sk_storage_get_tracing(u64 map, u64 sk, u64 value, u64 flags, u64 gfp_flags);
struct bpf_map *bpf_sk_storage_map_alloc(union bpf_attr *attr);
void bpf_sk_storage_map_free(struct bpf_map *map);
struct bpf_local_storage_elem *bpf_sk_storage_map_seq_find_next(struct bpf_iter_seq_sk_storage_map_info *info,
	struct bpf_local_storage_elem *prev_selem);
struct bpf_local_storage **bpf_sk_storage_ptr(void *owner);
bool bpf_sk_storage_tracing_allowed(const struct bpf_prog *prog);
void bpf_sk_storage_uncharge(struct bpf_local_storage_map *smap, void *owner, u32 size);
u64 bpf_skb_adjust_room(u64 skb, u64 len_diff, u64 mode, u64 flags, u64 __ur_1);
u64 bpf_skb_ancestor_cgroup_id(u64 skb, u64 ancestor_level, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_cgroup_classid(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skb_cgroup_id(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skb_change_head(u64 skb, u64 head_room, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_change_proto(u64 skb, u64 proto, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_change_tail(u64 skb, u64 new_len, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_change_type(u64 skb, u64 pkt_type, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_check_mtu(u64 skb, u64 ifindex, u64 mtu_len, u64 len_diff, u64 flags);
unsigned long bpf_skb_copy(void *dst_buff, const void *skb, unsigned long off, unsigned long len);
u64 bpf_skb_ecn_set_ce(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skb_event_output(u64 skb, u64 map, u64 flags, u64 meta, u64 meta_size);
u64 bpf_skb_fib_lookup(u64 skb, u64 params, u64 plen, u64 flags, u64 __ur_1);
int bpf_skb_generic_pop(struct sk_buff *skb, u32 off, u32 len);
int bpf_skb_generic_push(struct sk_buff *skb, u32 off, u32 len);
u64 bpf_skb_get_nlattr(u64 skb, u64 a, u64 x, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_get_nlattr_nest(u64 skb, u64 a, u64 x, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_get_pay_offset(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skb_get_tunnel_key(u64 skb, u64 to, u64 size, u64 flags, u64 __ur_1);
u64 bpf_skb_get_tunnel_opt(u64 skb, u64 to, u64 size, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_get_xfrm_state(u64 skb, u64 index, u64 to, u64 size, u64 flags);
int bpf_skb_grow_rcsum(struct sk_buff *skb, unsigned int new_len);
u64 bpf_skb_load_bytes(u64 skb, u64 offset, u64 to, u64 len, u64 __ur_1);
u64 bpf_skb_load_bytes_relative(u64 skb, u64 offset, u64 to, u64 len, u64 start_header);
u64 bpf_skb_load_helper_16(u64 skb, u64 data, u64 headlen, u64 offset, u64 __ur_1);
u64 bpf_skb_load_helper_16_no_cache(u64 skb, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_load_helper_32(u64 skb, u64 data, u64 headlen, u64 offset, u64 __ur_1);
u64 bpf_skb_load_helper_32_no_cache(u64 skb, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_load_helper_8(u64 skb, u64 data, u64 headlen, u64 offset, u64 __ur_1);
u64 bpf_skb_load_helper_8_no_cache(u64 skb, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_pull_data(u64 skb, u64 len, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_skb_set_tstamp(u64 skb, u64 tstamp, u64 tstamp_type, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_set_tunnel_key(u64 skb, u64 from, u64 size, u64 flags, u64 __ur_1);
u64 bpf_skb_set_tunnel_opt(u64 skb, u64 from, u64 size, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_store_bytes(u64 skb, u64 offset, u64 from, u64 len, u64 flags);
int bpf_skb_trim_rcsum(struct sk_buff *skb, unsigned int new_len);
u64 bpf_skb_under_cgroup(u64 skb, u64 map, u64 idx, u64 __ur_1, u64 __ur_2);
u64 bpf_skb_vlan_pop(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skb_vlan_push(u64 skb, u64 vlan_proto, u64 vlan_tci, u64 __ur_1, u64 __ur_2);
u64 bpf_skc_lookup_tcp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_skc_to_mptcp_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_tcp6_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_tcp_request_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_tcp_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_tcp_timewait_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_udp6_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_skc_to_unix_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
void bpf_skops_hdr_opt_len(struct sock *sk, struct sk_buff *skb, struct request_sock *req,
	struct sk_buff *syn_skb, enum tcp_synack_type synack_type, struct tcp_out_options *opts,
	unsigned int *remaining);
u64 bpf_snprintf(u64 str, u64 str_size, u64 fmt, u64 args, u64 data_len);
u64 bpf_snprintf_btf(u64 str, u64 str_size, u64 ptr, u64 btf_ptr_size, u64 flags);
u64 bpf_sock_addr_getsockopt(u64 ctx, u64 level, u64 optname, u64 optval, u64 optlen);
u64 bpf_sock_addr_setsockopt(u64 ctx, u64 level, u64 optname, u64 optval, u64 optlen);
u64 bpf_sock_addr_sk_lookup_tcp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_sock_addr_sk_lookup_udp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_sock_addr_skc_lookup_tcp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
bool bpf_sock_common_is_valid_access(int off, int size, enum bpf_access_type type,
	struct bpf_insn_access_aux *info);
u32 bpf_sock_convert_ctx_access(enum bpf_access_type type, const struct bpf_insn *si,
	struct bpf_insn *insn_buf, struct bpf_prog *prog, u32 *target_size);
u64 bpf_sock_from_file(u64 file, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_sock_hash_update(u64 sops, u64 map, u64 key, u64 flags, u64 __ur_1);
bool bpf_sock_is_valid_access(int off, int size, enum bpf_access_type type,
	struct bpf_insn_access_aux *info);
u64 bpf_sock_map_update(u64 sops, u64 map, u64 key, u64 flags, u64 __ur_1);
u64 bpf_sock_ops_cb_flags_set(u64 bpf_sock, u64 argval, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_sock_ops_getsockopt(u64 bpf_sock, u64 level, u64 optname, u64 optval, u64 optlen);
u64 bpf_sock_ops_load_hdr_opt(u64 bpf_sock, u64 search_res, u64 len, u64 flags, u64 __ur_1);
u64 bpf_sock_ops_reserve_hdr_opt(u64 bpf_sock, u64 len, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_sock_ops_setsockopt(u64 bpf_sock, u64 level, u64 optname, u64 optval, u64 optlen);
u64 bpf_sock_ops_store_hdr_opt(u64 bpf_sock, u64 from, u64 len, u64 flags, u64 __ur_1);
u64 bpf_spin_lock(u64 lock, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_spin_unlock(u64 lock, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
int bpf_stackmap_copy(struct bpf_map *map, void *key, void *value);
@until(6.12) int bpf_stats_handler(struct ctl_table *table, int write, void *buffer, size_t *lenp,
	loff_t *ppos);
@since(6.12) int bpf_stats_handler(const struct ctl_table *table, int write, void *buffer,
	size_t *lenp, loff_t *ppos);
int bpf_stats_release(struct inode *inode, struct file *file);
u64 bpf_strncmp(u64 s1, u64 s1_sz, u64 s2, u64 __ur_1, u64 __ur_2);
u64 bpf_strtol(u64 buf, u64 buf_len, u64 flags, u64 res, u64 __ur_1);
u64 bpf_strtoul(u64 buf, u64 buf_len, u64 flags, u64 res, u64 __ur_1);
@until(6.12) const struct bpf_struct_ops *bpf_struct_ops_find(u32 type_id);
@since(6.12) const struct bpf_struct_ops_desc *bpf_struct_ops_find(struct btf *btf, u32 type_id);
bool bpf_struct_ops_get(const void *kdata);
void bpf_struct_ops_link_dealloc(struct bpf_link *link);
void bpf_struct_ops_link_release(struct bpf_link *link);
struct bpf_map *bpf_struct_ops_map_alloc(union bpf_attr *attr);
int bpf_struct_ops_map_alloc_check(union bpf_attr *attr);
@until(6.12) int bpf_struct_ops_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long bpf_struct_ops_map_delete_elem(struct bpf_map *map, void *key);
void bpf_struct_ops_map_free(struct bpf_map *map);
int bpf_struct_ops_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *bpf_struct_ops_map_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) void bpf_struct_ops_map_put_progs(struct bpf_struct_ops_map *st_map);
void bpf_struct_ops_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
@until(6.12) int bpf_struct_ops_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long bpf_struct_ops_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 flags);
void bpf_struct_ops_put(const void *kdata);
int bpf_struct_ops_test_run(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
@until(6.3) int bpf_symlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	const char *target);
@since(6.3) int bpf_symlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	const char *target); // abf08576afe3
u64 bpf_sys_bpf(u64 cmd, u64 attr, u64 attr_size, u64 __ur_1, u64 __ur_2);
u64 bpf_sys_close(u64 fd, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_sysctl_get_current_value(u64 ctx, u64 buf, u64 buf_len, u64 __ur_1, u64 __ur_2);
u64 bpf_sysctl_get_name(u64 ctx, u64 buf, u64 buf_len, u64 flags, u64 __ur_1);
u64 bpf_sysctl_get_new_value(u64 ctx, u64 buf, u64 buf_len, u64 __ur_1, u64 __ur_2);
u64 bpf_sysctl_set_new_value(u64 ctx, u64 buf, u64 buf_len, u64 __ur_1, u64 __ur_2);
int bpf_task_fd_query_copy(const union bpf_attr *attr, union bpf_attr *uattr, u32 prog_id,
	u32 fd_type, const char *buf, u64 probe_offset, u64 probe_addr);
u64 bpf_task_pt_regs(u64 task, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_task_storage_delete(u64 map, u64 task, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_task_storage_free(struct task_struct *task);
u64 bpf_task_storage_get(u64 map, u64 task, u64 value, u64 flags, u64 gfp_flags);
u64 bpf_tc_sk_lookup_tcp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_tc_sk_lookup_udp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_tc_skc_lookup_tcp(u64 skb, u64 tuple, u64 len, u64 netns_id, u64 flags);
@until(6.12) int bpf_tcp_ca_btf_struct_access(struct bpf_verifier_log *log, const struct btf *btf,
	const struct btf_type *t, int off, int size, enum bpf_access_type atype,
	u32 *next_btf_id, enum bpf_type_flag *flag);
@since(6.12) int bpf_tcp_ca_btf_struct_access(struct bpf_verifier_log *log,
	const struct bpf_reg_state *reg, int off, int size);
@until(6.12) int bpf_tcp_ca_check_member(const struct btf_type *t, const struct btf_member *member);
const struct bpf_func_proto *bpf_tcp_ca_get_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
int bpf_tcp_ca_init_member(const struct btf_type *t, const struct btf_member *member,
	void *kdata, const void *udata);
bool bpf_tcp_ca_is_valid_access(int off, int size, enum bpf_access_type type,
	const struct bpf_prog *prog, struct bpf_insn_access_aux *info);
@until(6.12) int bpf_tcp_ca_reg(void *kdata);
@since(6.12) int bpf_tcp_ca_reg(void *kdata, struct bpf_link *link);
@until(6.12) void bpf_tcp_ca_unreg(void *kdata);
@since(6.12) void bpf_tcp_ca_unreg(void *kdata, struct bpf_link *link);
u64 bpf_tcp_check_syncookie(u64 sk, u64 iph, u64 iph_len, u64 th, u64 th_len);
u64 bpf_tcp_gen_syncookie(u64 sk, u64 iph, u64 iph_len, u64 th, u64 th_len);
u64 bpf_tcp_raw_check_syncookie_ipv4(u64 iph, u64 th, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_tcp_raw_check_syncookie_ipv6(u64 iph, u64 th, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_tcp_raw_gen_syncookie_ipv4(u64 iph, u64 th, u64 th_len, u64 __ur_1, u64 __ur_2);
u64 bpf_tcp_raw_gen_syncookie_ipv6(u64 iph, u64 th, u64 th_len, u64 __ur_1, u64 __ur_2);
u64 bpf_tcp_send_ack(u64 tp, u64 rcv_nxt, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_tcp_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u32 bpf_tcp_sock_convert_ctx_access(enum bpf_access_type type, const struct bpf_insn *si,
	struct bpf_insn *insn_buf, struct bpf_prog *prog, u32 *target_size);
bool bpf_tcp_sock_is_valid_access(int off, int size, enum bpf_access_type type,
	struct bpf_insn_access_aux *info);
int bpf_test_run_xdp_live(struct bpf_prog *prog, struct xdp_buff *ctx, u32 repeat,
	u32 batch_size, u32 *time);
bool bpf_test_timer_continue(struct bpf_test_timer *t, int iterations, u32 repeat, int *err,
	u32 *duration);
u64 bpf_this_cpu_ptr(u64 percpu_ptr, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_timer_cancel(u64 timer, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
void bpf_timer_cancel_and_free(void *val);
enum hrtimer_restart bpf_timer_cb(struct hrtimer *hrtimer);
void bpf_timer_delete_work(struct work_struct *work);
u64 bpf_timer_set_callback(u64 timer, u64 callback_fn, u64 aux, u64 __ur_1, u64 __ur_2);
u64 bpf_timer_start(u64 timer, u64 nsecs, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_trace_printk(u64 fmt, u64 fmt_size, u64 arg1, u64 arg2, u64 arg3);
@until(6.12) void bpf_trace_run1(struct bpf_prog *prog, u64 arg0);
@since(6.12) void bpf_trace_run1(struct bpf_raw_tp_link *link, u64 arg0);
@until(6.12) void bpf_trace_run10(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9);
@since(6.12) void bpf_trace_run10(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9);
@until(6.12) void bpf_trace_run11(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9, u64 arg10);
@since(6.12) void bpf_trace_run11(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9, u64 arg10);
@until(6.12) void bpf_trace_run12(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9, u64 arg10, u64 arg11);
@since(6.12) void bpf_trace_run12(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6, u64 arg7, u64 arg8, u64 arg9, u64 arg10, u64 arg11);
@until(6.12) void bpf_trace_run2(struct bpf_prog *prog, u64 arg0, u64 arg1);
@since(6.12) void bpf_trace_run2(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1);
@until(6.12) void bpf_trace_run3(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2);
@since(6.12) void bpf_trace_run3(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2);
@until(6.12) void bpf_trace_run4(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3);
@since(6.12) void bpf_trace_run4(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3);
@until(6.12) void bpf_trace_run5(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4);
@since(6.12) void bpf_trace_run5(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4);
@until(6.12) void bpf_trace_run6(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5);
@since(6.12) void bpf_trace_run6(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5);
@until(6.12) void bpf_trace_run7(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6);
@since(6.12) void bpf_trace_run7(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6);
@until(6.12) void bpf_trace_run8(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6, u64 arg7);
@since(6.12) void bpf_trace_run8(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6, u64 arg7);
@until(6.12) void bpf_trace_run9(struct bpf_prog *prog, u64 arg0, u64 arg1, u64 arg2, u64 arg3, u64 arg4,
	u64 arg5, u64 arg6, u64 arg7, u64 arg8);
@since(6.12) void bpf_trace_run9(struct bpf_raw_tp_link *link, u64 arg0, u64 arg1, u64 arg2,
	u64 arg3, u64 arg4, u64 arg5, u64 arg6, u64 arg7, u64 arg8);
u64 bpf_trace_vprintk(u64 fmt, u64 fmt_size, u64 args, u64 data_len, u64 __ur_1);
void bpf_tracing_link_dealloc(struct bpf_link *link);
void bpf_tracing_link_release(struct bpf_link *link);
void bpf_tracing_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
int bpf_tracing_prog_attach(struct bpf_prog *prog, int tgt_prog_fd, u32 btf_id, u64 bpf_cookie);
int bpf_tramp_ftrace_ops_func(struct ftrace_ops *ops, enum ftrace_ops_cmd cmd);
void bpf_tramp_image_put(struct bpf_tramp_image *im);
bpf_trampoline_enter_t bpf_trampoline_enter(const struct bpf_prog *prog);
struct bpf_trampoline *bpf_trampoline_get(u64 key, struct bpf_attach_target_info *tgt_info);
int bpf_trampoline_link_prog(struct bpf_tramp_link *link, struct bpf_trampoline *tr,
	struct bpf_prog *tgt_prog);
struct bpf_trampoline *bpf_trampoline_lookup(u64 key);
void bpf_trampoline_put(struct bpf_trampoline *tr);
void bpf_trampoline_set_flags(struct bpf_trampoline *tr, u32 flags);
int bpf_trampoline_unlink_prog(struct bpf_tramp_link *link, struct bpf_trampoline *tr,
	struct bpf_prog *tgt_prog);
int bpf_trampoline_update(struct bpf_trampoline *tr, bool lock_direct_mutex);
u64 bpf_unlocked_sk_getsockopt(u64 sk, u64 level, u64 optname, u64 optval, u64 optlen);
u64 bpf_unlocked_sk_setsockopt(u64 sk, u64 level, u64 optname, u64 optval, u64 optlen);
@until(6.12) int bpf_unpriv_handler(struct ctl_table *table, int write, void *buffer, size_t *lenp,
	loff_t *ppos);
@since(6.12) int bpf_unpriv_handler(const struct ctl_table *table, int write, void *buffer,
	size_t *lenp, loff_t *ppos);
void bpf_update_srh_state(struct sk_buff *skb);
u64 bpf_user_ringbuf_drain(u64 map, u64 callback_fn, u64 callback_ctx, u64 flags, u64 __ur_1);
void bpf_user_rnd_init_once(void);
u64 bpf_user_rnd_u32(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
@until(6.12) bool bpf_verifier_log_attr_valid(const struct bpf_verifier_log *log);
void bpf_verifier_log_write(struct bpf_verifier_env *env, const char *fmt, ...);
void bpf_verifier_vlog(struct bpf_verifier_log *log, const char *fmt, struct __va_list_tag *args);
@until(6.12) void bpf_vlog_reset(struct bpf_verifier_log *log, u32 new_pos);
@since(6.12) void bpf_vlog_reset(struct bpf_verifier_log *log, u64 new_pos);
void bpf_warn_invalid_xdp_action(struct net_device *dev, struct bpf_prog *prog, u32 act);
u64 bpf_xdp_adjust_head(u64 xdp, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_xdp_adjust_meta(u64 xdp, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_xdp_adjust_tail(u64 xdp, u64 offset, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_xdp_check_mtu(u64 xdp, u64 ifindex, u64 mtu_len, u64 len_diff, u64 flags);
unsigned long bpf_xdp_copy(void *dst, const void *ctx, unsigned long off, unsigned long len);
void bpf_xdp_copy_buf(struct xdp_buff *xdp, unsigned long off, void *buf, unsigned long len,
	bool flush);
u64 bpf_xdp_event_output(u64 xdp, u64 map, u64 flags, u64 meta, u64 meta_size);
u64 bpf_xdp_fib_lookup(u64 ctx, u64 params, u64 plen, u64 flags, u64 __ur_1);
u64 bpf_xdp_get_buff_len(u64 xdp, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
int bpf_xdp_link_attach(const union bpf_attr *attr, struct bpf_prog *prog);
void bpf_xdp_link_dealloc(struct bpf_link *link);
int bpf_xdp_link_detach(struct bpf_link *link);
void bpf_xdp_link_release(struct bpf_link *link);
void bpf_xdp_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
int bpf_xdp_link_update(struct bpf_link *link, struct bpf_prog *new_prog,
	struct bpf_prog *old_prog);
u64 bpf_xdp_load_bytes(u64 xdp, u64 offset, u64 buf, u64 len, u64 __ur_1);
void *bpf_xdp_pointer(struct xdp_buff *xdp, u32 offset, u32 len);
u64 bpf_xdp_redirect(u64 ifindex, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_xdp_redirect_map(u64 map, u64 ifindex, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_xdp_sk_lookup_tcp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_xdp_sk_lookup_udp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
u64 bpf_xdp_skc_lookup_tcp(u64 ctx, u64 tuple, u64 len, u64 netns_id, u64 flags);
u32 bpf_xdp_sock_convert_ctx_access(enum bpf_access_type type, const struct bpf_insn *si,
	struct bpf_insn *insn_buf, struct bpf_prog *prog, u32 *target_size);
bool bpf_xdp_sock_is_valid_access(int off, int size, enum bpf_access_type type,
	struct bpf_insn_access_aux *info);
u64 bpf_xdp_store_bytes(u64 xdp, u64 offset, u64 buf, u64 len, u64 __ur_1);
int bpf_xmit(struct sk_buff *skb);
struct module *btf_try_get_module(const struct btf *btf);
void cgroup_fd_array_free(struct bpf_map *map);
void *cgroup_fd_array_get_ptr(struct bpf_map *map, struct file *map_file, int fd);
void cgroup_fd_array_put_ptr(struct bpf_map *map, void *ptr, bool need_defer);
int cgroup_storage_check_btf(const struct bpf_map *map, const struct btf *btf,
	const struct btf_type *key_type, const struct btf_type *value_type);
@until(6.12) int cgroup_storage_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long cgroup_storage_delete_elem(struct bpf_map *map, void *key);
int cgroup_storage_get_next_key(struct bpf_map *_map, void *key, void *_next_key);
struct bpf_cgroup_storage *cgroup_storage_lookup(struct bpf_cgroup_storage_map *map, void *key,
	bool locked);
void *cgroup_storage_lookup_elem(struct bpf_map *_map, void *key);
struct bpf_map *cgroup_storage_map_alloc(union bpf_attr *attr);
void cgroup_storage_map_free(struct bpf_map *_map);
void cgroup_storage_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
@until(6.12) int cgroup_storage_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long cgroup_storage_update_elem(struct bpf_map *map, void *key, void *value,
	u64 flags);
struct bpf_map *cpu_map_alloc(union bpf_attr *attr);
@until(6.12) int cpu_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long cpu_map_delete_elem(struct bpf_map *map, void *key);
int cpu_map_enqueue(struct bpf_cpu_map_entry *rcpu, struct xdp_frame *xdpf,
	struct net_device *dev_rx);
void cpu_map_free(struct bpf_map *map);
int cpu_map_generic_redirect(struct bpf_cpu_map_entry *rcpu, struct sk_buff *skb);
int cpu_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
@until(6.12) int cpu_map_init(void);
int cpu_map_kthread_run(void *data);
@until(6.12) void cpu_map_kthread_stop(struct work_struct *work);
void *cpu_map_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int cpu_map_redirect(struct bpf_map *map, u32 ifindex, u64 flags);
@since(6.12) long cpu_map_redirect(struct bpf_map *map, u64 index, u64 flags);
@until(6.12) int cpu_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long cpu_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@until(6.12) int dev_hash_map_redirect(struct bpf_map *map, u32 ifindex, u64 flags);
@since(6.12) long dev_hash_map_redirect(struct bpf_map *map, u64 ifindex, u64 flags);
struct bpf_map *dev_map_alloc(union bpf_attr *attr);
int dev_map_bpf_prog_run(struct bpf_prog *xdp_prog, struct xdp_frame **frames, int n,
	struct net_device *tx_dev, struct net_device *rx_dev);
@until(6.12) int dev_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long dev_map_delete_elem(struct bpf_map *map, void *key);
int dev_map_enqueue(struct bpf_dtab_netdev *dst, struct xdp_frame *xdpf,
	struct net_device *dev_rx);
int dev_map_enqueue_multi(struct xdp_frame *xdpf, struct net_device *dev_rx,
	struct bpf_map *map, bool exclude_ingress);
void dev_map_free(struct bpf_map *map);
int dev_map_generic_redirect(struct bpf_dtab_netdev *dst, struct sk_buff *skb,
	struct bpf_prog *xdp_prog);
int dev_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
@until(6.12) int dev_map_hash_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long dev_map_hash_delete_elem(struct bpf_map *map, void *key);
int dev_map_hash_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *dev_map_hash_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int dev_map_hash_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long dev_map_hash_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
int dev_map_init(void);
void *dev_map_lookup_elem(struct bpf_map *map, void *key);
int dev_map_notification(struct notifier_block *notifier, ulong event, void *ptr);
@until(6.12) int dev_map_redirect(struct bpf_map *map, u32 ifindex, u64 flags);
@since(6.12) long dev_map_redirect(struct bpf_map *map, u64 ifindex, u64 flags);
int dev_map_redirect_multi(struct net_device *dev, struct sk_buff *skb,
	struct bpf_prog *xdp_prog, struct bpf_map *map, bool exclude_ingress);
@until(6.12) int dev_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long dev_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
int fd_array_map_alloc_check(union bpf_attr *attr);
@until(6.12) int fd_array_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long fd_array_map_delete_elem(struct bpf_map *map, void *key);
void *fd_array_map_lookup_elem(struct bpf_map *map, void *key);
int fd_htab_map_alloc_check(union bpf_attr *attr);
void htab_free_elems(struct bpf_htab *htab);
int htab_lock_bucket(const struct bpf_htab *htab, struct bucket *b, u32 hash,
	unsigned long *pflags);
@until(6.12) int htab_lru_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long htab_lru_map_delete_elem(struct bpf_map *map, void *key);
bool htab_lru_map_delete_node(void *arg, struct bpf_lru_node *node);
int htab_lru_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
int htab_lru_map_lookup_and_delete_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
int htab_lru_map_lookup_and_delete_elem(struct bpf_map *map, void *key, void *value, u64 flags);
int htab_lru_map_lookup_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
void *htab_lru_map_lookup_elem(struct bpf_map *map, void *key);
void *htab_lru_map_lookup_elem_sys(struct bpf_map *map, void *key);
@until(6.12) int htab_lru_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long htab_lru_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
int htab_lru_percpu_map_lookup_and_delete_batch(struct bpf_map *map, const union bpf_attr *attr,
	union bpf_attr *uattr);
int htab_lru_percpu_map_lookup_and_delete_elem(struct bpf_map *map, void *key, void *value,
	u64 flags);
