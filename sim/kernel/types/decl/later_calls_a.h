/* Functions that came between 6.1 and 6.12, as 6.12.117 has them. */

@since(6.12)
{
void *__alloc(struct bpf_mem_cache *c, int node, gfp_t flags);
struct page *__alloc_pages_noprof(gfp_t gfp, unsigned int order, int preferred_nid,
	nodemask_t *nodemask);
long __do_sys_cachestat(unsigned int fd, struct cachestat_range *cstat_range,
	struct cachestat *cstat, unsigned int flags);
long __do_sys_fremovexattr(int fd, const char *name);
long __do_sys_fsetxattr(int fd, const char *name, const void *value, size_t size, int flags);
long __do_sys_futex_requeue(struct futex_waitv *waiters, unsigned int flags, int nr_wake,
	int nr_requeue);
long __do_sys_gethostname(char *name, int len);
long __do_sys_landlock_create_ruleset(const struct landlock_ruleset_attr *const attr,
	const size_t size, const __u32 flags);
long __do_sys_listmount(const struct mnt_id_req *req, u64 *mnt_ids, size_t nr_mnt_ids,
	unsigned int flags);
long __do_sys_move_mount(int from_dfd, const char *from_pathname, int to_dfd,
	const char *to_pathname, unsigned int flags);
long __do_sys_pkey_alloc(unsigned long flags, unsigned long init_val);
long __do_sys_setgroups16(int gidsetsize, old_gid_t *grouplist);
long __do_sys_statmount(const struct mnt_id_req *req, struct statmount *buf, size_t bufsize,
	unsigned int flags);
long __do_sys_uretprobe(const struct pt_regs *__unused);
void *__kmalloc_cache_node_noprof(struct kmem_cache *s, gfp_t gfpflags, int node, size_t size);
void *__kmalloc_cache_noprof(struct kmem_cache *s, gfp_t gfpflags, size_t size);
void *__kmalloc_large_node_noprof(size_t size, gfp_t flags, int node);
void *__kmalloc_large_noprof(size_t size, gfp_t flags);
void *__kmalloc_node_noprof(size_t size, kmem_buckets *b, gfp_t flags, int node);
void *__kmalloc_node_track_caller_noprof(size_t size, kmem_buckets *b, gfp_t flags, int node,
	unsigned long caller);
void *__kmalloc_noprof(size_t size, gfp_t flags);
long __x64_sys_cachestat(const struct pt_regs *__unused);
long __x64_sys_fchmodat2(const struct pt_regs *regs);
long __x64_sys_futex_requeue(const struct pt_regs *__unused);
long __x64_sys_futex_wait(const struct pt_regs *__unused);
long __x64_sys_futex_wake(const struct pt_regs *__unused);
long __x64_sys_listmount(const struct pt_regs *regs);
long __x64_sys_lsm_get_self_attr(const struct pt_regs *__unused);
long __x64_sys_lsm_list_modules(const struct pt_regs *__unused);
long __x64_sys_lsm_set_self_attr(const struct pt_regs *__unused);
long __x64_sys_map_shadow_stack(const struct pt_regs *regs);
long __x64_sys_mseal(const struct pt_regs *__unused);
long __x64_sys_statmount(const struct pt_regs *regs);
long __x64_sys_uretprobe(const struct pt_regs *__unused);
struct trace_buffer *alloc_buffer(unsigned long size, unsigned int flags, int order,
	unsigned long start, unsigned long end, struct lock_class_key *key);
int alloc_charge_folio(struct folio **foliop, struct mm_struct *mm, struct collapse_control *cc);
struct page *alloc_contig_pages_noprof(unsigned long nr_pages, gfp_t gfp_mask, int nid,
	nodemask_t *nodemask);
int alloc_contig_range_noprof(unsigned long start, unsigned long end, unsigned int migratetype,
	gfp_t gfp_mask);
struct fuse_dax_mapping *alloc_dax_mapping(struct fuse_conn_dax *fcd);
struct file *alloc_empty_backing_file(int flags, const struct cred *cred,
	const struct file *user_file);
struct file *alloc_file_pseudo_noaccount(struct inode *inode, struct vfsmount *mnt,
	const char *name, int flags, const struct file_operations *fops);
struct folio *alloc_fresh_hugetlb_folio(struct hstate *h, gfp_t gfp_mask, int nid,
	nodemask_t *nmask);
struct folio *alloc_hugetlb_folio(struct vm_area_struct *vma, unsigned long addr,
	bool cow_from_owner);
struct folio *alloc_hugetlb_folio_nodemask(struct hstate *h, int preferred_nid, nodemask_t *nmask,
	gfp_t gfp_mask, bool allow_alloc_fallback);
struct folio *alloc_hugetlb_folio_reserve(struct hstate *h, int preferred_nid, nodemask_t *nmask,
	gfp_t gfp_mask);
int alloc_iommu_pmu(struct intel_iommu *iommu);
struct folio *alloc_migrate_folio(struct folio *src, unsigned long private);
struct folio *alloc_migration_target_by_mpol(struct folio *src, unsigned long private);
struct folio *alloc_misplaced_dst_folio(struct folio *src, unsigned long data);
struct mnt_idmap *alloc_mnt_idmap(struct user_namespace *mnt_userns);
struct net_device *alloc_netdev_dummy(int sizeof_priv);
void alloc_node_data(int nid);
void alloc_offline_node_data(int nid);
unsigned long alloc_pages_bulk_array_mempolicy_noprof(gfp_t gfp, unsigned long nr_pages,
	struct page **page_array);
unsigned long alloc_pages_bulk_array_weighted_interleave(gfp_t gfp, struct mempolicy *pol,
	unsigned long nr_pages, struct page **page_array);
unsigned long alloc_pages_bulk_noprof(gfp_t gfp, int preferred_nid, nodemask_t *nodemask,
	int nr_pages, struct list_head *page_list, struct page **page_array);
void *alloc_pages_exact_nid_noprof(int nid, size_t size, gfp_t gfp_mask);
void *alloc_pages_exact_noprof(size_t size, gfp_t gfp_mask);
struct page *alloc_pages_mpol_noprof(gfp_t gfp, unsigned int order, struct mempolicy *pol,
	unsigned long ilx, int nid);
struct page *alloc_pages_noprof(gfp_t gfp, unsigned int order);
struct folio *alloc_pool_huge_folio(struct hstate *h, nodemask_t *nodes_allowed,
	nodemask_t *node_alloc_noretry, int *next_node);
unsigned long alloc_shstk(unsigned long addr, unsigned long size, unsigned long token_offset,
	bool set_res_tok);
int alloc_slab_obj_exts(struct slab *slab, struct kmem_cache *s, gfp_t gfp, bool new_slab);
struct folio *alloc_surplus_hugetlb_folio(struct hstate *h, gfp_t gfp_mask, int nid,
	nodemask_t *nmask);
unsigned int alloc_swap_scan_cluster(struct swap_info_struct *si, unsigned long offset,
	unsigned int *foundp, unsigned int order, unsigned char usage);
struct memory_target *alloc_target(unsigned int mem_pxm);
void bio_add_folio_nofail(struct bio *bio, struct folio *folio, size_t len, size_t off);
int bio_add_hw_folio(struct request_queue *q, struct bio *bio, struct folio *folio, size_t len,
	size_t offset, unsigned int max_sectors, bool *same_page);
void bio_add_virt_nofail(struct bio *bio, void *vaddr, unsigned int len);
void bio_alloc_irq_cache_splice(struct bio_alloc_cache *cache);
void bio_await_chain(struct bio *bio);
struct bio *bio_chain_and_submit(struct bio *prev, struct bio *new);
void bio_cmd_bio_end_io(struct bio *bio);
int bio_integrity_map_user(struct bio *bio, struct iov_iter *iter);
void bio_integrity_unmap_user(struct bio *bio);
struct bio *bio_split_discard(struct bio *bio, const struct queue_limits *lim, unsigned int *nsegs);
struct bio *bio_split_rw(struct bio *bio, const struct queue_limits *lim, unsigned int *nr_segs);
int bio_split_rw_at(struct bio *bio, const struct queue_limits *lim, unsigned int *segs,
	unsigned int max_bytes);
struct bio *bio_split_write_zeroes(struct bio *bio, const struct queue_limits *lim,
	unsigned int *nsegs);
struct bio *bio_split_zone_append(struct bio *bio, const struct queue_limits *lim,
	unsigned int *nr_segs);
void bio_wait_end_io(struct bio *bio);
struct request_queue *blk_mq_alloc_queue(struct blk_mq_tag_set *set, struct queue_limits *lim,
	void *queuedata);
void blk_mq_finish_request(struct request *rq);
bool blk_mq_get_budget_and_tag(struct request *rq);
void blk_mq_insert_request(struct request *rq, blk_insert_t flags);
void blk_mq_map_hw_queues(struct blk_mq_queue_map *qmap, struct device *dev, unsigned int offset);
void blk_mq_plug_issue_direct(struct blk_plug *plug);
umode_t blk_mq_queue_attr_visible(struct kobject *kobj, struct attribute *attr, int n);
void blk_mq_quiesce_tagset(struct blk_mq_tag_set *set);
blk_status_t blk_mq_request_issue_directly(struct request *rq, bool last);
void blk_mq_unfreeze_queue_non_owner(struct request_queue *q);
void blk_mq_unquiesce_tagset(struct blk_mq_tag_set *set);
void blk_mq_update_tag_set_shared(struct blk_mq_tag_set *set, bool shared);
void bpf_iter_bits_destroy(struct bpf_iter_bits *it);
int bpf_iter_bits_new(struct bpf_iter_bits *it, const u64 *unsafe_ptr__ign, u32 nr_words);
int *bpf_iter_bits_next(struct bpf_iter_bits *it);
void bpf_iter_css_destroy(struct bpf_iter_css *it);
int bpf_iter_css_new(struct bpf_iter_css *it, struct cgroup_subsys_state *start,
	unsigned int flags);
struct cgroup_subsys_state *bpf_iter_css_next(struct bpf_iter_css *it);
void bpf_iter_css_task_destroy(struct bpf_iter_css_task *it);
int bpf_iter_css_task_new(struct bpf_iter_css_task *it, struct cgroup_subsys_state *css,
	unsigned int flags);
struct task_struct *bpf_iter_css_task_next(struct bpf_iter_css_task *it);
void bpf_iter_num_destroy(struct bpf_iter_num *it);
int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end);
int *bpf_iter_num_next(struct bpf_iter_num *it);
void bpf_iter_task_destroy(struct bpf_iter_task *it);
int bpf_iter_task_new(struct bpf_iter_task *it, struct task_struct *task__nullable,
	unsigned int flags);
struct task_struct *bpf_iter_task_next(struct bpf_iter_task *it);
void bpf_iter_task_vma_destroy(struct bpf_iter_task_vma *it);
int bpf_iter_task_vma_new(struct bpf_iter_task_vma *it, struct task_struct *task, u64 addr);
struct vm_area_struct *bpf_iter_task_vma_next(struct bpf_iter_task_vma *it);
struct sock *bpf_iter_udp_batch(struct seq_file *seq);
int bpf_iter_udp_realloc_batch(struct bpf_udp_iter_state *iter, unsigned int new_batch_sz);
void *bpf_iter_udp_seq_next(struct seq_file *seq, void *v, loff_t *pos);
void *bpf_iter_udp_seq_start(struct seq_file *seq, loff_t *pos);
int bpf_lsm_backing_file_alloc(struct file *backing_file, const struct file *user_file);
void bpf_lsm_backing_file_free(struct file *backing_file);
int bpf_lsm_bdev_alloc_security(struct block_device *bdev);
void bpf_lsm_bdev_free_security(struct block_device *bdev);
int bpf_lsm_bdev_setintegrity(struct block_device *bdev, enum lsm_integrity_type type,
	const void *value, size_t size);
int bpf_lsm_bpf_map_create(struct bpf_map *map, union bpf_attr *attr, struct bpf_token *token);
void bpf_lsm_bpf_map_free(struct bpf_map *map);
void bpf_lsm_bpf_prog_free(struct bpf_prog *prog);
int bpf_lsm_bpf_prog_load(struct bpf_prog *prog, union bpf_attr *attr, struct bpf_token *token);
int bpf_lsm_bpf_token_capable(const struct bpf_token *token, int cap);
int bpf_lsm_bpf_token_cmd(const struct bpf_token *token, enum bpf_cmd cmd);
int bpf_lsm_bpf_token_create(struct bpf_token *token, union bpf_attr *attr,
	const struct path *path);
void bpf_lsm_bpf_token_free(struct bpf_token *token);
int bpf_lsm_file_post_open(struct file *file, int mask);
void bpf_lsm_file_release(struct file *file);
int bpf_lsm_file_truncate(struct file *file);
int bpf_lsm_get_retval_range(const struct bpf_prog *prog, struct bpf_retval_range *retval_range);
int bpf_lsm_getselfattr(unsigned int attr, struct lsm_ctx *ctx, u32 *size, u32 flags);
void bpf_lsm_initramfs_populated(void);
void bpf_lsm_inode_free_security_rcu(void *inode_security);
int bpf_lsm_inode_get_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
void bpf_lsm_inode_post_create_tmpfile(struct mnt_idmap *idmap, struct inode *inode);
void bpf_lsm_inode_post_remove_acl(struct mnt_idmap *idmap, struct dentry *dentry,
	const char *acl_name);
void bpf_lsm_inode_post_removexattr(struct dentry *dentry, const char *name);
void bpf_lsm_inode_post_set_acl(struct dentry *dentry, const char *acl_name,
	struct posix_acl *kacl);
void bpf_lsm_inode_post_setattr(struct mnt_idmap *idmap, struct dentry *dentry, int ia_valid);
int bpf_lsm_inode_remove_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name);
int bpf_lsm_inode_set_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name,
	struct posix_acl *kacl);
int bpf_lsm_inode_setintegrity(const struct inode *inode, enum lsm_integrity_type type,
	const void *value, size_t size);
int bpf_lsm_inode_xattr_skipcap(const char *name);
bool bpf_lsm_is_trusted(const struct bpf_prog *prog);
void bpf_lsm_key_post_create_or_update(struct key *keyring, struct key *key, const void *payload,
	size_t payload_len, unsigned long flags, bool create);
int bpf_lsm_mmap_backing_file(struct vm_area_struct *vma, struct file *backing_file,
	struct file *user_file);
int bpf_lsm_mptcp_add_subflow(struct sock *sk, struct sock *ssk);
void bpf_lsm_path_post_mknod(struct mnt_idmap *idmap, struct dentry *dentry);
int bpf_lsm_setselfattr(unsigned int attr, struct lsm_ctx *ctx, u32 size, u32 flags);
int cgroup_favordynmods_setup(char *str);
u64 cgroup_storage_map_usage(const struct bpf_map *map);
struct bpf_local_storage **cgroup_storage_ptr(void *owner);
struct cgroup_subsys_state *cgroup_tryget_css(struct cgroup *cgrp, struct cgroup_subsys *ss);
bool dev_addr_cmp(struct net_device *dev, unsigned short type, const char *ha);
void dev_dmabuf_uninstall(struct net_device *dev);
int dev_eth_ioctl(struct net_device *dev, struct ifreq *ifr, unsigned int cmd);
int dev_get_hwtstamp_phylib(struct net_device *dev, struct kernel_hwtstamp_config *cfg);
u32 dev_get_min_mp_channel_count(const struct net_device *dev);
int dev_index_reserve(struct net *net, u32 ifindex);
void dev_iommu_free(struct device *dev);
void dev_iommu_priv_set(struct device *dev, void *priv);
bool dev_is_pnp(const struct device *dev);
void dev_kfree_skb_any_reason(struct sk_buff *skb, enum skb_drop_reason reason);
void dev_kfree_skb_irq_reason(struct sk_buff *skb, enum skb_drop_reason reason);
int dev_map_alloc_check(union bpf_attr *attr);
u64 dev_map_mem_usage(const struct bpf_map *map);
int dev_pm_domain_attach_list(struct device *dev, const struct dev_pm_domain_attach_data *data,
	struct dev_pm_domain_list **list);
void dev_pm_domain_detach_list(struct dev_pm_domain_list *list);
int dev_pm_domain_set_performance_state(struct device *dev, unsigned int state);
int dev_set_hwtstamp(struct net_device *dev, struct ifreq *ifr);
int dev_set_hwtstamp_phylib(struct net_device *dev, struct kernel_hwtstamp_config *cfg,
	struct netlink_ext_ack *extack);
int dev_xdp_propagate(struct net_device *dev, struct netdev_bpf *bpf);
vm_fault_t do_anonymous_page(struct vm_fault *vmf);
void do_call_rcu_ttrace(struct bpf_mem_cache *c);
void do_eoi_pirq(struct irq_info *info);
int do_fsync(unsigned int fd, int datasync);
long do_ftruncate(struct file *file, loff_t length, int small);
ssize_t do_get_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name,
	void *kvalue, size_t size);
int do_kmem_cache_create(struct kmem_cache *s, const char *name, unsigned int size,
	struct kmem_cache_args *args, slab_flags_t flags);
struct mountpoint *do_lock_mount(struct path *path, bool beneath);
void do_machine_check(struct pt_regs *regs);
void do_migrate_range(unsigned long start_pfn, unsigned long end_pfn);
long do_mincore(unsigned long addr, unsigned long pages, unsigned char *vec);
int do_mseal(unsigned long start, size_t len_in, unsigned long flags);
void do_netpoll_cleanup(struct netpoll *np);
void do_notify_pidfd(struct task_struct *task);
long do_pagemap_cmd(struct file *file, unsigned int cmd, unsigned long arg);
long do_pagemap_scan(struct mm_struct *mm, unsigned long uarg);
int do_pages_move(struct mm_struct *mm, nodemask_t task_nodes, unsigned long nr_pages,
	const void **pages, const int *nodes, int *status, int flags);
int do_procmap_query(struct proc_maps_private *priv, void *uarg);
int do_register_framebuffer(struct fb_info *fb_info);
int do_set_acl(struct mnt_idmap *idmap, struct dentry *dentry, const char *acl_name,
	const void *kvalue, size_t size);
int do_setattr(u64 attr, void *value, size_t size);
int do_sock_getsockopt(struct socket *sock, bool compat, int level, int optname, sockptr_t optval,
	sockptr_t optlen);
int do_sock_setsockopt(struct socket *sock, bool compat, int level, int optname, sockptr_t optval,
	int optlen);
ssize_t do_splice_read(struct file *in, loff_t *ppos, struct pipe_inode_info *pipe, size_t len,
	unsigned int flags);
int do_statx_fd(int fd, unsigned int flags, unsigned int mask, struct statx *buffer);
void do_trace_event_raw_event_device_pm_callback_start(void *__data, struct device *dev,
	const char *pm_ops, int event);
void do_trace_event_raw_event_devlink_health_recover_aborted(void *__data,
	const struct devlink *devlink, const char *reporter_name, bool health_state,
	u64 time_since_last_recover);
void do_trace_event_raw_event_devlink_health_report(void *__data, const struct devlink *devlink,
	const char *reporter_name, const char *msg);
void do_trace_event_raw_event_devlink_health_reporter_state_update(void *__data,
	const struct devlink *devlink, const char *reporter_name, bool new_state);
void do_trace_event_raw_event_devlink_hwerr(void *__data, const struct devlink *devlink, int err,
	const char *msg);
void do_trace_event_raw_event_devlink_hwmsg(void *__data, const struct devlink *devlink,
	bool incoming, unsigned long type, const u8 *buf, size_t len);
void do_trace_event_raw_event_dma_map_sg(void *__data, struct device *dev, struct scatterlist *sgl,
	int nents, int ents, enum dma_data_direction dir, unsigned long attrs);
void do_unexpected_cp(struct pt_regs *regs, unsigned long error_code);
int do_vmi_align_munmap(struct vma_iterator *vmi, struct vm_area_struct *vma, struct mm_struct *mm,
	unsigned long start, unsigned long end, struct list_head *uf, bool unlock);
int do_vmi_munmap(struct vma_iterator *vmi, struct mm_struct *mm, unsigned long start, size_t len,
	struct list_head *uf, bool unlock);
void enqueue_dl_entity(struct sched_dl_entity *dl_se, int flags);
void enqueue_hugetlb_folio(struct hstate *h, struct folio *folio);
void enqueue_pushable_task(struct rq *rq, struct task_struct *p);
void enqueue_task(struct rq *rq, struct task_struct *p, int flags);
int ext4_bio_write_folio(struct ext4_io_submit *io, struct folio *folio, size_t len);
int ext4_clu_alloc_state(struct inode *inode, ext4_lblk_t lblk);
ext4_lblk_t ext4_determine_insert_hole(struct inode *inode, ext4_lblk_t lblk,
	ext4_lblk_t hole_start, ext4_lblk_t hole_len);
int ext4_dir_open(struct inode *inode, struct file *file);
int ext4_do_writepages(struct mpage_da_data *mpd);
void ext4_es_insert_delayed_extent(struct inode *inode, ext4_lblk_t lblk, ext4_lblk_t len,
	bool lclu_allocated, bool end_allocated);
int ext4_fc_submit_inode_data_all(journal_t *journal);
ssize_t ext4_file_splice_read(struct file *in, loff_t *ppos, struct pipe_inode_info *pipe,
	size_t len, unsigned int flags);
int ext4_force_shutdown(struct super_block *sb, u32 flags);
int ext4_journal_destroy(struct ext4_sb_info *sbi, journal_t *journal);
int ext4_journal_folio_buffers(handle_t *handle, struct folio *folio, size_t len);
void ext4_kill_sb(struct super_block *sb);
int ext4_map_query_blocks(handle_t *handle, struct inode *inode, struct ext4_map_blocks *map);
void ext4_mb_free_metadata(handle_t *handle, struct ext4_buddy *e4b,
	struct ext4_free_data *new_entry);
int ext4_mb_mark_context(handle_t *handle, struct super_block *sb, bool state, ext4_group_t group,
	ext4_grpblk_t blkoff, ext4_grpblk_t len, int flags, ext4_grpblk_t *ret_changed);
void ext4_mb_pa_put_free(struct ext4_allocation_context *ac);
void ext4_mb_release_group_pa(struct ext4_buddy *e4b, struct ext4_prealloc_space *pa);
void ext4_mb_release_inode_pa(struct ext4_buddy *e4b, struct buffer_head *bitmap_bh,
	struct ext4_prealloc_space *pa);
int ext4_mb_scan_group(struct ext4_allocation_context *ac, ext4_group_t group);
int ext4_mb_scan_groups_xa_range(struct ext4_allocation_context *ac, struct xarray *xa,
	ext4_group_t start, ext4_group_t end);
void ext4_mb_try_best_found(struct ext4_allocation_context *ac, struct ext4_buddy *e4b);
int ext4_normal_submit_inode_data_buffers(struct jbd2_inode *jinode);
void ext4_percpu_param_destroy(struct ext4_sb_info *sbi);
int ext4_percpu_param_init(struct ext4_sb_info *sbi);
int ext4_read_inline_folio(struct inode *inode, struct folio *folio);
struct buffer_head *ext4_sb_bread_nofail(struct super_block *sb, sector_t block);
void ext4_shutdown(struct super_block *sb);
int ext4_truncate_page_cache_block_range(struct inode *inode, loff_t start, loff_t end);
struct folio *filemap_alloc_folio_noprof(gfp_t gfp, unsigned int order);
void filemap_cachestat(struct address_space *mapping, unsigned long first_index,
	unsigned long last_index, struct cachestat *cs);
void *filemap_get_entry(struct address_space *mapping, unsigned long index);
struct folio *filemap_get_incore_folio(struct address_space *mapping, unsigned long index);
int filemap_invalidate_inode(struct inode *inode, bool flush, loff_t start, loff_t end);
int filemap_invalidate_pages(struct address_space *mapping, loff_t pos, loff_t end, bool nowait);
ssize_t filemap_splice_read(struct file *in, loff_t *ppos, struct pipe_inode_info *pipe, size_t len,
	unsigned int flags);
void folio_add_anon_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *vma,
	unsigned long address, rmap_t flags);
void folio_add_anon_rmap_ptes(struct folio *folio, struct page *page, int nr_pages,
	struct vm_area_struct *vma, unsigned long address, rmap_t flags);
void folio_add_file_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *vma);
void folio_add_file_rmap_ptes(struct folio *folio, struct page *page, int nr_pages,
	struct vm_area_struct *vma);
void folio_add_new_anon_rmap(struct folio *folio, struct vm_area_struct *vma, unsigned long address,
	rmap_t flags);
void folio_add_pin(struct folio *folio);
struct buffer_head *folio_alloc_buffers(struct folio *folio, unsigned long size, gfp_t gfp);
struct folio *folio_alloc_mpol_noprof(gfp_t gfp, unsigned int order, struct mempolicy *pol,
	unsigned long ilx, int nid);
struct folio *folio_alloc_noprof(gfp_t gfp, unsigned int order);
void folio_clear_hugetlb_hwpoison(struct folio *folio);
void folio_deactivate(struct folio *folio);
void folio_end_read(struct folio *folio, bool success);
unsigned long folio_free_raw_hwp(struct folio *folio, bool move_flag);
sector_t folio_init_buffers(struct folio *folio, struct block_device *bdev, unsigned int size);
void folio_mark_lazyfree(struct folio *folio);
int folio_mc_copy(struct folio *dst, struct folio *src);
void folio_move_anon_rmap(struct folio *folio, struct vm_area_struct *vma);
int folio_not_mapped(struct folio *folio);
void folio_put(struct folio *folio);
void folio_putback_active_hugetlb(struct folio *folio);
void folio_remove_rmap_pmd(struct folio *folio, struct page *page, struct vm_area_struct *vma);
void folio_remove_rmap_ptes(struct folio *folio, struct page *page, int nr_pages,
	struct vm_area_struct *vma);
void folio_set_bh(struct buffer_head *bh, struct folio *folio, unsigned long offset);
bool folio_use_access_time(struct folio *folio);
struct folio *folio_walk_start(struct folio_walk *fw, struct vm_area_struct *vma,
	unsigned long addr, folio_walk_flags_t flags);
int folio_xchg_last_cpupid(struct folio *folio, int cpupid);
void folio_zero_new_buffers(struct folio *folio, size_t from, size_t to);
void folio_zero_user(struct folio *folio, unsigned long addr_hint);
struct in_ifaddr *inet_alloc_ifa(struct in_device *in_dev);
}
