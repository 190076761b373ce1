/* Functions that programs call or are tested on, and iterators. */

@until(6.12) int bpf_prog_load(union bpf_attr *attr, bpfptr_t uattr);
@since(6.12) int bpf_prog_load(union bpf_attr *attr, bpfptr_t uattr, u32 uattr_size);
void bpf_prog_put(struct bpf_prog *prog);
int bpf_map_new_fd(struct bpf_map *map, int flags);
void bpf_map_free_deferred(struct work_struct *work);
int bpf_iter_run_prog(struct bpf_prog *prog, void *ctx);
struct bpf_prog *bpf_iter_get_info(struct bpf_iter_meta *meta, bool in_stop);
int bpf_iter_new_fd(struct bpf_link *link);
int bpf_iter_link_attach(const union bpf_attr *attr, bpfptr_t uattr, struct bpf_prog *prog);
int bpf_iter_link_fill_link_info(const struct bpf_link *link, struct bpf_link_info *info);
void bpf_iter_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
int bpf_iter_link_replace(struct bpf_link *link, struct bpf_prog *new_prog,
	struct bpf_prog *old_prog);
void bpf_iter_link_dealloc(struct bpf_link *link);
void bpf_iter_link_release(struct bpf_link *link);
const struct bpf_func_proto *bpf_iter_get_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
bool bpf_iter_prog_supported(struct bpf_prog *prog);
void bpf_iter_unreg_target(const struct bpf_iter_reg *reg_info);
int bpf_iter_reg_target(const struct bpf_iter_reg *reg_info);
int bpf_iter_bpf_prog(struct bpf_iter_meta *meta, struct bpf_prog *prog);
int bpf_iter_cgroup(struct bpf_iter_meta *meta, struct cgroup *cgroup);
int bpf_iter_cgroup_fill_link_info(const struct bpf_iter_aux_info *aux,
	struct bpf_link_info *info);
void bpf_iter_cgroup_show_fdinfo(const struct bpf_iter_aux_info *aux, struct seq_file *seq);
void bpf_iter_detach_cgroup(struct bpf_iter_aux_info *aux);
int bpf_iter_attach_cgroup(struct bpf_prog *prog, union bpf_iter_link_info *linfo,
	struct bpf_iter_aux_info *aux);
u32 bpf_prog_run_generic_xdp(struct sk_buff *skb, struct xdp_buff *xdp,
	struct bpf_prog *xdp_prog);
int bpf_iter_sockmap(struct bpf_iter_meta *meta, struct bpf_map *map, void *key, struct sock *sk);
u32 tcp_reno_undo_cwnd(struct sock *sk);
u32 tcp_reno_ssthresh(struct sock *sk);
void tcp_reno_cong_avoid(struct sock *sk, u32 ack, u32 acked);
void tcp_cong_avoid_ai(struct tcp_sock *tp, u32 w, u32 acked);
u32 tcp_slow_start(struct tcp_sock *tp, u32 acked);
int tcp_congestion_default(void);
char *tcp_ca_get_name_by_key(u32 key, char *buffer);
@until(6.12) u32 tcp_ca_get_key_by_name(struct net *net, const char *name, bool *ecn_ca);
@since(6.12) u32 tcp_ca_get_key_by_name(const char *name, bool *ecn_ca);
struct tcp_congestion_ops *tcp_ca_find_key(u32 key);
struct tcp_congestion_ops *tcp_ca_find(const char *name);
void bpf_iter_fini_udp(void *priv_data);
int bpf_iter_init_udp(void *priv_data, struct bpf_iter_aux_info *aux);
int bpf_iter_udp(struct bpf_iter_meta *meta, struct udp_sock *udp_sk, uid_t uid, int bucket);
void bpf_iter_udp_seq_stop(struct seq_file *seq, void *v);
int bpf_iter_udp_seq_show(struct seq_file *seq, void *v);
int bpf_iter_ipv6_route(struct bpf_iter_meta *meta, struct fib6_info *rt);
void bpf_prog_free_deferred(struct work_struct *work);
void bpf_iter_task_show_fdinfo(const struct bpf_iter_aux_info *aux, struct seq_file *seq);
int bpf_iter_fill_link_info(const struct bpf_iter_aux_info *aux, struct bpf_link_info *info);
int bpf_iter_task_vma(struct bpf_iter_meta *meta, struct task_struct *task,
	struct vm_area_struct *vma);
int bpf_iter_task_file(struct bpf_iter_meta *meta, struct task_struct *task, u32 fd,
	struct file *file);
int bpf_iter_attach_task(struct bpf_prog *prog, union bpf_iter_link_info *linfo,
	struct bpf_iter_aux_info *aux);
int bpf_iter_task(struct bpf_iter_meta *meta, struct task_struct *task);
void cubictcp_unregister(void);
int cubictcp_register(void);
void cubictcp_acked(struct sock *sk, const struct ack_sample *sample);
void cubictcp_state(struct sock *sk, u8 new_state);
u32 cubictcp_recalc_ssthresh(struct sock *sk);
void cubictcp_cong_avoid(struct sock *sk, u32 ack, u32 acked);
void cubictcp_cwnd_event(struct sock *sk, enum tcp_ca_event event);
void cubictcp_init(struct sock *sk);
void crash_kexec(struct pt_regs *regs);
int bpf_iter_bpf_link(struct bpf_iter_meta *meta, struct bpf_link *link);
int bpf_prog_test_run_skb(struct bpf_prog *prog, const union bpf_attr *kattr,
	union bpf_attr *uattr);
@until(6.12) void bpf_kfunc_call_test_destructive(void);
@until(6.12) void bpf_kfunc_call_test_ref(struct prog_test_ref_kfunc *p);
@until(6.12) void bpf_kfunc_call_test_mem_len_fail2(u64 *mem, int len);
@until(6.12) void bpf_kfunc_call_test_mem_len_fail1(void *mem, int len);
@until(6.12) void bpf_kfunc_call_test_mem_len_pass1(void *mem, int mem__sz);
@until(6.12) void bpf_kfunc_call_test_fail3(struct prog_test_fail3 *p);
@until(6.12) void bpf_kfunc_call_test_fail2(struct prog_test_fail2 *p);
@until(6.12) void bpf_kfunc_call_test_fail1(struct prog_test_fail1 *p);
@until(6.12) void bpf_kfunc_call_test_pass2(struct prog_test_pass2 *p);
@until(6.12) void bpf_kfunc_call_test_pass1(struct prog_test_pass1 *p);
@until(6.12) void bpf_kfunc_call_test_pass_ctx(struct __sk_buff *skb);
@until(6.12) struct prog_test_ref_kfunc *bpf_kfunc_call_test_kptr_get(struct prog_test_ref_kfunc **pp, int a,
	int b);
@until(6.12) void bpf_kfunc_call_int_mem_release(int *p);
@until(6.12) int *bpf_kfunc_call_test_acq_rdonly_mem(struct prog_test_ref_kfunc *p, const int rdonly_buf_size);
@until(6.12) int *bpf_kfunc_call_test_get_rdonly_mem(struct prog_test_ref_kfunc *p, const int rdonly_buf_size);
@until(6.12) int *bpf_kfunc_call_test_get_rdwr_mem(struct prog_test_ref_kfunc *p, const int rdwr_buf_size);
@until(6.12) void bpf_kfunc_call_memb1_release(struct prog_test_member1 *p);
void bpf_kfunc_call_memb_release(struct prog_test_member *p);
void bpf_kfunc_call_test_release(struct prog_test_ref_kfunc *p);
@until(6.12) struct prog_test_member *bpf_kfunc_call_memb_acquire(void);
@until(6.12) struct prog_test_ref_kfunc *bpf_kfunc_call_test_acquire(unsigned long *scalar_ptr);
@until(6.12) struct sock *bpf_kfunc_call_test3(struct sock *sk);
@until(6.12) int bpf_kfunc_call_test2(struct sock *sk, u32 a, u32 b);
@until(6.12) u64 bpf_kfunc_call_test1(struct sock *sk, u32 a, u64 b, u32 c, u64 d);
int bpf_modify_return_test(int a, int *b);
int bpf_fentry_test8(struct bpf_fentry_test_t *arg);
int bpf_fentry_test7(struct bpf_fentry_test_t *arg);
int bpf_fentry_test6(u64 a, void *b, short c, int d, void *e, u64 f);
int bpf_fentry_test5(u64 a, void *b, short c, int d, u64 e);
int bpf_fentry_test4(void *a, char b, int c, u64 d);
int bpf_fentry_test3(char a, int b, u64 c);
int bpf_fentry_test2(int a, u64 b);
int bpf_fentry_test1(int a);
int bpf_test_run(struct bpf_prog *prog, void *ctx, u32 repeat, u32 *retval, u32 *time, bool xdp);
@until(6.12) int bpf_check(struct bpf_prog **prog, union bpf_attr *attr, bpfptr_t uattr);
@since(6.12) int bpf_check(struct bpf_prog **prog, union bpf_attr *attr, bpfptr_t uattr,
	__u32 uattr_size);
void bpf_iter_fini_seq_net(void *priv_data);
int bpf_iter_init_seq_net(void *priv_data, struct bpf_iter_aux_info *aux);
const struct bpf_func_proto *bpf_iter_tcp_get_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
void bpf_iter_fini_tcp(void *priv_data);
int bpf_iter_init_tcp(void *priv_data, struct bpf_iter_aux_info *aux);
int bpf_iter_tcp(struct bpf_iter_meta *meta, struct sock_common *sk_common, uid_t uid);
void bpf_iter_tcp_seq_stop(struct seq_file *seq, void *v);
int bpf_iter_tcp_seq_show(struct seq_file *seq, void *v);
void *bpf_iter_tcp_seq_next(struct seq_file *seq, void *v, loff_t *pos);
void *bpf_iter_tcp_seq_start(struct seq_file *seq, loff_t *pos);
struct sock *bpf_iter_tcp_batch(struct seq_file *seq);
unsigned int bpf_iter_fill_batch(struct seq_file *seq, struct sock **start_sk);
struct sock *bpf_iter_tcp_resume(struct seq_file *seq);
int bpf_iter_tcp_realloc_batch(struct bpf_tcp_iter_state *iter, unsigned int new_batch_sz,
	gfp_t flags);
void bpf_iter_tcp_put_batch(struct bpf_tcp_iter_state *iter);
void cgroup_rstat_flush(struct cgroup *cgrp);
void bpf_rstat_flush(struct cgroup *cgrp, struct cgroup *parent, int cpu);
void cgroup_rstat_updated(struct cgroup *cgrp, int cpu);
@until(6.12) int bpf_verify_pkcs7_signature(struct bpf_dynptr_kern *data_ptr, struct bpf_dynptr_kern *sig_ptr,
	struct bpf_key *trusted_keyring);
@since(6.12) int bpf_verify_pkcs7_signature(struct bpf_dynptr *data_p, struct bpf_dynptr *sig_p,
	struct bpf_key *trusted_keyring);
void bpf_key_put(struct bpf_key *bkey);
struct bpf_key *bpf_lookup_system_key(u64 id);
struct bpf_key *bpf_lookup_user_key(u32 serial, u64 flags);
u64 bpf_get_current_comm(u64 buf, u64 size, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_map_lookup_elem(u64 map, u64 key, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_iter_fini_hash_map(void *priv_data);
int bpf_iter_init_hash_map(void *priv_data, struct bpf_iter_aux_info *aux);
int bpf_iter_netlink(struct bpf_iter_meta *meta, struct netlink_sock *sk);
void tcp_ca_openreq_child(struct sock *sk, const struct dst_entry *dst);
const struct bpf_func_proto *bpf_iter_unix_get_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
void bpf_iter_fini_unix(void *priv_data);
int bpf_iter_init_unix(void *priv_data, struct bpf_iter_aux_info *aux);
int bpf_iter_unix(struct bpf_iter_meta *meta, struct unix_sock *unix_sk, uid_t uid);
void bpf_iter_unix_seq_stop(struct seq_file *seq, void *v);
int bpf_iter_unix_seq_show(struct seq_file *seq, void *v);
void *bpf_iter_unix_seq_next(struct seq_file *seq, void *v, loff_t *pos);
void *bpf_iter_unix_seq_start(struct seq_file *seq, loff_t *pos);
struct sock *bpf_iter_unix_batch(struct seq_file *seq, loff_t *pos);
int bpf_iter_unix_realloc_batch(struct bpf_unix_iter_state *iter, unsigned int new_batch_sz);
int bpf_iter_ksym(struct bpf_iter_meta *meta, struct kallsym_iter *ksym);
int bpf_iter_ksym_init(void *priv_data, struct bpf_iter_aux_info *aux);
void bpf_iter_ksym_seq_stop(struct seq_file *m, void *p);
int bpf_iter_ksym_seq_show(struct seq_file *m, void *p);
int bpf_iter_bpf_map_elem(struct bpf_iter_meta *meta, struct bpf_map *map, void *key,
	void *value);
int bpf_iter_map_fill_link_info(const struct bpf_iter_aux_info *aux, struct bpf_link_info *info);
void bpf_iter_map_show_fdinfo(const struct bpf_iter_aux_info *aux, struct seq_file *seq);
void bpf_iter_detach_map(struct bpf_iter_aux_info *aux);
int bpf_iter_attach_map(struct bpf_prog *prog, union bpf_iter_link_info *linfo,
	struct bpf_iter_aux_info *aux);
int bpf_iter_bpf_map(struct bpf_iter_meta *meta, struct bpf_map *map);
void bpf_iter_fini_array_map(void *priv_data);
int bpf_iter_init_array_map(void *priv_data, struct bpf_iter_aux_info *aux);
void bpf_iter_fini_sk_storage_map(void *priv_data);
int bpf_iter_init_sk_storage_map(void *priv_data, struct bpf_iter_aux_info *aux);
int bpf_iter_bpf_sk_storage_map(struct bpf_iter_meta *meta, struct bpf_map *map, struct sock *sk,
	void *value);
