/* Helpers and operations of maps, as functions that a program may attach to. */

@until(6.12) const char *__bpf_address_lookup(unsigned long addr, unsigned long *size, unsigned long *off,
	char *sym);
@since(6.12) int __bpf_address_lookup(unsigned long addr, unsigned long *size, unsigned long *off,
	char *sym);
void __bpf_arch_ibpb(void *unused);
int __bpf_arch_text_poke(void *ip, enum bpf_text_poke_type t, void *old_addr, void *new_addr);
u64 __bpf_call_base(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);
int __bpf_core_types_are_compat(const struct btf *local_btf, __u32 local_id,
	const struct btf *targ_btf, __u32 targ_id, int level);
int __bpf_core_types_match(const struct btf *local_btf, __u32 local_id,
	const struct btf *targ_btf, __u32 targ_id, bool behind_ptr, int level);
void __bpf_event_entry_free(struct callback_head *rcu);
@until(6.12) void __bpf_free_used_btfs(struct bpf_prog_aux *aux, struct btf_mod_pair *used_btfs, u32 len);
@since(6.12) void __bpf_free_used_btfs(struct btf_mod_pair *used_btfs, u32 len);
void __bpf_free_used_maps(struct bpf_prog_aux *aux, struct bpf_map **used_maps, u32 len);
@until(6.12) long __bpf_get_stack(struct pt_regs *regs, struct task_struct *task,
	struct perf_callchain_entry *trace_in, void *buf, u32 size, u64 flags);
@since(6.12) long __bpf_get_stack(struct pt_regs *regs, struct task_struct *task, void *buf,
	u32 size, u64 flags, bool may_fault);
@until(6.12) long __bpf_get_stackid(struct bpf_map *map, struct perf_callchain_entry *trace, u64 flags);
int __bpf_getsockopt(struct sock *sk, int level, int optname, char *optval, int optlen);
void __bpf_lru_list_rotate_active(struct bpf_lru *lru, struct bpf_lru_list *l);
void __bpf_lru_list_rotate_inactive(struct bpf_lru *lru, struct bpf_lru_list *l);
void __bpf_lru_node_move(struct bpf_lru_list *l, struct bpf_lru_node *node,
	enum bpf_lru_list_type tgt_type);
void __bpf_lru_node_move_to_free(struct bpf_lru_list *l, struct bpf_lru_node *node,
	struct list_head *free_list, enum bpf_lru_list_type tgt_free_type);
void *__bpf_map_area_alloc(u64 size, int numa_node, bool mmapable);
@until(6.12) struct bpf_map *__bpf_map_get(struct fd f);
struct bpf_map *__bpf_map_inc_not_zero(struct bpf_map *map, bool uref);
void __bpf_map_offload_destroy(struct bpf_offloaded_map *offmap);
bool __bpf_offload_dev_match(struct bpf_prog *prog, struct net_device *netdev);
u64 __bpf_prog_enter_lsm_cgroup(struct bpf_prog *prog, struct bpf_tramp_run_ctx *run_ctx);
u64 __bpf_prog_enter_recur(struct bpf_prog *prog, struct bpf_tramp_run_ctx *run_ctx);
u64 __bpf_prog_enter_sleepable(struct bpf_prog *prog, struct bpf_tramp_run_ctx *run_ctx);
u64 __bpf_prog_enter_sleepable_recur(struct bpf_prog *prog, struct bpf_tramp_run_ctx *run_ctx);
void __bpf_prog_exit_lsm_cgroup(struct bpf_prog *prog, u64 start,
	struct bpf_tramp_run_ctx *run_ctx);
void __bpf_prog_exit_recur(struct bpf_prog *prog, u64 start, struct bpf_tramp_run_ctx *run_ctx);
void __bpf_prog_exit_sleepable(struct bpf_prog *prog, u64 start,
	struct bpf_tramp_run_ctx *run_ctx);
void __bpf_prog_exit_sleepable_recur(struct bpf_prog *prog, u64 start,
	struct bpf_tramp_run_ctx *run_ctx);
void __bpf_prog_free(struct bpf_prog *fp);
struct bpf_prog *__bpf_prog_get(u32 ufd, enum bpf_prog_type *attach_type, bool attach_drv);
void __bpf_prog_offload_destroy(struct bpf_prog *prog);
void __bpf_prog_put_noref(struct bpf_prog *prog, bool deferred);
void __bpf_prog_put_rcu(struct callback_head *rcu);
unsigned int __bpf_prog_ret1(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run128(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run160(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run192(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run224(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run256(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run288(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run32(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run320(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run352(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run384(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run416(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run448(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run480(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run512(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run64(const void *ctx, const struct bpf_insn *insn);
unsigned int __bpf_prog_run96(const void *ctx, const struct bpf_insn *insn);
u64 __bpf_prog_run_args128(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args160(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args192(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args224(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args256(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args288(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args32(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args320(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args352(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args384(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args416(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args448(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args480(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args512(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args64(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u64 __bpf_prog_run_args96(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5, const struct bpf_insn *insn);
u32 __bpf_prog_run_save_cb(const struct bpf_prog *prog, const void *ctx);
void __bpf_prog_test_run_raw_tp(void *data);
int __bpf_redirect(struct sk_buff *skb, struct net_device *dev, u32 flags);
void *__bpf_ringbuf_reserve(struct bpf_ringbuf *rb, u64 size);
@until(6.12) void __bpf_selem_unlink_storage(struct bpf_local_storage_elem *selem, bool use_trace_rcu);
int __bpf_setsockopt(struct sock *sk, int level, int optname, char *optval, int optlen);
struct sock *__bpf_sk_lookup(struct sk_buff *skb, struct bpf_sock_tuple *tuple, u32 len,
	struct net *caller_net, u32 ifindex, u8 proto, u64 netns_id, u64 flags, int sdif);
struct sock *__bpf_skc_lookup(struct sk_buff *skb, struct bpf_sock_tuple *tuple, u32 len,
	struct net *caller_net, u32 ifindex, u8 proto, u64 netns_id, u64 flags, int sdif);
void __bpf_spin_lock_irqsave(struct bpf_spin_lock *lock);
void __bpf_spin_unlock_irqrestore(struct bpf_spin_lock *lock);
int __bpf_strtoull(const char *buf, size_t buf_len, u64 flags, unsigned long long *res,
	bool *is_negative);
void __bpf_trace_ack_update_msk(void *__data, u64 data_ack, u64 old_snd_una, u64 new_snd_una,
	u64 new_wnd_end, u64 msk_wnd_end);
@until(6.12) void __bpf_trace_aer_event(void *__data, const char *dev_name, const u32 status,
	const u8 severity, const u8 tlp_header_valid, struct aer_header_log_regs *tlp);
@since(6.12) void __bpf_trace_aer_event(void *__data, const char *dev_name, const u32 status,
	const u8 severity, const u8 tlp_header_valid, struct pcie_tlp_log *tlp);
void __bpf_trace_alarm_class(void *__data, struct alarm *alarm, ktime_t now);
void __bpf_trace_alarmtimer_suspend(void *__data, ktime_t expires, int flag);
void __bpf_trace_amd_pstate_perf(void *__data, unsigned long min_perf,
	unsigned long target_perf, unsigned long capacity, u64 freq, u64 mperf, u64 aperf,
	u64 tsc, unsigned int cpu_id, bool changed, bool fast_switch);
@until(6.12) void __bpf_trace_arm_event(void *__data, const struct cper_sec_proc_arm *proc);
@since(6.12) void __bpf_trace_arm_event(void *__data, const struct cper_sec_proc_arm *proc,
	const u8 *pei_err, const u32 pei_len, const u8 *ctx_err, const u32 ctx_len, const u8 *oem,
	const u32 oem_len, u8 sev, int cpu);
void __bpf_trace_balance_dirty_pages(void *__data, struct bdi_writeback *wb,
	unsigned long thresh, unsigned long bg_thresh, unsigned long dirty,
	unsigned long bdi_thresh, unsigned long bdi_dirty, unsigned long dirty_ratelimit,
	unsigned long task_ratelimit, unsigned long dirtied, unsigned long period, long pause,
	unsigned long start_time);
void __bpf_trace_bdi_dirty_ratelimit(void *__data, struct bdi_writeback *wb,
	unsigned long dirty_rate, unsigned long task_ratelimit);
void __bpf_trace_block_bio(void *__data, struct bio *bio);
void __bpf_trace_block_bio_complete(void *__data, struct request_queue *q, struct bio *bio);
void __bpf_trace_block_bio_remap(void *__data, struct bio *bio, dev_t dev, sector_t from);
void __bpf_trace_block_buffer(void *__data, struct buffer_head *bh);
void __bpf_trace_block_plug(void *__data, struct request_queue *q);
void __bpf_trace_block_rq(void *__data, struct request *rq);
void __bpf_trace_block_rq_completion(void *__data, struct request *rq, blk_status_t error,
	unsigned int nr_bytes);
void __bpf_trace_block_rq_remap(void *__data, struct request *rq, dev_t dev, sector_t from);
void __bpf_trace_block_rq_requeue(void *__data, struct request *rq);
void __bpf_trace_block_split(void *__data, struct bio *bio, unsigned int new_sector);
void __bpf_trace_block_unplug(void *__data, struct request_queue *q, unsigned int depth,
	bool explicit);
void __bpf_trace_bpf_test_finish(void *__data, int *err);
void __bpf_trace_bpf_trace_printk(void *__data, const char *bpf_string);
void __bpf_trace_br_fdb_add(void *__data, struct ndmsg *ndm, struct net_device *dev,
	const unsigned char *addr, u16 vid, u16 nlh_flags);
void __bpf_trace_br_fdb_update(void *__data, struct net_bridge *br,
	struct net_bridge_port *source, const unsigned char *addr, u16 vid,
	unsigned long flags);
void __bpf_trace_cdev_update(void *__data, struct thermal_cooling_device *cdev,
	unsigned long target);
void __bpf_trace_cgroup(void *__data, struct cgroup *cgrp, const char *path);
void __bpf_trace_cgroup_event(void *__data, struct cgroup *cgrp, const char *path, int val);
void __bpf_trace_cgroup_migrate(void *__data, struct cgroup *dst_cgrp, const char *path,
	struct task_struct *task, bool threadgroup);
void __bpf_trace_cgroup_root(void *__data, struct cgroup_root *root);
void __bpf_trace_clock(void *__data, const char *name, unsigned int state, unsigned int cpu_id);
void __bpf_trace_compact_retry(void *__data, int order, enum compact_priority priority,
	enum compact_result result, int retries, int max_retries, bool ret);
void __bpf_trace_console(void *__data, const char *text, size_t len);
@until(6.12) void __bpf_trace_consume_skb(void *__data, struct sk_buff *skb);
@since(6.12) void __bpf_trace_consume_skb(void *__data, struct sk_buff *skb, void *location);
@since(5.19) // 16edd9b511a1
void __bpf_trace_contention_begin(void *__data, void *lock, unsigned int flags);
@since(5.19)
void __bpf_trace_contention_end(void *__data, void *lock, int ret);
void __bpf_trace_cpu(void *__data, unsigned int state, unsigned int cpu_id);
void __bpf_trace_cpu_frequency_limits(void *__data, struct cpufreq_policy *policy);
void __bpf_trace_cpu_idle_miss(void *__data, unsigned int cpu_id, unsigned int state, bool below);
void __bpf_trace_cpuhp_enter(void *__data, unsigned int cpu, int target, int idx,
	int (*fun)(unsigned int));
void __bpf_trace_cpuhp_multi_enter(void *__data, unsigned int cpu, int target, int idx,
	int (*fun)(unsigned int, struct hlist_node *), struct hlist_node *node);
void __bpf_trace_dax_insert_mapping(void *__data, struct inode *inode, struct vm_fault *vmf,
	void *radix_entry);
void __bpf_trace_dax_pmd_fault_class(void *__data, struct inode *inode, struct vm_fault *vmf,
	unsigned long max_pgoff, int result);
void __bpf_trace_dax_pte_fault_class(void *__data, struct inode *inode, struct vm_fault *vmf,
	int result);
void __bpf_trace_dax_writeback_one(void *__data, struct inode *inode, unsigned long pgoff,
	unsigned long pglen);
void __bpf_trace_dev_pm_qos_request(void *__data, const char *name,
	enum dev_pm_qos_req_type type, s32 new_value);
void __bpf_trace_devlink_hwerr(void *__data, const struct devlink *devlink, int err,
	const char *msg);
void __bpf_trace_devlink_hwmsg(void *__data, const struct devlink *devlink, bool incoming,
	unsigned long type, const u8 *buf, size_t len);
void __bpf_trace_devlink_trap_report(void *__data, const struct devlink *devlink,
	struct sk_buff *skb, const struct devlink_trap_metadata *metadata);
void __bpf_trace_devres(void *__data, struct device *dev, const char *op, void *node,
	const char *name, size_t size);
void __bpf_trace_dma_fence(void *__data, struct dma_fence *fence);
void __bpf_trace_emulate_vsyscall(void *__data, int nr);
void __bpf_trace_exit_mmap(void *__data, struct mm_struct *mm);
void __bpf_trace_ext4__bitmap_load(void *__data, struct super_block *sb, unsigned long group);
void __bpf_trace_ext4__es_extent(void *__data, struct inode *inode, struct extent_status *es);
void __bpf_trace_ext4__fallocate_mode(void *__data, struct inode *inode, loff_t offset,
	loff_t len, int mode);
void __bpf_trace_ext4__mb_new_pa(void *__data, struct ext4_allocation_context *ac,
	struct ext4_prealloc_space *pa);
void __bpf_trace_ext4__mballoc(void *__data, struct super_block *sb, struct inode *inode,
	ext4_group_t group, ext4_grpblk_t start, ext4_grpblk_t len);
@until(6.12) void __bpf_trace_ext4__page_op(void *__data, struct page *page);
void __bpf_trace_ext4__trim(void *__data, struct super_block *sb, ext4_group_t group,
	ext4_grpblk_t start, ext4_grpblk_t len);
void __bpf_trace_ext4__truncate(void *__data, struct inode *inode);
void __bpf_trace_ext4__write_begin(void *__data, struct inode *inode, loff_t pos,
	unsigned int len);
void __bpf_trace_ext4__write_end(void *__data, struct inode *inode, loff_t pos,
	unsigned int len, unsigned int copied);
void __bpf_trace_ext4_alloc_da_blocks(void *__data, struct inode *inode);
void __bpf_trace_ext4_allocate_blocks(void *__data, struct ext4_allocation_request *ar,
	unsigned long long block);
void __bpf_trace_ext4_allocate_inode(void *__data, struct inode *inode, struct inode *dir,
	int mode);
void __bpf_trace_ext4_collapse_range(void *__data, struct inode *inode, loff_t offset,
	loff_t len);
void __bpf_trace_ext4_da_write_pages(void *__data, struct inode *inode,
	unsigned long first_page, struct writeback_control *wbc);
void __bpf_trace_ext4_discard_blocks(void *__data, struct super_block *sb,
	unsigned long long blk, unsigned long long count);
void __bpf_trace_ext4_drop_inode(void *__data, struct inode *inode, int drop);
void __bpf_trace_ext4_error(void *__data, struct super_block *sb, const char *function,
	unsigned int line);
void __bpf_trace_ext4_es_shrink(void *__data, struct super_block *sb, int nr_shrunk,
	u64 scan_time, int nr_skipped, int retried);
void __bpf_trace_ext4_evict_inode(void *__data, struct inode *inode);
void __bpf_trace_ext4_ext_load_extent(void *__data, struct inode *inode, ext4_lblk_t lblk,
	ext4_fsblk_t pblk);
void __bpf_trace_ext4_ext_rm_idx(void *__data, struct inode *inode, ext4_fsblk_t pblk);
void __bpf_trace_ext4_ext_rm_leaf(void *__data, struct inode *inode, ext4_lblk_t start,
	struct ext4_extent *ex, struct partial_cluster *pc);
void __bpf_trace_ext4_ext_show_extent(void *__data, struct inode *inode, ext4_lblk_t lblk,
	ext4_fsblk_t pblk, unsigned short len);
void __bpf_trace_ext4_fc_cleanup(void *__data, journal_t *journal, int full, tid_t tid);
void __bpf_trace_ext4_fc_commit_start(void *__data, struct super_block *sb, tid_t commit_tid);
void __bpf_trace_ext4_fc_commit_stop(void *__data, struct super_block *sb, int nblks,
	int reason, tid_t commit_tid);
void __bpf_trace_ext4_fc_replay(void *__data, struct super_block *sb, int tag, int ino,
	int priv1, int priv2);
void __bpf_trace_ext4_fc_replay_scan(void *__data, struct super_block *sb, int error, int off);
void __bpf_trace_ext4_fc_stats(void *__data, struct super_block *sb);
void __bpf_trace_ext4_fc_track_dentry(void *__data, handle_t *handle, struct inode *inode,
	struct dentry *dentry, int ret);
void __bpf_trace_ext4_fc_track_inode(void *__data, handle_t *handle, struct inode *inode,
	int ret);
void __bpf_trace_ext4_fc_track_range(void *__data, handle_t *handle, struct inode *inode,
	long start, long end, int ret);
void __bpf_trace_ext4_forget(void *__data, struct inode *inode, int is_metadata, __u64 block);
void __bpf_trace_ext4_free_blocks(void *__data, struct inode *inode, __u64 block,
	unsigned long count, int flags);
void __bpf_trace_ext4_free_inode(void *__data, struct inode *inode);
void __bpf_trace_ext4_fsmap_class(void *__data, struct super_block *sb, u32 keydev, u32 agno,
	u64 bno, u64 len, u64 owner);
void __bpf_trace_ext4_getfsmap_class(void *__data, struct super_block *sb,
	struct ext4_fsmap *fsmap);
void __bpf_trace_ext4_insert_range(void *__data, struct inode *inode, loff_t offset, loff_t len);
@until(6.12) void __bpf_trace_ext4_journal_start(void *__data, struct super_block *sb, int blocks,
	int rsv_blocks, int revoke_creds, unsigned long IP);
void __bpf_trace_ext4_load_inode(void *__data, struct super_block *sb, unsigned long ino);
void __bpf_trace_ext4_mballoc_alloc(void *__data, struct ext4_allocation_context *ac);
void __bpf_trace_ext4_remove_blocks(void *__data, struct inode *inode, struct ext4_extent *ex,
	ext4_lblk_t from, ext4_fsblk_t to, struct partial_cluster *pc);
void __bpf_trace_ext4_request_blocks(void *__data, struct ext4_allocation_request *ar);
void __bpf_trace_ext4_request_inode(void *__data, struct inode *dir, int mode);
void __bpf_trace_ext4_shutdown(void *__data, struct super_block *sb, unsigned long flags);
void __bpf_trace_ext4_sync_file_enter(void *__data, struct file *file, int datasync);
void __bpf_trace_ext4_sync_fs(void *__data, struct super_block *sb, int wait);
void __bpf_trace_ext4_unlink_enter(void *__data, struct inode *parent, struct dentry *dentry);
void __bpf_trace_ext4_update_sb(void *__data, struct super_block *sb, ext4_fsblk_t fsblk,
	unsigned int flags);
void __bpf_trace_ext4_writepages(void *__data, struct inode *inode,
	struct writeback_control *wbc);
void __bpf_trace_fdb_delete(void *__data, struct net_bridge *br, struct net_bridge_fdb_entry *f);
void __bpf_trace_fib6_table_lookup(void *__data, const struct net *net,
	const struct fib6_result *res, struct fib6_table *table, const struct flowi6 *flp);
void __bpf_trace_fib_table_lookup(void *__data, u32 tb_id, const struct flowi4 *flp,
	const struct fib_nh_common *nhc, int err);
@until(6.12) void __bpf_trace_filelock_lease(void *__data, struct inode *inode, struct file_lock *fl);
@since(6.12) void __bpf_trace_filelock_lease(void *__data, struct inode *inode,
	struct file_lease *fl);
void __bpf_trace_filelock_lock(void *__data, struct inode *inode, struct file_lock *fl, int ret);
void __bpf_trace_filemap_set_wb_err(void *__data, struct address_space *mapping, errseq_t eseq);
void __bpf_trace_finish_task_reaping(void *__data, int pid);
void __bpf_trace_flush_foreign(void *__data, struct bdi_writeback *wb, unsigned int frn_bdi_id,
	unsigned int frn_memcg_id);
@until(6.12) void __bpf_trace_generic_add_lease(void *__data, struct inode *inode, struct file_lock *fl);
@since(6.12) void __bpf_trace_generic_add_lease(void *__data, struct inode *inode,
	struct file_lease *fl);
void __bpf_trace_global_dirty_state(void *__data, unsigned long background_thresh,
	unsigned long dirty_thresh);
void __bpf_trace_guest_halt_poll_ns(void *__data, bool grow, unsigned int new, unsigned int old);
void __bpf_trace_hrtimer_class(void *__data, struct hrtimer *hrtimer);
void __bpf_trace_hrtimer_expire_entry(void *__data, struct hrtimer *hrtimer, ktime_t *now);
void __bpf_trace_hrtimer_start(void *__data, struct hrtimer *hrtimer, enum hrtimer_mode mode,
	bool was_armed);
@until(6.12) void __bpf_trace_hugepage_set_pmd(void *__data, unsigned long addr, unsigned long pmd);
@until(6.12) void __bpf_trace_hugepage_update(void *__data, unsigned long addr, unsigned long pte,
	unsigned long clr, unsigned long set);
void __bpf_trace_hyperv_send_ipi_mask(void *__data, const struct cpumask *cpus, int vector);
void __bpf_trace_hyperv_send_ipi_one(void *__data, int cpu, int vector);
void __bpf_trace_icmp_send(void *__data, const struct sk_buff *skb, int type, int code);
void __bpf_trace_inet_sk_error_report(void *__data, const struct sock *sk);
void __bpf_trace_inet_sock_set_state(void *__data, const struct sock *sk, const int oldstate,
	const int newstate);
void __bpf_trace_initcall_finish(void *__data, initcall_t func, int ret);
void __bpf_trace_initcall_level(void *__data, const char *level);
void __bpf_trace_initcall_start(void *__data, initcall_t func);
void __bpf_trace_inode_switch_wbs(void *__data, struct inode *inode,
	struct bdi_writeback *old_wb, struct bdi_writeback *new_wb);
void __bpf_trace_io_uring_complete(void *__data, void *ctx, void *req, u64 user_data, int res,
	unsigned int cflags, u64 extra1, u64 extra2);
void __bpf_trace_io_uring_cqring_wait(void *__data, void *ctx, int min_events);
void __bpf_trace_io_uring_create(void *__data, int fd, void *ctx, u32 sq_entries,
	u32 cq_entries, u32 flags);
void __bpf_trace_io_uring_defer(void *__data, struct io_kiocb *req);
void __bpf_trace_io_uring_fail_link(void *__data, struct io_kiocb *req, struct io_kiocb *link);
void __bpf_trace_io_uring_file_get(void *__data, struct io_kiocb *req, int fd);
void __bpf_trace_io_uring_link(void *__data, struct io_kiocb *req, struct io_kiocb *target_req);
void __bpf_trace_io_uring_poll_arm(void *__data, struct io_kiocb *req, int mask, int events);
void __bpf_trace_io_uring_register(void *__data, void *ctx, unsigned int opcode,
	unsigned int nr_files, unsigned int nr_bufs, long ret);
void __bpf_trace_io_uring_req_failed(void *__data, const struct io_uring_sqe *sqe,
	struct io_kiocb *req, int error);
void __bpf_trace_io_uring_short_write(void *__data, void *ctx, u64 fpos, u64 wanted, u64 got);
@until(6.12) void __bpf_trace_io_uring_submit_sqe(void *__data, struct io_kiocb *req, bool force_nonblock);
void __bpf_trace_io_uring_task_add(void *__data, struct io_kiocb *req, int mask);
void __bpf_trace_iocg_inuse_update(void *__data, struct ioc_gq *iocg, const char *path,
	struct ioc_now *now, u32 old_inuse, u32 new_inuse, u64 old_hw_inuse, u64 new_hw_inuse);
void __bpf_trace_iocost_ioc_vrate_adj(void *__data, struct ioc *ioc, u64 new_vrate,
	u32 *missed_ppm, u32 rq_wait_pct, int nr_lagging, int nr_shortages);
void __bpf_trace_iocost_iocg_state(void *__data, struct ioc_gq *iocg, const char *path,
	struct ioc_now *now, u64 last_period, u64 cur_period, u64 vtime);
void __bpf_trace_iomap_class(void *__data, struct inode *inode, struct iomap *iomap);
void __bpf_trace_iomap_iter(void *__data, struct iomap_iter *iter, const void *ops,
	unsigned long caller);
void __bpf_trace_iomap_range_class(void *__data, struct inode *inode, loff_t off, u64 len);
void __bpf_trace_iomap_readpage_class(void *__data, struct inode *inode, int nr_pages);
void __bpf_trace_iommu_device_event(void *__data, struct device *dev);
void __bpf_trace_iommu_error(void *__data, struct device *dev, unsigned long iova, int flags);
void __bpf_trace_iommu_group_event(void *__data, int group_id, struct device *dev);
void __bpf_trace_irq_handler_entry(void *__data, int irq, struct irqaction *action);
void __bpf_trace_irq_matrix_cpu(void *__data, int bit, unsigned int cpu,
	struct irq_matrix *matrix, struct cpumap *cmap);
void __bpf_trace_irq_matrix_global(void *__data, struct irq_matrix *matrix);
void __bpf_trace_itimer_expire(void *__data, int which, struct pid *pid, unsigned long long now);
void __bpf_trace_itimer_state(void *__data, int which, const struct itimerspec64 *const value,
	unsigned long long expires);
void __bpf_trace_jbd2_checkpoint(void *__data, journal_t *journal, int result);
void __bpf_trace_jbd2_commit(void *__data, journal_t *journal, transaction_t *commit_transaction);
void __bpf_trace_jbd2_end_commit(void *__data, journal_t *journal,
	transaction_t *commit_transaction);
void __bpf_trace_jbd2_handle_extend(void *__data, dev_t dev, tid_t tid, unsigned int type,
	unsigned int line_no, int buffer_credits, int requested_blocks);
void __bpf_trace_jbd2_handle_stats(void *__data, dev_t dev, tid_t tid, unsigned int type,
	unsigned int line_no, int interval, int sync, int requested_blocks, int dirtied_blocks);
void __bpf_trace_jbd2_journal_shrink(void *__data, journal_t *journal, unsigned long nr_to_scan,
	unsigned long count);
void __bpf_trace_jbd2_run_stats(void *__data, dev_t dev, tid_t tid,
	struct transaction_run_stats_s *stats);
void __bpf_trace_jbd2_update_log_tail(void *__data, journal_t *journal, tid_t first_tid,
	unsigned long block_nr, unsigned long freed);
void __bpf_trace_kfree(void *__data, unsigned long call_site, const void *ptr);
@until(6.12) void __bpf_trace_kfree_skb(void *__data, struct sk_buff *skb, void *location,
	@since(5.17) enum skb_drop_reason reason);
@since(6.12) void __bpf_trace_kfree_skb(void *__data, struct sk_buff *skb, void *location,
	enum skb_drop_reason reason, struct sock *rx_sk); // c504e5c2f964
@since(6.1) void __bpf_trace_kmalloc(void *__data, unsigned long call_site, const void *ptr,
	size_t bytes_req, size_t bytes_alloc, gfp_t gfp_flags, int node);
@since(6.1) void __bpf_trace_kmem_cache_alloc(void *__data, unsigned long call_site, const void *ptr,
	struct kmem_cache *s, gfp_t gfp_flags, int node);
void __bpf_trace_kmem_cache_free(void *__data, unsigned long call_site, const void *ptr,
	const struct kmem_cache *s);
@until(6.12) void __bpf_trace_leases_conflict(void *__data, bool conflict, struct file_lock *lease,
	struct file_lock *breaker);
@since(6.12) void __bpf_trace_leases_conflict(void *__data, bool conflict, struct file_lease *lease,
	struct file_lease *breaker);
void __bpf_trace_ma_op(void *__data, const char *fn, struct ma_state *mas);
void __bpf_trace_ma_read(void *__data, const char *fn, struct ma_state *mas);
void __bpf_trace_ma_write(void *__data, const char *fn, struct ma_state *mas, unsigned long piv,
	void *val);
void __bpf_trace_map(void *__data, unsigned long iova, phys_addr_t paddr, size_t size);
void __bpf_trace_mark_victim(void *__data, struct task_struct *task, uid_t uid);
void __bpf_trace_mc_event(void *__data, const unsigned int err_type, const char *error_msg,
	const char *label, const int error_count, const u8 mc_index, const s8 top_layer,
	const s8 mid_layer, const s8 low_layer, unsigned long address, const u8 grain_bits,
	unsigned long syndrome, const char *driver_detail);
void __bpf_trace_mem_connect(void *__data, const struct xdp_mem_allocator *xa,
	const struct xdp_rxq_info *rxq);
void __bpf_trace_mem_disconnect(void *__data, const struct xdp_mem_allocator *xa);
void __bpf_trace_mem_return_failed(void *__data, const struct xdp_mem_info *mem,
	const struct page *page);
void __bpf_trace_migration_pmd(void *__data, unsigned long addr, unsigned long pmd);
void __bpf_trace_migration_pte(void *__data, unsigned long addr, unsigned long pte, int order);
void __bpf_trace_mm_compaction_begin(void *__data, struct compact_control *cc,
	unsigned long zone_start, unsigned long zone_end, bool sync);
void __bpf_trace_mm_compaction_end(void *__data, struct compact_control *cc,
	unsigned long zone_start, unsigned long zone_end, bool sync, int status);
void __bpf_trace_mm_lru_activate(void *__data, struct folio *folio);
void __bpf_trace_mm_lru_insertion(void *__data, struct folio *folio);
@until(6.12) void __bpf_trace_mm_migrate_pages(void *__data, unsigned long succeeded, unsigned long failed,
	unsigned long thp_succeeded, unsigned long thp_failed, unsigned long thp_split,
	enum migrate_mode mode, int reason);
@since(6.12) void __bpf_trace_mm_migrate_pages(void *__data, unsigned long succeeded,
	unsigned long failed, unsigned long thp_succeeded, unsigned long thp_failed,
	unsigned long thp_split, unsigned long large_folio_split, enum migrate_mode mode,
	int reason);
void __bpf_trace_mm_page(void *__data, struct page *page, unsigned int order, int migratetype,
	int percpu_refill);
void __bpf_trace_mm_page_alloc(void *__data, struct page *page, unsigned int order,
	gfp_t gfp_flags, int migratetype);
void __bpf_trace_mm_page_free(void *__data, struct page *page, unsigned int order);
void __bpf_trace_mm_page_free_batched(void *__data, struct page *page);
void __bpf_trace_mm_page_pcpu_drain(void *__data, struct page *page, unsigned int order,
	int migratetype);
void __bpf_trace_mm_shrink_slab_end(void *__data, struct shrinker *shr, int nid,
	int shrinker_retval, long unused_scan_cnt, long new_scan_cnt, long total_scan);
void __bpf_trace_mm_shrink_slab_start(void *__data, struct shrinker *shr,
	struct shrink_control *sc, long nr_objects_to_shrink, unsigned long cache_items,
	unsigned long long delta, unsigned long total_scan, int priority);
@since(5.16) // c3f4a9a2b082
void __bpf_trace_mm_vmscan_throttled(void *__data, int nid, int usec_timeout, int usec_delayed,
	int reason);
void __bpf_trace_mmap_lock(void *__data, struct mm_struct *mm, const char *memcg_path,
	bool write);
void __bpf_trace_module_free(void *__data, struct module *mod);
void __bpf_trace_module_load(void *__data, struct module *mod);
void __bpf_trace_module_refcnt(void *__data, struct module *mod, unsigned long ip);
void __bpf_trace_module_request(void *__data, char *name, bool wait, unsigned long ip);
void __bpf_trace_msr_trace_class(void *__data, unsigned int msr, u64 val, int failed);
void __bpf_trace_napi_poll(void *__data, struct napi_struct *napi, int work, int budget);
void __bpf_trace_neigh__update(void *__data, struct neighbour *n, int err);
void __bpf_trace_neigh_create(void *__data, struct neigh_table *tbl, struct net_device *dev,
	const void *pkey, const struct neighbour *n, bool exempt_from_gc);
void __bpf_trace_neigh_update(void *__data, struct neighbour *n, const u8 *lladdr, u8 new,
	u32 flags, u32 nlmsg_pid);
void __bpf_trace_net_dev_start_xmit(void *__data, const struct sk_buff *skb,
	const struct net_device *dev);
void __bpf_trace_net_dev_template(void *__data, struct sk_buff *skb);
void __bpf_trace_net_dev_xmit(void *__data, struct sk_buff *skb, int rc, struct net_device *dev,
	unsigned int skb_len);
void __bpf_trace_net_dev_xmit_timeout(void *__data, struct net_device *dev, int queue_index);
void __bpf_trace_netlink_extack(void *__data, const char *msg);
void __bpf_trace_nmi_handler(void *__data, void *handler, s64 delta_ns, int handled);
void __bpf_trace_non_standard_event(void *__data, const guid_t *sec_type, const guid_t *fru_id,
	const char *fru_text, const u8 sev, const u8 *err, const u32 len);
void __bpf_trace_nvme_async_event(void *__data, struct nvme_ctrl *ctrl, u32 result);
void __bpf_trace_nvme_complete_rq(void *__data, struct request *req);
void __bpf_trace_nvme_setup_cmd(void *__data, struct request *req, struct nvme_command *cmd);
void __bpf_trace_nvme_sq(void *__data, struct request *req, __le16 sq_head, int sq_tail);
void __bpf_trace_oom_score_adj_update(void *__data, struct task_struct *task);
void __bpf_trace_page_pool_release(void *__data, const struct page_pool *pool, s32 inflight,
	u32 hold, u32 release);
@until(6.12) void __bpf_trace_page_pool_state_hold(void *__data, const struct page_pool *pool,
	const struct page *page, u32 hold);
@since(6.12) void __bpf_trace_page_pool_state_hold(void *__data, const struct page_pool *pool,
	netmem_ref netmem, u32 hold);
void __bpf_trace_page_pool_update_nid(void *__data, const struct page_pool *pool, int new_nid);
void __bpf_trace_pelt_cfs_tp(void *__data, struct cfs_rq *cfs_rq);
void __bpf_trace_pelt_dl_tp(void *__data, struct rq *rq);
void __bpf_trace_pelt_irq_tp(void *__data, struct rq *rq);
void __bpf_trace_pelt_rt_tp(void *__data, struct rq *rq);
void __bpf_trace_pelt_se_tp(void *__data, struct sched_entity *se);
@until(6.12) void __bpf_trace_pelt_thermal_tp(void *__data, struct rq *rq);
void __bpf_trace_percpu_alloc_percpu(void *__data, unsigned long call_site, bool reserved,
	bool is_atomic, size_t size, size_t align, void *base_addr, int off, void *ptr,
	size_t bytes_alloc, gfp_t gfp_flags);
void __bpf_trace_percpu_create_chunk(void *__data, void *base_addr);
void __bpf_trace_percpu_destroy_chunk(void *__data, void *base_addr);
void __bpf_trace_percpu_free_percpu(void *__data, void *base_addr, int off, void *ptr);
void __bpf_trace_pm_qos_update(void *__data, enum pm_qos_req_action action, int prev_value,
	int curr_value);
void __bpf_trace_power_domain(void *__data, const char *name, unsigned int state,
	unsigned int cpu_id);
void __bpf_trace_powernv_throttle(void *__data, int chip_id, const char *reason, int pmax);
void __bpf_trace_prq_report(void *__data, struct intel_iommu *iommu, struct device *dev,
	u64 dw0, u64 dw1, u64 dw2, u64 dw3, unsigned long seq);
void __bpf_trace_pseudo_lock_l2(void *__data, u64 l2_hits, u64 l2_miss);
void __bpf_trace_pseudo_lock_l3(void *__data, u64 l3_hits, u64 l3_miss);
void __bpf_trace_pstate_sample(void *__data, u32 core_busy, u32 scaled_busy, u32 from, u32 to,
	u64 mperf, u64 aperf, u64 tsc, u32 freq, u32 io_boost);
void __bpf_trace_qdisc_create(void *__data, const struct Qdisc_ops *ops, struct net_device *dev,
	u32 parent);
void __bpf_trace_qdisc_dequeue(void *__data, struct Qdisc *qdisc,
	const struct netdev_queue *txq, int packets, struct sk_buff *skb);
void __bpf_trace_qdisc_destroy(void *__data, struct Qdisc *q);
void __bpf_trace_qdisc_enqueue(void *__data, struct Qdisc *qdisc,
	const struct netdev_queue *txq, struct sk_buff *skb);
void __bpf_trace_qdisc_reset(void *__data, struct Qdisc *q);
void __bpf_trace_qi_submit(void *__data, struct intel_iommu *iommu, u64 qw0, u64 qw1, u64 qw2,
	u64 qw3);
void __bpf_trace_rcu_stall_warning(void *__data, const char *rcuname, const char *msg);
void __bpf_trace_rcu_utilization(void *__data, const char *s);
void __bpf_trace_reclaim_retry_zone(void *__data, struct zoneref *zoneref, int order,
	unsigned long reclaimable, unsigned long available, unsigned long min_wmark,
	int no_progress_loops, bool wmark_check);
void __bpf_trace_rpm_internal(void *__data, struct device *dev, int flags);
void __bpf_trace_rpm_return_int(void *__data, struct device *dev, unsigned long ip, int ret);
void __bpf_trace_rseq_ip_fixup(void *__data, unsigned long regs_ip, unsigned long start_ip,
	unsigned long post_commit_offset, unsigned long abort_ip);
void __bpf_trace_rseq_update(void *__data, struct task_struct *t);
@until(6.12) void __bpf_trace_rss_stat(void *__data, struct mm_struct *mm, int member, long count);
@since(6.12) void __bpf_trace_rss_stat(void *__data, struct mm_struct *mm, int member);
void __bpf_trace_rtc_alarm_irq_enable(void *__data, unsigned int enabled, int err);
void __bpf_trace_rtc_irq_set_freq(void *__data, int freq, int err);
void __bpf_trace_rtc_irq_set_state(void *__data, int enabled, int err);
void __bpf_trace_rtc_offset_class(void *__data, long offset, int err);
void __bpf_trace_rtc_time_alarm_class(void *__data, time64_t secs, int err);
void __bpf_trace_rtc_timer_class(void *__data, struct rtc_timer *timer);
void __bpf_trace_sched_kthread_stop(void *__data, struct task_struct *t);
void __bpf_trace_sched_migrate_task(void *__data, struct task_struct *p, int dest_cpu);
void __bpf_trace_sched_move_numa(void *__data, struct task_struct *tsk, int src_cpu, int dst_cpu);
void __bpf_trace_sched_pi_setprio(void *__data, struct task_struct *tsk,
	struct task_struct *pi_task);
void __bpf_trace_sched_process_exec(void *__data, struct task_struct *p, pid_t old_pid,
	struct linux_binprm *bprm);
void __bpf_trace_sched_process_fork(void *__data, struct task_struct *parent,
	struct task_struct *child);
void __bpf_trace_sched_process_hang(void *__data, struct task_struct *tsk);
void __bpf_trace_sched_process_wait(void *__data, struct pid *pid);
