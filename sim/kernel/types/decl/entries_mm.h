/* Further functions of memory management. */

void __free_slab(struct kmem_cache *s, struct slab *slab);
void __set_task_comm(struct task_struct *tsk, const char *buf, bool exec);
int anon_vma_clone(struct vm_area_struct *dst, struct vm_area_struct *src);
int anon_vma_fork(struct vm_area_struct *vma, struct vm_area_struct *pvma);
void audit_free_rule_rcu(struct callback_head *head);
@since(5.17) // 85f5a74c2b5f
bool bio_add_folio(struct bio *bio, struct folio *folio, size_t len, size_t off);
int bio_add_hw_page(struct request_queue *q, struct bio *bio, struct page *page,
	unsigned int len, unsigned int offset, unsigned int max_sectors, bool *same_page);
int bio_add_pc_page(struct request_queue *q, struct bio *bio, struct page *page,
	unsigned int len, unsigned int offset);
int bio_add_zone_append_page(struct bio *bio, struct page *page, unsigned int len,
	unsigned int offset);
struct bio *bio_alloc_clone(struct block_device *bdev, struct bio *bio_src, gfp_t gfp,
	struct bio_set *bs);
void bio_alloc_rescue(struct work_struct *work);
void bio_free(struct bio *bio);
void bio_free_pages(struct bio *bio);
int blk_alloc_ext_minor(void);
struct blk_flush_queue *blk_alloc_flush_queue(int node, int cmd_size, gfp_t flags);
@until(6.12) struct request_queue *blk_alloc_queue(int node_id, bool alloc_srcu);
@since(6.12) struct request_queue *blk_alloc_queue(struct queue_limits *lim, int node_id);
struct blk_queue_stats *blk_alloc_queue_stats(void);
void blk_free_ext_minor(unsigned int minor);
void blk_free_flush_queue(struct blk_flush_queue *fq);
void blk_free_queue_rcu(struct callback_head *callback_head);
void blk_free_queue_stats(struct blk_queue_stats *stats);
void blk_freeze_queue(struct request_queue *q);
void blk_freeze_queue_start(struct request_queue *q);
long blkdev_fallocate(struct file *file, int mode, loff_t start, loff_t len);
int blkdev_mmap(struct file *file, struct vm_area_struct *vma);
int blkdev_writepages(struct address_space *mapping, struct writeback_control *wbc);
void cgroup_free(struct task_struct *task);
void cgroup_freeze(struct cgroup *cgrp, bool freeze);
void cgroup_freeze_task(struct task_struct *task, bool freeze);
ssize_t cgroup_freeze_write(struct kernfs_open_file *of, char *buf, size_t nbytes, loff_t off);
void cgroup_freezer_migrate_task(struct task_struct *task, struct cgroup *src,
	struct cgroup *dst);
int cgroup_migrate(struct task_struct *leader, bool threadgroup, struct cgroup_mgctx *mgctx);
void cgroup_migrate_add_src(struct css_set *src_cset, struct cgroup *dst_cgrp,
	struct cgroup_mgctx *mgctx);
int cgroup_migrate_execute(struct cgroup_mgctx *mgctx);
void cgroup_migrate_finish(struct cgroup_mgctx *mgctx);
int cgroup_migrate_prepare_dst(struct cgroup_mgctx *mgctx);
int cgroup_migrate_vet_dst(struct cgroup *dst_cgrp);
@until(6.12) void compact_node(int nid);
@since(6.12) int compact_node(pg_data_t *pgdat, bool proactive);
enum compact_result compact_zone(struct compact_control *cc, struct capture_control *capc);
int copy_page_range(struct vm_area_struct *dst_vma, struct vm_area_struct *src_vma);
void cpuset_migrate_mm_workfn(struct work_struct *work);
void delayed_free_desc(struct callback_head *rhp);
void delayed_free_irq(struct work_struct *work);
void delayed_free_pidns(struct callback_head *p);
void delayed_free_vfsmnt(struct callback_head *head);
void do_mmap_read_unlock(struct irq_work *entry);
int do_pages_stat(struct mm_struct *mm, unsigned long nr_pages, const void **pages, int *status);
void do_swap(void *a, void *b, size_t size, swap_r_func_t swap_func, const void *priv);
struct elevator_queue *elevator_alloc(struct request_queue *q, struct elevator_type *e);
void exit_mm_release(struct task_struct *tsk, struct mm_struct *mm);
void exit_mmap(struct mm_struct *mm);
void exit_oom_victim(void);
void exit_swap_address_space(unsigned int type);
@since(5.16) void folio_add_lru(struct folio *folio);
@since(6.0) void folio_add_lru_vma(struct folio *folio, struct vm_area_struct *vma);
@since(5.16) void folio_add_wait_queue(struct folio *folio, wait_queue_entry_t *waiter);
@since(5.16) @until(6.12) struct folio *folio_alloc(gfp_t gfp, unsigned int order);
@since(5.16) void folio_unlock(struct folio *folio);
void free_event_filter(struct event_filter *filter);
void free_event_rcu(struct callback_head *head);
void free_ftrace_func_mapper(struct ftrace_func_mapper *mapper, ftrace_mapper_func free_func);
void free_ipcs(struct ipc_namespace *ns, struct ipc_ids *ids,
	void (*free)(struct ipc_namespace *, struct kern_ipc_perm *));
void free_mnt_ns(struct mnt_namespace *ns);
void free_task(struct task_struct *tsk);
void free_user_ns(struct work_struct *work);
@until(6.12) void free_work(struct work_struct *w);
void ftrace_free_filter(struct ftrace_ops *ops);
void ftrace_free_ftrace_ops(struct trace_array *tr);
void ftrace_free_init_mem(void);
void ftrace_free_mem(struct module *mod, void *start_ptr, void *end_ptr);
void ftrace_free_mod_map(struct callback_head *rcu);
void ftrace_free_pages(struct ftrace_page *pages);
int get_free_entries(unsigned int count);
struct resource *get_free_mem_region(struct device *dev, struct resource *base,
	resource_size_t size, const unsigned long align, const char *name,
	const unsigned long desc, const unsigned long flags);
struct mm_struct *get_task_mm(struct task_struct *task);
@since(6.1) unsigned long isolate_lru_folios(unsigned long nr_to_scan, struct lruvec *lruvec,
	struct list_head *dst, unsigned long *nr_scanned, struct scan_control *sc,
	enum lru_list lru);
int kernel_map_pages_in_pgd(pgd_t *pgd, u64 pfn, unsigned long address, unsigned int numpages,
	unsigned long page_flags);
void kfree_link(void *p);
@until(6.12) bool khugepaged_add_pte_mapped_thp(struct mm_struct *mm, unsigned long addr);
@until(6.12) struct kmem_cache *kmalloc_slab(size_t size, gfp_t flags);
void kprobe_free_init_mem(void);
void lru_add_drain(void);
void lru_add_drain_cpu(int cpu);
void lru_add_drain_cpu_zone(struct zone *zone);
void lru_add_drain_per_cpu(struct work_struct *dummy);
@since(5.16) @until(6.12) void lru_add_fn(struct lruvec *lruvec, struct folio *folio);
@until(6.12) void lru_cache_add(struct page *page);
void lru_cache_disable(void);
struct mem_cgroup *mem_cgroup_iter(struct mem_cgroup *root, struct mem_cgroup *prev,
	struct mem_cgroup_reclaim_cookie *reclaim);
bool mem_cgroup_out_of_memory(struct mem_cgroup *memcg, gfp_t gfp_mask, int order);
@since(6.0) int migrate_folio(struct address_space *mapping, struct folio *dst, struct folio *src,
	enum migrate_mode mode);
@since(5.18) void mlock_folio(struct folio *folio);
@until(6.12) void munlock_page(struct page *page);
int nvme_alloc_admin_tag_set(struct nvme_ctrl *ctrl, struct blk_mq_tag_set *set,
	const struct blk_mq_ops *ops, unsigned int cmd_size);
int nvme_alloc_io_tag_set(struct nvme_ctrl *ctrl, struct blk_mq_tag_set *set,
	const struct blk_mq_ops *ops, unsigned int nr_maps, unsigned int cmd_size);
int nvme_alloc_queue(struct nvme_dev *dev, int qid, int depth);
void nvme_free_ctrl(struct device *dev);
void nvme_free_host_mem(struct nvme_dev *dev);
void nvme_free_ns(struct kref *kref);
void nvme_free_ns_head(struct kref *ref);
@until(6.12) void nvme_free_prps(struct nvme_dev *dev, struct request *req);
void nvme_free_queues(struct nvme_dev *dev, int lowest);
@until(6.12) void nvme_free_sgls(struct nvme_dev *dev, struct request *req);
void nvme_start_freeze(struct nvme_ctrl *ctrl);
long oom_badness(struct task_struct *p, unsigned long totalpages);
@until(6.12) void page_add_anon_rmap(struct page *page, struct vm_area_struct *vma, unsigned long address,
	rmap_t flags);
@until(6.12) void page_add_new_anon_rmap(struct page *page, struct vm_area_struct *vma, unsigned long address);
unsigned long page_cache_next_miss(struct address_space *mapping, unsigned long index,
	unsigned long max_scan);
unsigned long page_cache_prev_miss(struct address_space *mapping, unsigned long index,
	unsigned long max_scan);
void page_cache_sync_readahead(struct address_space *mapping, struct file_ra_state *ra,
	struct file *file, unsigned long index, unsigned long req_count);
int pagecache_read(struct inode *inode, void *buf, size_t count, loff_t pos);
struct perf_event *perf_event_alloc(struct perf_event_attr *attr, int cpu,
	struct task_struct *task, struct perf_event *group_leader,
	struct perf_event *parent_event, perf_overflow_handler_t overflow_handler,
	void *context, int cgroup_fd);
void perf_event_comm(struct task_struct *task, bool exec);
void perf_event_comm_output(struct perf_event *event, void *data);
void perf_event_free_bpf_prog(struct perf_event *event);
void perf_event_free_task(struct task_struct *task);
void perf_event_mmap(struct vm_area_struct *vma);
void perf_event_mmap_output(struct perf_event *event, void *data);
void perf_event_update_userpage(struct perf_event *event);
void put_free_entry_locked(grant_ref_t ref);
@since(6.0) unsigned long reclaim_pages(struct list_head *folio_list);
struct resource *request_free_mem_region(struct resource *base, unsigned long size,
	const char *name);
void security_audit_rule_free(void *lsmrule);
void security_free_mnt_opts(void **mnt_opts);
int security_ib_alloc_security(void **sec);
void security_ib_free_security(void *sec);
int security_key_alloc(struct key *key, const struct cred *cred, unsigned long flags);
void security_key_free(struct key *key);
int security_msg_msg_alloc(struct msg_msg *msg);
void security_msg_msg_free(struct msg_msg *msg);
int security_msg_queue_alloc(struct kern_ipc_perm *msq);
void security_msg_queue_free(struct kern_ipc_perm *msq);
int security_sem_alloc(struct kern_ipc_perm *sma);
void security_sem_free(struct kern_ipc_perm *sma);
int security_shm_alloc(struct kern_ipc_perm *shp);
void security_shm_free(struct kern_ipc_perm *shp);
int security_sk_alloc(struct sock *sk, int family, gfp_t priority);
void security_sk_free(struct sock *sk);
int security_tun_dev_alloc_security(void **security);
void security_tun_dev_free_security(void *security);
int security_vm_enough_memory_mm(struct mm_struct *mm, long pages);
int security_xfrm_policy_alloc(struct xfrm_sec_ctx **ctxp, struct xfrm_user_sec_ctx *sec_ctx,
	gfp_t gfp);
void security_xfrm_policy_free(struct xfrm_sec_ctx *ctx);
int security_xfrm_state_alloc(struct xfrm_state *x, struct xfrm_user_sec_ctx *sec_ctx);
void security_xfrm_state_free(struct xfrm_state *x);
void slab_out_of_memory(struct kmem_cache *s, gfp_t gfpflags, int nid);
@since(6.1) struct folio *swap_cache_get_folio(swp_entry_t entry, struct vm_area_struct *vma,
	unsigned long addr);
@until(6.12) void swap_free(swp_entry_t entry);
void switch_mm(struct mm_struct *prev, struct mm_struct *next, struct task_struct *tsk);
@since(6.1) @until(6.12) void unmap_vmas(struct mmu_gather *tlb, struct maple_tree *mt, struct vm_area_struct *vma,
	unsigned long start_addr, unsigned long end_addr);
@since(6.12) void unmap_vmas(struct mmu_gather *tlb, struct ma_state *mas,
	struct vm_area_struct *vma, unsigned long start_addr, unsigned long end_addr,
	unsigned long tree_end, bool mm_wr_locked);
void uprobe_free_utask(struct task_struct *t);
void user_free_payload_rcu(struct callback_head *head);
void user_free_preparse(struct key_preparsed_payload *prep);
int vma_link(struct mm_struct *mm, struct vm_area_struct *vma);
@until(6.12) void *vmalloc_node(unsigned long size, int node);
