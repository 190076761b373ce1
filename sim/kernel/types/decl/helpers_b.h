/* Helpers and operations of maps, as functions that a program may attach to. */

@until(6.12) void __bpf_trace_sched_stat_runtime(void *__data, struct task_struct *tsk, u64 runtime,
	u64 vruntime);
@since(6.12) void __bpf_trace_sched_stat_runtime(void *__data, struct task_struct *tsk,
	u64 runtime);
void __bpf_trace_sched_stat_template(void *__data, struct task_struct *tsk, u64 delay);
void __bpf_trace_sched_switch(void *__data, bool preempt, struct task_struct *prev,
	struct task_struct *next, unsigned int prev_state);
void __bpf_trace_sched_util_est_se_tp(void *__data, struct sched_entity *se);
void __bpf_trace_selinux_audited(void *__data, struct selinux_audit_data *sad, char *scontext,
	char *tcontext, const char *tclass);
void __bpf_trace_signal_deliver(void *__data, int sig, struct kernel_siginfo *info,
	struct k_sigaction *ka);
void __bpf_trace_signal_generate(void *__data, int sig, struct kernel_siginfo *info,
	struct task_struct *task, int group, int result);
void __bpf_trace_skip_task_reaping(void *__data, int pid);
void __bpf_trace_sock_rcvqueue_full(void *__data, struct sock *sk, struct sk_buff *skb);
void __bpf_trace_softirq(void *__data, unsigned int vec_nr);
void __bpf_trace_start_task_reaping(void *__data, int pid);
void __bpf_trace_suspend_resume(void *__data, const char *action, int val, bool start);
void __bpf_trace_swiotlb_bounced(void *__data, struct device *dev, dma_addr_t dev_addr,
	size_t size);
void __bpf_trace_sys_enter(void *__data, struct pt_regs *regs, long id);
void __bpf_trace_task_newtask(void *__data, struct task_struct *task, unsigned long clone_flags);
void __bpf_trace_task_rename(void *__data, struct task_struct *task, const char *comm);
void __bpf_trace_tasklet(void *__data, struct tasklet_struct *t, void *func);
void __bpf_trace_tcp_cong_state_set(void *__data, struct sock *sk, const u8 ca_state);
void __bpf_trace_tcp_event_sk(void *__data, struct sock *sk);
void __bpf_trace_tcp_event_sk_skb(void *__data, const struct sock *sk, const struct sk_buff *skb);
void __bpf_trace_tcp_event_skb(void *__data, const struct sk_buff *skb);
void __bpf_trace_tcp_probe(void *__data, struct sock *sk, struct sk_buff *skb);
void __bpf_trace_test_pages_isolated(void *__data, unsigned long start_pfn,
	unsigned long end_pfn, unsigned long fin_pfn);
void __bpf_trace_thermal_temperature(void *__data, struct thermal_zone_device *tz);
void __bpf_trace_thermal_zone_trip(void *__data, struct thermal_zone_device *tz, int trip,
	enum thermal_trip_type trip_type);
void __bpf_trace_tick_stop(void *__data, int success, int dependency);
void __bpf_trace_timer_class(void *__data, struct timer_list *timer);
void __bpf_trace_timer_expire_entry(void *__data, struct timer_list *timer,
	unsigned long baseclk);
@until(6.12) void __bpf_trace_timer_start(void *__data, struct timer_list *timer, unsigned long expires,
	unsigned int flags);
@since(6.12) void __bpf_trace_timer_start(void *__data, struct timer_list *timer,
	unsigned long bucket_expiry);
void __bpf_trace_tlb_flush(void *__data, int reason, unsigned long pages);
void __bpf_trace_track_foreign_dirty(void *__data, struct folio *folio, struct bdi_writeback *wb);
void __bpf_trace_unmap(void *__data, unsigned long iova, size_t size, size_t unmapped_size);
void __bpf_trace_vector_activate(void *__data, unsigned int irq, bool is_managed,
	bool can_reserve, bool reserve);
void __bpf_trace_vector_alloc(void *__data, unsigned int irq, unsigned int vector,
	bool reserved, int ret);
void __bpf_trace_vector_alloc_managed(void *__data, unsigned int irq, unsigned int vector,
	int ret);
void __bpf_trace_vector_config(void *__data, unsigned int irq, unsigned int vector,
	unsigned int cpu, unsigned int apicdest);
void __bpf_trace_vector_free_moved(void *__data, unsigned int irq, unsigned int cpu,
	unsigned int vector, bool is_managed);
void __bpf_trace_vector_mod(void *__data, unsigned int irq, unsigned int vector,
	unsigned int cpu, unsigned int prev_vector, unsigned int prev_cpu);
void __bpf_trace_vector_reserve(void *__data, unsigned int irq, int ret);
void __bpf_trace_vector_setup(void *__data, unsigned int irq, bool is_legacy, int ret);
void __bpf_trace_vector_teardown(void *__data, unsigned int irq, bool is_managed,
	bool has_reserved);
void __bpf_trace_vm_unmapped_area(void *__data, unsigned long addr,
	struct vm_unmapped_area_info *info);
void __bpf_trace_vma_mas_szero(void *__data, struct maple_tree *mt, unsigned long start,
	unsigned long end);
void __bpf_trace_wake_reaper(void *__data, int pid);
void __bpf_trace_wakeup_source(void *__data, const char *name, unsigned int state);
void __bpf_trace_wbc_class(void *__data, struct writeback_control *wbc,
	struct backing_dev_info *bdi);
void __bpf_trace_wbt_lat(void *__data, struct backing_dev_info *bdi, unsigned long lat);
void __bpf_trace_wbt_stat(void *__data, struct backing_dev_info *bdi, struct blk_rq_stat *stat);
void __bpf_trace_wbt_step(void *__data, struct backing_dev_info *bdi, const char *msg, int step,
	unsigned long window, unsigned int bg, unsigned int normal, unsigned int max);
void __bpf_trace_wbt_timer(void *__data, struct backing_dev_info *bdi, unsigned int status,
	int step, unsigned int inflight);
void __bpf_trace_workqueue_queue_work(void *__data, int req_cpu, struct pool_workqueue *pwq,
	struct work_struct *work);
void __bpf_trace_writeback_class(void *__data, struct bdi_writeback *wb);
void __bpf_trace_writeback_queue_io(void *__data, struct bdi_writeback *wb,
	struct wb_writeback_work *work, unsigned long dirtied_before, int moved);
void __bpf_trace_writeback_work_class(void *__data, struct bdi_writeback *wb,
	struct wb_writeback_work *work);
void __bpf_trace_x86_exceptions(void *__data, unsigned long address, struct pt_regs *regs,
	unsigned long error_code);
void __bpf_trace_x86_fpu(void *__data, struct fpu *fpu);
void __bpf_trace_x86_irq_vector(void *__data, int vector);
void __bpf_trace_xdp_bulk_tx(void *__data, const struct net_device *dev, int sent, int drops,
	int err);
void __bpf_trace_xdp_cpumap_enqueue(void *__data, int map_id, unsigned int processed,
	unsigned int drops, int to_cpu);
void __bpf_trace_xdp_cpumap_kthread(void *__data, int map_id, unsigned int processed,
	unsigned int drops, int sched, struct xdp_cpumap_stats *xdp_stats);
void __bpf_trace_xdp_devmap_xmit(void *__data, const struct net_device *from_dev,
	const struct net_device *to_dev, int sent, int drops, int err);
void __bpf_trace_xdp_exception(void *__data, const struct net_device *dev,
	const struct bpf_prog *xdp, u32 act);
void __bpf_trace_xen_cpu_load_idt(void *__data, const struct desc_ptr *desc);
void __bpf_trace_xen_cpu_set_ldt(void *__data, const void *addr, unsigned int entries);
@since(6.12)
enum xen_lazy_mode {
	XEN_LAZY_NONE, XEN_LAZY_MMU, XEN_LAZY_CPU
};

@until(6.12) void __bpf_trace_xen_mc__batch(void *__data, enum paravirt_lazy_mode mode);
@since(6.12) void __bpf_trace_xen_mc__batch(void *__data, enum xen_lazy_mode mode);
void __bpf_trace_xen_mc_callback(void *__data, xen_mc_callback_fn_t fn, void *data);
void __bpf_trace_xen_mc_entry(void *__data, struct multicall_entry *mc, unsigned int nargs);
void __bpf_trace_xen_mc_entry_alloc(void *__data, size_t args);
void __bpf_trace_xen_mc_extend_args(void *__data, unsigned long op, size_t args,
	enum xen_mc_extend_args res);
void __bpf_trace_xen_mc_flush(void *__data, unsigned int mcidx, unsigned int argidx,
	unsigned int cbidx);
void __bpf_trace_xen_mc_flush_reason(void *__data, enum xen_mc_flush_reason reason);
void __bpf_trace_xen_mmu__set_pte(void *__data, pte_t *ptep, pte_t pteval);
void __bpf_trace_xen_mmu_alloc_ptpage(void *__data, struct mm_struct *mm, unsigned long pfn,
	unsigned int level, bool pinned);
void __bpf_trace_xen_mmu_pgd(void *__data, struct mm_struct *mm, pgd_t *pgd);
void __bpf_trace_xen_mmu_set_p4d(void *__data, p4d_t *p4dp, p4d_t *user_p4dp, p4d_t p4dval);
void __bpf_trace_xen_mmu_set_pmd(void *__data, pmd_t *pmdp, pmd_t pmdval);
void __bpf_trace_xen_mmu_set_pud(void *__data, pud_t *pudp, pud_t pudval);
void __bpf_trace_xen_mmu_write_cr3(void *__data, bool kernel, unsigned long cr3);
void __bpf_tramp_enter(struct bpf_tramp_image *tr);
void __bpf_tramp_image_put_deferred(struct work_struct *work);
void __bpf_tramp_image_put_rcu(struct callback_head *rcu);
void __bpf_tramp_image_put_rcu_tasks(struct callback_head *rcu);
void __bpf_tramp_image_release(struct percpu_ref *pcref);
int __bpf_trampoline_link_prog(struct bpf_tramp_link *link, struct bpf_trampoline *tr,
	struct bpf_prog *tgt_prog);
@until(6.12) int __htab_percpu_map_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags,
	bool onallcpus);
@since(6.12) long __htab_percpu_map_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags, bool onallcpus);
int array_map_alloc_check(union bpf_attr *attr);
int array_map_check_btf(const struct bpf_map *map, const struct btf *btf,
	const struct btf_type *key_type, const struct btf_type *value_type);
@until(6.12) int array_map_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long array_map_delete_elem(struct bpf_map *map, void *key);
int array_map_direct_value_addr(const struct bpf_map *map, u64 *imm, u32 off);
int array_map_direct_value_meta(const struct bpf_map *map, u64 imm, u32 *off);
void array_map_free(struct bpf_map *map);
@until(6.12) void array_map_free_timers(struct bpf_map *map);
int array_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
int array_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
bool array_map_meta_equal(const struct bpf_map *meta0, const struct bpf_map *meta1);
int array_map_mmap(struct bpf_map *map, struct vm_area_struct *vma);
void array_map_seq_show_elem(struct bpf_map *map, void *key, struct seq_file *m);
struct bpf_map *array_of_map_alloc(union bpf_attr *attr);
void array_of_map_free(struct bpf_map *map);
int array_of_map_gen_lookup(struct bpf_map *map, struct bpf_insn *insn_buf);
void *array_of_map_lookup_elem(struct bpf_map *map, void *key);
struct bpf_map *bloom_map_alloc(union bpf_attr *attr);
int bloom_map_alloc_check(union bpf_attr *attr);
int bloom_map_check_btf(const struct bpf_map *map, const struct btf *btf,
	const struct btf_type *key_type, const struct btf_type *value_type);
@until(6.12) int bloom_map_delete_elem(struct bpf_map *map, void *value);
@since(6.12) long bloom_map_delete_elem(struct bpf_map *map, void *value);
void bloom_map_free(struct bpf_map *map);
int bloom_map_get_next_key(struct bpf_map *map, void *key, void *next_key);
void *bloom_map_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int bloom_map_peek_elem(struct bpf_map *map, void *value);
@since(6.12) long bloom_map_peek_elem(struct bpf_map *map, void *value);
@until(6.12) int bloom_map_pop_elem(struct bpf_map *map, void *value);
@since(6.12) long bloom_map_pop_elem(struct bpf_map *map, void *value);
@until(6.12) int bloom_map_push_elem(struct bpf_map *map, void *value, u64 flags);
@since(6.12) long bloom_map_push_elem(struct bpf_map *map, void *value, u64 flags);
@until(6.12) int bloom_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
@since(6.12) long bloom_map_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
int bpf_adj_branches(struct bpf_prog *prog, u32 pos, s32 end_old, s32 end_new,
	const bool probe_pass);
void bpf_arch_ibpb(void);
void bpf_arch_poke_desc_update(struct bpf_jit_poke_descriptor *poke, struct bpf_prog *new,
	struct bpf_prog *old);
void *bpf_arch_text_copy(void *dst, void *src, size_t len);
int bpf_arch_text_invalidate(void *dst, size_t len);
int bpf_arch_text_poke(void *ip, enum bpf_text_poke_type t, void *old_addr, void *new_addr);
@until(6.12) const struct bpf_func_proto *bpf_base_func_proto(enum bpf_func_id func_id);
@since(6.12) const struct bpf_func_proto *bpf_base_func_proto(enum bpf_func_id func_id,
	const struct bpf_prog *prog);
u64 bpf_bind(u64 ctx, u64 addr, u64 addr_len, u64 __ur_1, u64 __ur_2);
void bpf_bprintf_cleanup(struct bpf_bprintf_data *data);
int bpf_bprintf_prepare(char *fmt, u32 fmt_size, const u64 *raw_args, u32 num_args,
	struct bpf_bprintf_data *data);
u64 bpf_bprm_opts_set(u64 bprm, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_btf_find_by_name_kind(u64 name, u64 name_sz, u64 kind, u64 flags, u64 __ur_1);
void bpf_btf_show_fdinfo(struct seq_file *m, struct file *filp);
int bpf_build_state(struct net *net, struct nlattr *nla, unsigned int family, const void *cfg,
	struct lwtunnel_state **ts, struct netlink_ext_ack *extack);
enum cgroup_bpf_attach_type bpf_cgroup_atype_find(enum bpf_attach_type attach_type,
	u32 attach_btf_id);
void bpf_cgroup_atype_get(u32 attach_btf_id, int cgroup_atype);
void bpf_cgroup_atype_put(int cgroup_atype);
void bpf_cgroup_link_dealloc(struct bpf_link *link);
int bpf_cgroup_link_detach(struct bpf_link *link);
void bpf_cgroup_link_release(struct bpf_link *link);
void bpf_cgroup_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
struct bpf_cgroup_storage *bpf_cgroup_storage_alloc(struct bpf_prog *prog,
	enum bpf_cgroup_storage_type stype);
int bpf_cgroup_storage_assign(struct bpf_prog_aux *aux, struct bpf_map *_map);
void bpf_cgroup_storage_free(struct bpf_cgroup_storage *storage);
void bpf_cgroup_storage_link(struct bpf_cgroup_storage *storage, struct cgroup *cgroup,
	enum bpf_attach_type type);
void bpf_cgroup_storage_unlink(struct bpf_cgroup_storage *storage);
int bpf_check_attach_target(struct bpf_verifier_log *log, const struct bpf_prog *prog,
	const struct bpf_prog *tgt_prog, u32 btf_id, struct bpf_attach_target_info *tgt_info);
int bpf_check_uarg_tail_zero(bpfptr_t uaddr, size_t expected_size, size_t actual_size);
@until(6.12) void bpf_clear_redirect_map(struct bpf_map *map);
u64 bpf_clone_redirect(u64 skb, u64 ifindex, u64 flags, u64 __ur_1, u64 __ur_2);
u32 bpf_convert_ctx_access(enum bpf_access_type type, const struct bpf_insn *si,
	struct bpf_insn *insn_buf, struct bpf_prog *prog, u32 *target_size);
int bpf_convert_filter(struct sock_filter *prog, int len, struct bpf_prog *new_prog,
	int *new_len, bool *seen_ld_abs);
u64 bpf_copy_from_user(u64 dst, u64 size, u64 user_ptr, u64 __ur_1, u64 __ur_2);
u64 bpf_copy_from_user_task(u64 dst, u64 size, u64 user_ptr, u64 tsk, u64 flags);
u64 bpf_csum_diff(u64 from, u64 from_size, u64 to, u64 to_size, u64 seed);
u64 bpf_csum_level(u64 skb, u64 level, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_csum_update(u64 skb, u64 csum, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_current_task_under_cgroup(u64 map, u64 idx, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_d_path(u64 path, u64 buf, u64 sz, u64 __ur_1, u64 __ur_2);
bool bpf_d_path_allowed(const struct bpf_prog *prog);
void bpf_destroy_inode(struct inode *inode);
void bpf_destroy_state(struct lwtunnel_state *lwt);
int bpf_dummy_init_member(const struct btf_type *t, const struct btf_member *member,
	void *kdata, const void *udata);
@until(6.12) int bpf_dummy_ops_btf_struct_access(struct bpf_verifier_log *log, const struct btf *btf,
	const struct btf_type *t, int off, int size, enum bpf_access_type atype,
	u32 *next_btf_id, enum bpf_type_flag *flag);
@since(6.12) int bpf_dummy_ops_btf_struct_access(struct bpf_verifier_log *log,
	const struct bpf_reg_state *reg, int off, int size);
bool bpf_dummy_ops_is_valid_access(int off, int size, enum bpf_access_type type,
	const struct bpf_prog *prog, struct bpf_insn_access_aux *info);
ssize_t bpf_dummy_read(struct file *filp, char *buf, size_t siz, loff_t *ppos);
@until(6.12) int bpf_dummy_reg(void *kdata);
@since(6.12) int bpf_dummy_reg(void *kdata, struct bpf_link *link);
@until(6.12) void bpf_dummy_unreg(void *kdata);
@since(6.12) void bpf_dummy_unreg(void *kdata, struct bpf_link *link);
ssize_t bpf_dummy_write(struct file *filp, const char *buf, size_t siz, loff_t *ppos);
int bpf_dynptr_check_size(u32 size);
u64 bpf_dynptr_data(u64 ptr, u64 offset, u64 len, u64 __ur_1, u64 __ur_2);
u64 bpf_dynptr_from_mem(u64 data, u64 size, u64 flags, u64 ptr, u64 __ur_1);
@until(6.12) u32 bpf_dynptr_get_size(struct bpf_dynptr_kern *ptr);
u64 bpf_dynptr_read(u64 dst, u64 len, u64 src, u64 offset, u64 flags);
void bpf_dynptr_set_null(struct bpf_dynptr_kern *ptr);
u64 bpf_dynptr_write(u64 dst, u64 offset, u64 src, u64 len, u64 flags);
int bpf_encap_cmp(struct lwtunnel_state *a, struct lwtunnel_state *b);
int bpf_encap_nlsize(struct lwtunnel_state *lwtstate);
int bpf_event_notify(struct notifier_block *nb, unsigned long op, void *module);
u64 bpf_event_output(struct bpf_map *map, u64 flags, void *meta, u64 meta_size, void *ctx,
	u64 ctx_size, bpf_ctx_copy_t ctx_copy);
u64 bpf_event_output_data(u64 ctx, u64 map, u64 flags, u64 data, u64 size);
int bpf_fd_array_map_lookup_elem(struct bpf_map *map, void *key, u32 *value);
int bpf_fd_array_map_update_elem(struct bpf_map *map, struct file *map_file, void *key,
	void *value, u64 map_flags);
int bpf_fd_htab_map_lookup_elem(struct bpf_map *map, void *key, u32 *value);
int bpf_fd_htab_map_update_elem(struct bpf_map *map, struct file *map_file, void *key,
	void *value, u64 map_flags);
@until(6.12) int bpf_fd_inode_storage_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long bpf_fd_inode_storage_delete_elem(struct bpf_map *map, void *key);
void *bpf_fd_inode_storage_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int bpf_fd_inode_storage_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long bpf_fd_inode_storage_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
@until(6.12) int bpf_fd_pass(struct file *file, u32 sid);
@since(6.12) int bpf_fd_pass(const struct file *file, u32 sid);
@until(6.12) int bpf_fd_sk_storage_delete_elem(struct bpf_map *map, void *key);
@since(6.12) long bpf_fd_sk_storage_delete_elem(struct bpf_map *map, void *key);
void *bpf_fd_sk_storage_lookup_elem(struct bpf_map *map, void *key);
@until(6.12) int bpf_fd_sk_storage_update_elem(struct bpf_map *map, void *key, void *value, u64 map_flags);
@since(6.12) long bpf_fd_sk_storage_update_elem(struct bpf_map *map, void *key, void *value,
	u64 map_flags);
s32 bpf_find_btf_id(const char *name, u32 kind, struct btf **btf_p);
u64 bpf_find_vma(u64 task, u64 start, u64 callback_fn, u64 callback_ctx, u64 flags);
u32 bpf_flow_dissect(struct bpf_prog *prog, struct bpf_flow_dissector *ctx, __be16 proto,
	int nhoff, int hlen, unsigned int flags);
u64 bpf_flow_dissector_load_bytes(u64 ctx, u64 offset, u64 to, u64 len, u64 __ur_1);
@until(6.12) int bpf_for_each_array_elem(struct bpf_map *map, bpf_callback_t callback_fn, void *callback_ctx,
	u64 flags);
@since(6.12) long bpf_for_each_array_elem(struct bpf_map *map, bpf_callback_t callback_fn,
	void *callback_ctx, u64 flags);
@until(6.12) int bpf_for_each_hash_elem(struct bpf_map *map, bpf_callback_t callback_fn, void *callback_ctx,
	u64 flags);
@since(6.12) long bpf_for_each_hash_elem(struct bpf_map *map, bpf_callback_t callback_fn,
	void *callback_ctx, u64 flags);
u64 bpf_for_each_map_elem(u64 map, u64 callback_fn, u64 callback_ctx, u64 flags, u64 __ur_1);
void bpf_free_fc(struct fs_context *fc);
void bpf_free_inode(struct inode *inode);
void bpf_free_kfunc_btf_tab(struct bpf_kfunc_btf_tab *tab);
int bpf_gen_ld_abs(const struct bpf_insn *orig, struct bpf_insn *insn_buf);
u64 bpf_get_attach_cookie(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_attach_cookie_pe(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_attach_cookie_trace(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_attach_cookie_tracing(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_branch_snapshot(u64 buf, u64 size, u64 flags, u64 __ur_1, u64 __ur_2);
struct btf *bpf_get_btf_vmlinux(void);
u64 bpf_get_cgroup_classid(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_cgroup_classid_curr(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_current_cgroup_id(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_current_pid_tgid(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_current_task(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_current_task_btf(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_current_uid_gid(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
int bpf_get_file_flag(int flags);
u64 bpf_get_func_ip_kprobe(u64 regs, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_func_ip_kprobe_multi(u64 regs, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_func_ip_tracing(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_hash_recalc(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
struct inode *bpf_get_inode(struct super_block *sb, const struct inode *dir, umode_t mode);
int bpf_get_kallsym(unsigned int symnum, unsigned long *value, char *type, char *sym);
@until(6.12) int bpf_get_kprobe_info(const struct perf_event *event, u32 *fd_type, const char **symbol,
	u64 *probe_offset, u64 *probe_addr, bool perf_type_tracepoint);
@since(6.12) int bpf_get_kprobe_info(const struct perf_event *event, u32 *fd_type,
	const char **symbol, u64 *probe_offset, u64 *probe_addr, unsigned long *missed,
	bool perf_type_tracepoint);
u64 bpf_get_listener_sock(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_local_storage(u64 map, u64 flags, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_get_netns_cookie_sk_msg(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_netns_cookie_sock(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_netns_cookie_sock_addr(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_netns_cookie_sock_ops(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_netns_cookie_sockopt(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_ns_current_pid_tgid(u64 dev, u64 ino, u64 nsdata, u64 size, u64 __ur_1);
u64 bpf_get_numa_node_id(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
@until(6.12) int bpf_get_perf_event_info(const struct perf_event *event, u32 *prog_id, u32 *fd_type,
	const char **buf, u64 *probe_offset, u64 *probe_addr);
@since(6.12) int bpf_get_perf_event_info(const struct perf_event *event, u32 *prog_id, u32 *fd_type,
	const char **buf, u64 *probe_offset, u64 *probe_addr, unsigned long *missed);
u64 bpf_get_raw_cpu_id(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
struct bpf_raw_event_map *bpf_get_raw_tracepoint(const char *name);
u64 bpf_get_retval(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_route_realm(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
const struct bpf_func_proto *bpf_get_skb_set_tunnel_proto(enum bpf_func_id which);
u64 bpf_get_smp_processor_id(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_get_socket_cookie(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_socket_cookie_sock(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_socket_cookie_sock_addr(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_socket_cookie_sock_ops(u64 ctx, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_socket_ptr_cookie(u64 sk, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_socket_uid(u64 skb, u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4);
u64 bpf_get_stack(u64 regs, u64 buf, u64 size, u64 flags, u64 __ur_1);
u64 bpf_get_stack_pe(u64 ctx, u64 buf, u64 size, u64 flags, u64 __ur_1);
u64 bpf_get_stack_raw_tp(u64 args, u64 buf, u64 size, u64 flags, u64 __ur_1);
u64 bpf_get_stack_tp(u64 tp_buff, u64 buf, u64 size, u64 flags, u64 __ur_1);
u64 bpf_get_stackid(u64 regs, u64 map, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_get_stackid_pe(u64 ctx, u64 map, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_get_stackid_raw_tp(u64 args, u64 map, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_get_stackid_tp(u64 tp_buff, u64 map, u64 flags, u64 __ur_1, u64 __ur_2);
u64 bpf_get_task_stack(u64 task, u64 buf, u64 size, u64 flags, u64 __ur_1);
const struct bpf_func_proto *bpf_get_trace_printk_proto(void);
const struct bpf_func_proto *bpf_get_trace_vprintk_proto(void);
int bpf_get_tree(struct fs_context *fc);
int bpf_get_uprobe_info(const struct perf_event *event, u32 *fd_type, const char **filename,
	u64 *probe_offset, u64 *probe_addr, bool perf_type_tracepoint);
struct htab_elem *bpf_hash_map_seq_find_next(struct bpf_iter_seq_hash_map_info *info,
	struct htab_elem *prev_elem);
@until(6.12) bool bpf_helper_changes_pkt_data(void *func);
@since(6.12) bool bpf_helper_changes_pkt_data(enum bpf_func_id func_id);
u64 bpf_ima_file_hash(u64 file, u64 dst, u64 size, u64 __ur_1, u64 __ur_2);
u64 bpf_ima_inode_hash(u64 inode, u64 dst, u64 size, u64 __ur_1, u64 __ur_2);
bool bpf_ima_inode_hash_allowed(const struct bpf_prog *prog);
@until(6.12) void bpf_image_ksym_add(void *data, struct bpf_ksym *ksym);
@since(6.12) void bpf_image_ksym_add(struct bpf_ksym *ksym);
void bpf_image_ksym_del(struct bpf_ksym *ksym);
int bpf_init_fs_context(struct fs_context *fc);
u64 bpf_inode_storage_delete(u64 map, u64 inode, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_inode_storage_free(struct inode *inode);
u64 bpf_inode_storage_get(u64 map, u64 inode, u64 value, u64 flags, u64 gfp_flags);
int bpf_input(struct sk_buff *skb);
struct bpf_prog *bpf_int_jit_compile(struct bpf_prog *prog);
int bpf_ipv4_fib_lookup(struct net *net, struct bpf_fib_lookup *params, u32 flags,
	bool check_mtu);
int bpf_ipv6_fib_lookup(struct net *net, struct bpf_fib_lookup *params, u32 flags,
	bool check_mtu);
u64 bpf_jiffies64(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_kallsyms_lookup_name(u64 name, u64 name_sz, u64 flags, u64 res, u64 __ur_1);
int bpf_kprobe_multi_link_attach(const union bpf_attr *attr, struct bpf_prog *prog);
u64 bpf_kptr_xchg(u64 map_value, u64 ptr, u64 __ur_1, u64 __ur_2, u64 __ur_3);
void bpf_ksym_add(struct bpf_ksym *ksym);
void bpf_ksym_del(struct bpf_ksym *ksym);
struct bpf_ksym *bpf_ksym_find(unsigned long addr);
int bpf_ksym_iter_register(void);
u64 bpf_ktime_get_boot_ns(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_ktime_get_coarse_ns(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_ktime_get_ns(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_ktime_get_tai_ns(u64 __ur_1, u64 __ur_2, u64 __ur_3, u64 __ur_4, u64 __ur_5);
u64 bpf_l3_csum_replace(u64 skb, u64 offset, u64 from, u64 to, u64 flags);
u64 bpf_l4_csum_replace(u64 skb, u64 offset, u64 from, u64 to, u64 flags);
struct bpf_link *bpf_link_by_id(u32 id);
void bpf_link_cleanup(struct bpf_link_primer *primer);
void bpf_link_defer_dealloc_rcu_gp(struct callback_head *rcu);
void bpf_link_free(struct bpf_link *link);
struct bpf_link *bpf_link_get_curr_or_next(u32 *id);
struct bpf_link *bpf_link_get_from_fd(u32 ufd);
void bpf_link_inc(struct bpf_link *link);
struct bpf_link *bpf_link_inc_not_zero(struct bpf_link *link);
bool bpf_link_is_iter(struct bpf_link *link);
int bpf_link_new_fd(struct bpf_link *link);
int bpf_link_prime(struct bpf_link *link, struct bpf_link_primer *primer);
void bpf_link_put(struct bpf_link *link);
void bpf_link_put_deferred(struct work_struct *work);
int bpf_link_release(struct inode *inode, struct file *filp);
int bpf_link_settle(struct bpf_link_primer *primer);
void bpf_link_show_fdinfo(struct seq_file *m, struct file *filp);
int bpf_local_storage_alloc(void *owner, struct bpf_local_storage_map *smap,
	struct bpf_local_storage_elem *first_selem, gfp_t gfp_flags);
void bpf_local_storage_free_rcu(struct callback_head *rcu);
@until(6.12) struct bpf_local_storage_data *bpf_local_storage_lookup(struct bpf_local_storage *local_storage,
	struct bpf_local_storage_map *smap, bool cacheit_lockit);
@until(6.12) struct bpf_map *bpf_local_storage_map_alloc(union bpf_attr *attr,
	struct bpf_local_storage_cache *cache);
@since(6.12) struct bpf_map *bpf_local_storage_map_alloc(union bpf_attr *attr,
	struct bpf_local_storage_cache *cache, bool bpf_ma);
int bpf_local_storage_map_check_btf(const struct bpf_map *map, const struct btf *btf,
	const struct btf_type *key_type, const struct btf_type *value_type);
void bpf_local_storage_map_free(struct bpf_map *map, struct bpf_local_storage_cache *cache,
	int *busy_counter);
@until(6.12) bool bpf_local_storage_unlink_nolock(struct bpf_local_storage *local_storage);
struct bpf_local_storage_data *bpf_local_storage_update(void *owner,
	struct bpf_local_storage_map *smap, void *value, u64 map_flags, gfp_t gfp_flags);
void bpf_log(struct bpf_verifier_log *log, const char *fmt, ...);
struct dentry *bpf_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
u64 bpf_loop(u64 nr_loops, u64 callback_fn, u64 callback_ctx, u64 flags, u64 __ur_1);
void bpf_lru_destroy(struct bpf_lru *lru);
struct bpf_lru_node *bpf_lru_pop_free(struct bpf_lru *lru, u32 hash);
void bpf_lru_populate(struct bpf_lru *lru, void *buf, u32 node_offset, u32 elem_size,
	u32 nr_elems);
void bpf_lru_push_free(struct bpf_lru *lru, struct bpf_lru_node *node);
void *bpf_map_alloc_percpu(const struct bpf_map *map, size_t size, size_t align, gfp_t flags);
void *bpf_map_area_alloc(u64 size, int numa_node);
void bpf_map_area_free(void *area);
void *bpf_map_area_mmapable_alloc(u64 size, int numa_node);
@until(6.12) struct bpf_map_value_off *bpf_map_copy_kptr_off_tab(const struct bpf_map *map);
int bpf_map_copy_value(struct bpf_map *map, void *key, void *value, __u64 flags);
u64 bpf_map_delete_elem(u64 map, u64 key, u64 __ur_1, u64 __ur_2, u64 __ur_3);
int bpf_map_do_batch(const union bpf_attr *attr, union bpf_attr *uattr, int cmd);
@until(6.12) bool bpf_map_equal_kptr_off_tab(const struct bpf_map *map_a, const struct bpf_map *map_b);
void *bpf_map_fd_get_ptr(struct bpf_map *map, struct file *map_file, int ufd);
void bpf_map_fd_put_ptr(struct bpf_map *map, void *ptr, bool need_defer);
u32 bpf_map_fd_sys_lookup_elem(void *ptr);
@until(6.12) void bpf_map_free_id(struct bpf_map *map, bool do_idr_lock);
@since(6.12) void bpf_map_free_id(struct bpf_map *map);
@until(6.12) void bpf_map_free_kptr_off_tab(struct bpf_map *map);
@until(6.12) void bpf_map_free_kptrs(struct bpf_map *map, void *map_value);
void bpf_map_free_mult_rcu_gp(struct callback_head *rcu);
struct bpf_map *bpf_map_get(u32 ufd);
struct bpf_map *bpf_map_get_curr_or_next(u32 *id);
struct bpf_map *bpf_map_get_with_uref(u32 ufd);
void bpf_map_inc(struct bpf_map *map);
struct bpf_map *bpf_map_inc_not_zero(struct bpf_map *map);
void bpf_map_inc_with_uref(struct bpf_map *map);
void bpf_map_init_from_attr(struct bpf_map *map, union bpf_attr *attr);
void *bpf_map_kmalloc_node(const struct bpf_map *map, size_t size, gfp_t flags, int node);
@until(6.12) int bpf_map_kptr_off_cmp(const void *a, const void *b);
@until(6.12) struct bpf_map_value_off_desc *bpf_map_kptr_off_contains(struct bpf_map *map, u32 offset);
void *bpf_map_kvcalloc(struct bpf_map *map, size_t n, size_t size, gfp_t flags);
void *bpf_map_kzalloc(const struct bpf_map *map, size_t size, gfp_t flags);
u64 bpf_map_lookup_percpu_elem(u64 map, u64 key, u64 cpu, u64 __ur_1, u64 __ur_2);
struct bpf_map *bpf_map_meta_alloc(int inner_map_ufd);
bool bpf_map_meta_equal(const struct bpf_map *meta0, const struct bpf_map *meta1);
void bpf_map_meta_free(struct bpf_map *map_meta);
int bpf_map_mmap(struct file *filp, struct vm_area_struct *vma);
void bpf_map_mmap_close(struct vm_area_struct *vma);
void bpf_map_mmap_open(struct vm_area_struct *vma);
int bpf_map_offload_delete_elem(struct bpf_map *map, void *key);
int bpf_map_offload_get_next_key(struct bpf_map *map, void *key, void *next_key);
int bpf_map_offload_lookup_elem(struct bpf_map *map, void *key, void *value);
struct bpf_map *bpf_map_offload_map_alloc(union bpf_attr *attr);
void bpf_map_offload_map_free(struct bpf_map *map);
int bpf_map_offload_ndo(struct bpf_offloaded_map *offmap, enum bpf_netdev_command cmd);
int bpf_map_offload_update_elem(struct bpf_map *map, void *key, void *value, u64 flags);
u64 bpf_map_peek_elem(u64 map, u64 value, u64 __ur_1, u64 __ur_2, u64 __ur_3);
__poll_t bpf_map_poll(struct file *filp, struct poll_table_struct *pts);
u64 bpf_map_pop_elem(u64 map, u64 value, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_map_push_elem(u64 map, u64 value, u64 flags, u64 __ur_1, u64 __ur_2);
void bpf_map_put(struct bpf_map *map);
void bpf_map_put_with_uref(struct bpf_map *map);
int bpf_map_release(struct inode *inode, struct file *filp);
void bpf_map_show_fdinfo(struct seq_file *m, struct file *filp);
u64 bpf_map_update_elem(u64 map, u64 key, u64 value, u64 flags, u64 __ur_1);
u32 bpf_map_value_size(const struct bpf_map *map);
bool bpf_map_write_active(const struct bpf_map *map);
void *bpf_mem_alloc(struct bpf_mem_alloc *ma, size_t size);
void bpf_mem_alloc_destroy(struct bpf_mem_alloc *ma);
void *bpf_mem_cache_alloc(struct bpf_mem_alloc *ma);
void bpf_mem_cache_free(struct bpf_mem_alloc *ma, void *ptr);
void bpf_mem_free(struct bpf_mem_alloc *ma, void *ptr);
void bpf_mem_refill(struct irq_work *work);
@until(6.3) int bpf_mkdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode);
@since(6.3) int bpf_mkdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode); // abf08576afe3
int bpf_mklink(struct dentry *dentry, umode_t mode, void *arg);
int bpf_mkmap(struct dentry *dentry, umode_t mode, void *arg);
int bpf_mkobj_ops(struct dentry *dentry, umode_t mode, void *raw,
	const struct inode_operations *iops, const struct file_operations *fops);
int bpf_mkprog(struct dentry *dentry, umode_t mode, void *arg);
struct mptcp_sock *bpf_mptcp_sock_from_subflow(struct sock *sk);
u64 bpf_msg_apply_bytes(u64 msg, u64 bytes, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_msg_cork_bytes(u64 msg, u64 bytes, u64 __ur_1, u64 __ur_2, u64 __ur_3);
u64 bpf_msg_pop_data(u64 msg, u64 start, u64 len, u64 flags, u64 __ur_1);
u64 bpf_msg_pull_data(u64 msg, u64 start, u64 end, u64 flags, u64 __ur_1);
u64 bpf_msg_push_data(u64 msg, u64 start, u64 len, u64 flags, u64 __ur_1);
u64 bpf_msg_redirect_hash(u64 msg, u64 map, u64 key, u64 flags, u64 __ur_1);
u64 bpf_msg_redirect_map(u64 msg, u64 map, u64 key, u64 flags, u64 __ur_1);
void bpf_netns_link_dealloc(struct bpf_link *link);
int bpf_netns_link_detach(struct bpf_link *link);
void bpf_netns_link_release(struct bpf_link *link);
void bpf_netns_link_show_fdinfo(const struct bpf_link *link, struct seq_file *seq);
int bpf_netns_link_update_prog(struct bpf_link *link, struct bpf_prog *new_prog,
	struct bpf_prog *old_prog);
int bpf_noop_prologue(struct bpf_insn *insn_buf, bool direct_write, const struct bpf_prog *prog);
int bpf_obj_get_next_id(const union bpf_attr *attr, union bpf_attr *uattr, struct idr *idr,
	spinlock_t *lock);
@until(6.12) int bpf_obj_get_user(const char *pathname, int flags);
@since(6.12) int bpf_obj_get_user(int path_fd, const char *pathname, int flags);
int bpf_obj_name_cpy(char *dst, const char *src, unsigned int size);
@until(6.12) int bpf_obj_pin_user(u32 ufd, const char *pathname);
@since(6.12) int bpf_obj_pin_user(u32 ufd, int path_fd, const char *pathname);
struct bpf_offload_dev *bpf_offload_dev_create(const struct bpf_prog_offload_ops *ops,
	void *priv);
void bpf_offload_dev_destroy(struct bpf_offload_dev *offdev);
bool bpf_offload_dev_match(struct bpf_prog *prog, struct net_device *netdev);
int bpf_offload_dev_netdev_register(struct bpf_offload_dev *offdev, struct net_device *netdev);
void *bpf_offload_dev_priv(struct bpf_offload_dev *offdev);
struct bpf_offload_netdev *bpf_offload_find_netdev(struct net_device *netdev);
bool bpf_offload_prog_map_match(struct bpf_prog *prog, struct bpf_map *map);
bool bpf_opcode_in_insntable(u8 code);
int bpf_output(struct net *net, struct sock *sk, struct sk_buff *skb);
@until(6.12) void bpf_overflow_handler(struct perf_event *event, struct perf_sample_data *data,
	struct pt_regs *regs);
