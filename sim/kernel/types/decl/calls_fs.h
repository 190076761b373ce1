/* Functions of the file layer that a program may attach to. */

int copy_namespaces(unsigned long flags, struct task_struct *tsk);
struct nsproxy *create_new_namespaces(unsigned long flags, struct task_struct *tsk,
	struct user_namespace *user_ns, struct fs_struct *new_fs);
void __mutex_lock_slowpath(struct mutex *lock);
struct rw_semaphore *rwsem_down_write_slowpath(struct rw_semaphore *sem, int state);
struct rw_semaphore *rwsem_down_read_slowpath(struct rw_semaphore *sem, long count,
	unsigned int state);
int load_module(struct load_info *info, const char *uargs, int flags);
int schedule_hrtimeout_range(ktime_t *expires, u64 delta, const enum hrtimer_mode mode);
void hrtimer_start_range_ns(struct hrtimer *timer, ktime_t tim, u64 delta_ns,
	const enum hrtimer_mode mode);
u64 perf_event_read_value(struct perf_event *event, u64 *enabled, u64 *running);
@since(5.18) void page_cache_async_ra(struct readahead_control *ractl, struct folio *folio,
	unsigned long req_count);
void page_cache_sync_ra(struct readahead_control *ractl, unsigned long req_count);
@since(5.18) @until(6.12) void ondemand_readahead(struct readahead_control *ractl, struct folio *folio,
	unsigned long req_size);
void page_cache_ra_order(struct readahead_control *ractl, struct file_ra_state *ra,
	unsigned int new_order);
void force_page_cache_ra(struct readahead_control *ractl, unsigned long nr_to_read);
void page_cache_ra_unbounded(struct readahead_control *ractl, unsigned long nr_to_read,
	unsigned long lookahead_size);
@until(6.12) int migrate_misplaced_page(struct page *page, struct vm_area_struct *vma, int node);
void fput(struct file *file);
void __fput(struct file *file);
struct file *alloc_empty_file(int flags, const struct cred *cred);
int do_sys_poll(struct pollfd *ufds, unsigned int nfds, struct timespec64 *end_time);
int simple_statfs(struct dentry *dentry, struct kstatfs *buf);
@until(6.3) int simple_getattr(struct user_namespace *mnt_userns, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags);
@since(6.3) int simple_getattr(struct mnt_idmap *idmap, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags); // abf08576afe3
int ksys_sync_file_range(int fd, loff_t offset, loff_t nbytes, unsigned int flags);
int vfs_fsync(struct file *file, int datasync);
int vfs_fsync_range(struct file *file, loff_t start, loff_t end, int datasync);
void ksys_sync(void);
char *d_path(const struct path *path, char *buf, int buflen);
int inotify_handle_inode_event(struct fsnotify_mark *inode_mark, u32 mask, struct inode *inode,
	struct inode *dir, const struct qstr *name, u32 cookie);
bool vfs_inode_has_locks(struct inode *inode);
int vfs_cancel_lock(struct file *filp, struct file_lock *fl);
int fcntl_setlk(unsigned int fd, struct file *filp, unsigned int cmd, struct flock *flock);
int vfs_lock_file(struct file *filp, unsigned int cmd, struct file_lock *fl,
	struct file_lock *conf);
int vfs_test_lock(struct file *filp, struct file_lock *fl);
int locks_lock_inode_wait(struct inode *inode, struct file_lock *fl);
@until(6.12) int vfs_setlease(struct file *filp, long arg, struct file_lock **lease, void **priv);
@since(6.12) int vfs_setlease(struct file *filp, int arg, struct file_lease **lease, void **priv);
int posix_lock_inode(struct inode *inode, struct file_lock *request, struct file_lock *conflock);
@until(6.3) int ext4_rename2(struct user_namespace *mnt_userns, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags);
@since(6.3) int ext4_rename2(struct mnt_idmap *idmap, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags); // abf08576afe3
@until(6.3) int ext4_rename(struct user_namespace *mnt_userns, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags);
@since(6.3) int ext4_rename(struct mnt_idmap *idmap, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags); // abf08576afe3
int ext4_rmdir(struct inode *dir, struct dentry *dentry);
struct dentry *ext4_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
void blk_mq_cancel_work_sync(struct request_queue *q);
int blk_mq_poll(struct request_queue *q, blk_qc_t cookie, struct io_comp_batch *iob,
	unsigned int flags);
@until(6.12) void blk_mq_poll_stats_fn(struct blk_stat_callback *cb);
int blk_mq_init_allocated_queue(struct blk_mq_tag_set *set, struct request_queue *q);
struct blk_mq_hw_ctx *blk_mq_alloc_and_init_hctx(struct blk_mq_tag_set *set,
	struct request_queue *q, int hctx_idx, int node);
void blk_mq_free_map_and_rqs(struct blk_mq_tag_set *set, struct blk_mq_tags *tags,
	unsigned int hctx_idx);
struct blk_mq_tags *blk_mq_alloc_map_and_rqs(struct blk_mq_tag_set *set, unsigned int hctx_idx,
	unsigned int depth);
int blk_mq_hctx_notify_dead(unsigned int cpu, struct hlist_node *node);
int blk_mq_hctx_notify_online(unsigned int cpu, struct hlist_node *node);
int blk_mq_hctx_notify_offline(unsigned int cpu, struct hlist_node *node);
blk_status_t blk_insert_cloned_request(struct request *rq);
void blk_mq_start_stopped_hw_queues(struct request_queue *q, bool async);
void blk_mq_start_stopped_hw_queue(struct blk_mq_hw_ctx *hctx, bool async);
@until(6.12) void blk_mq_add_to_requeue_list(struct request *rq, bool at_head, bool kick_requeue_list);
void blk_mq_end_request_batch(struct io_comp_batch *iob);
void blk_mq_end_request(struct request *rq, blk_status_t error);
@until(6.12) int blk_mq_poll_stats_bkt(const struct request *rq);
void blk_mq_debugfs_unregister_sched_hctx(struct blk_mq_hw_ctx *hctx);
void blk_mq_debugfs_register_sched_hctx(struct request_queue *q, struct blk_mq_hw_ctx *hctx);
int blk_mq_debugfs_open(struct inode *inode, struct file *file);
struct pid *find_get_pid(pid_t nr);
struct pid *find_vpid(int nr);
void do_sched_yield(void);
long sched_setaffinity(pid_t pid, const struct cpumask *in_mask);
int sched_setscheduler(struct task_struct *p, int policy, const struct sched_param *param);
void sched_exec(void);
int sched_fork(unsigned long clone_flags, struct task_struct *p);
int set_cpus_allowed_ptr(struct task_struct *p, const struct cpumask *new_mask);
struct rq *move_queued_task(struct rq *rq, struct rq_flags *rf, struct task_struct *p,
	int new_cpu);
int cgroup_rmdir(struct kernfs_node *kn);
int cgroup_path_ns(struct cgroup *cgrp, char *buf, size_t buflen, struct cgroup_namespace *ns);
ssize_t vfs_copy_file_range(struct file *file_in, loff_t pos_in, struct file *file_out,
	loff_t pos_out, size_t len, unsigned int flags);
ssize_t do_sendfile(int out_fd, int in_fd, loff_t *ppos, size_t count, loff_t max);
ssize_t vfs_writev(struct file *file, const struct iovec *vec, unsigned long vlen, loff_t *pos,
	rwf_t flags);
ssize_t vfs_readv(struct file *file, const struct iovec *vec, unsigned long vlen, loff_t *pos,
	rwf_t flags);
ssize_t vfs_iter_write(struct file *file, struct iov_iter *iter, loff_t *ppos, rwf_t flags);
ssize_t vfs_iocb_iter_write(struct file *file, struct kiocb *iocb, struct iov_iter *iter);
ssize_t vfs_iter_read(struct file *file, struct iov_iter *iter, loff_t *ppos, rwf_t flags);
ssize_t vfs_iocb_iter_read(struct file *file, struct kiocb *iocb, struct iov_iter *iter);
ssize_t ksys_pwrite64(unsigned int fd, const char *buf, size_t count, loff_t pos);
ssize_t ksys_pread64(unsigned int fd, char *buf, size_t count, loff_t pos);
ssize_t ksys_write(unsigned int fd, const char *buf, size_t count);
ssize_t ksys_read(unsigned int fd, char *buf, size_t count);
ssize_t vfs_write(struct file *file, const char *buf, size_t count, loff_t *pos);
ssize_t vfs_read(struct file *file, char *buf, size_t count, loff_t *pos);
off_t ksys_lseek(unsigned int fd, off_t offset, unsigned int whence);
loff_t vfs_llseek(struct file *file, loff_t offset, int whence);
loff_t vfs_setpos(struct file *file, loff_t offset, loff_t maxsize);
const char *vfs_get_link(struct dentry *dentry, struct delayed_call *done);
int vfs_readlink(struct dentry *dentry, char *buffer, int buflen);
int do_renameat2(int olddfd, struct filename *from, int newdfd, struct filename *to,
	unsigned int flags);
int vfs_rename(struct renamedata *rd);
int do_linkat(int olddfd, struct filename *old, int newdfd, struct filename *new, int flags);
@until(6.3) int vfs_link(struct dentry *old_dentry, struct user_namespace *mnt_userns, struct inode *dir,
	struct dentry *new_dentry, struct inode **delegated_inode);
@since(6.3) int vfs_link(struct dentry *old_dentry, struct mnt_idmap *idmap, struct inode *dir,
	struct dentry *new_dentry, struct inode **delegated_inode); // abf08576afe3
int do_symlinkat(struct filename *from, int newdfd, struct filename *to);
@until(6.3) int vfs_symlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	const char *oldname);
@since(6.3) int vfs_symlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	const char *oldname); // abf08576afe3
int do_unlinkat(int dfd, struct filename *name);
@until(6.3) int vfs_unlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	struct inode **delegated_inode);
@since(6.3) int vfs_unlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	struct inode **delegated_inode); // abf08576afe3
int do_rmdir(int dfd, struct filename *name);
@until(6.3) int vfs_rmdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry);
@since(6.3) int vfs_rmdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry); // abf08576afe3
int do_mkdirat(int dfd, struct filename *name, umode_t mode);
@until(6.3) int vfs_mkdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode);
@since(6.3) int vfs_mkdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode); // abf08576afe3
int do_mknodat(int dfd, struct filename *name, umode_t mode, unsigned int dev);
@until(6.3) int vfs_mknod(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev);
@since(6.3) int vfs_mknod(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev); // abf08576afe3
struct file *do_filp_open(int dfd, struct filename *pathname, const struct open_flags *op);
struct file *path_openat(struct nameidata *nd, const struct open_flags *op, unsigned int flags);
@until(6.12) struct file *vfs_tmpfile_open(struct user_namespace *mnt_userns, const struct path *parentpath,
	umode_t mode, int open_flag, const struct cred *cred);
@until(6.3) int vfs_tmpfile(struct user_namespace *mnt_userns, const struct path *parentpath,
	struct file *file, umode_t mode);
@since(6.3) int vfs_tmpfile(struct mnt_idmap *idmap, const struct path *parentpath,
	struct file *file, umode_t mode); // abf08576afe3
int vfs_mkobj(struct dentry *dentry, umode_t mode, int (*f)(struct dentry *, umode_t, void *),
	void *arg);
@until(6.3) int vfs_create(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool want_excl);
@since(6.3) int vfs_create(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool want_excl); // abf08576afe3
int vfs_path_lookup(struct dentry *dentry, struct vfsmount *mnt, const char *name,
	unsigned int flags, struct path *path);
@until(6.12) int vfs_path_parent_lookup(struct filename *filename, unsigned int flags, struct path *parent,
	struct qstr *last, int *type, const struct path *root);
@since(6.12) int vfs_path_parent_lookup(struct filename *filename, unsigned int flags,
	struct path *parent, struct qstr *last, const struct path *root);
int path_lookupat(struct nameidata *nd, unsigned int flags, struct path *path);
struct dentry *__lookup_slow(const struct qstr *name, struct dentry *dir, unsigned int flags);
struct dentry *lookup_fast(struct nameidata *nd);
@until(6.3) int inode_permission(struct user_namespace *mnt_userns, struct inode *inode, int mask);
@since(6.3) int inode_permission(struct mnt_idmap *idmap, struct inode *inode, int mask); // abf08576afe3
void putname(struct filename *name);
struct filename *getname(const char *filename);
@until(6.12) struct filename *getname_flags(const char *filename, int flags, int *empty);
@since(6.12) struct filename *getname_flags(const char *filename, int flags);
void seq_printf(struct seq_file *m, const char *f, ...);
ssize_t seq_read_iter(struct kiocb *iocb, struct iov_iter *iter);
ssize_t seq_read(struct file *file, char *buf, size_t size, loff_t *ppos);
@until(6.12) long do_splice(struct file *in, loff_t *off_in, struct file *out, loff_t *off_out, size_t len,
	unsigned int flags);
@since(6.12) ssize_t do_splice(struct file *in, loff_t *off_in, struct file *out, loff_t *off_out,
	size_t len, unsigned int flags);
ssize_t splice_direct_to_actor(struct file *in, struct splice_desc *sd,
	splice_direct_actor *actor);
int vfs_statfs(const struct path *path, struct kstatfs *buf);
int vfs_get_fsid(struct dentry *dentry, __kernel_fsid_t *fsid);
int fsnotify(__u32 mask, const void *data, int data_type, struct inode *dir,
	const struct qstr *file_name, struct inode *inode, u32 cookie);
int __fsnotify_parent(struct dentry *dentry, __u32 mask, const void *data, int data_type);
void dnotify_flush(struct file *filp, fl_owner_t id);
int load_elf_binary(struct linux_binprm *bprm);
int vfs_dentry_acceptable(void *context, struct dentry *dentry);
int kthread_stop(struct task_struct *k);
struct task_struct *kthread_create_on_node(int (*threadfn)(void *), void *data, int node,
	const char *namefmt, ...);
void synchronize_rcu(void);
void rcu_sched_clock_irq(int user);
int ksys_fadvise64_64(int fd, loff_t offset, loff_t len, int advice);
int vfs_fadvise(struct file *file, loff_t offset, loff_t len, int advice);
void lru_add_drain_all(void);
int vfs_get_tree(struct fs_context *fc);
@until(6.12) int vfs_get_super(struct fs_context *fc, enum vfs_get_super_keying keying,
	int (*fill_super)(struct super_block *, struct fs_context *));
int do_vfs_ioctl(struct file *filp, unsigned int fd, unsigned int cmd, unsigned long arg);
@until(6.3) int vfs_fileattr_set(struct user_namespace *mnt_userns, struct dentry *dentry,
	struct fileattr *fa);
@since(6.3) int vfs_fileattr_set(struct mnt_idmap *idmap, struct dentry *dentry,
	struct fileattr *fa); // abf08576afe3
int vfs_fileattr_get(struct dentry *dentry, struct fileattr *fa);
long vfs_ioctl(struct file *filp, unsigned int cmd, unsigned long arg);
@until(6.12) unsigned long __fget_light(unsigned int fd, fmode_t mask);
struct file *fget_raw(unsigned int fd);
struct file *fget(unsigned int fd);
int close_fd(unsigned int fd);
void fd_install(unsigned int fd, struct file *file);
void exit_files(struct task_struct *tsk);
int do_epoll_wait(int epfd, struct epoll_event *events, int maxevents, struct timespec64 *to);
int do_epoll_ctl(int epfd, int op, int fd, struct epoll_event *epds, bool nonblock);
bool blk_mq_sched_try_merge(struct request_queue *q, struct bio *bio, unsigned int nr_segs,
	struct request **merged_request);
void ksys_sync_helper(void);
void usleep_range_state(unsigned long min, unsigned long max, unsigned int state);
void add_timer(struct timer_list *timer);
int mod_timer(struct timer_list *timer, unsigned long expires);
int add_to_page_cache_lru(struct page *page, struct address_space *mapping, unsigned long index,
	gfp_t gfp);
bool set_page_dirty(struct page *page);
unsigned long ksys_mmap_pgoff(unsigned long addr, unsigned long len, unsigned long prot,
	unsigned long flags, unsigned long fd, unsigned long pgoff);
long do_sys_open(int dfd, const char *filename, int flags, umode_t mode);
long do_sys_openat2(int dfd, const char *filename, struct open_how *how);
struct file *filp_open(const char *filename, int flags, umode_t mode);
int vfs_open(const struct path *path, struct file *file);
struct file *dentry_open(const struct path *path, int flags, const struct cred *cred);
@until(6.12) int do_dentry_open(struct file *f, struct inode *inode, int (*open)(struct inode *,
	struct file *));
@since(6.12) int do_dentry_open(struct file *f, int (*open)(struct inode *, struct file *));
int ksys_fchown(unsigned int fd, uid_t user, gid_t group);
int vfs_fchown(struct file *file, uid_t user, gid_t group);
int do_fchownat(int dfd, const char *filename, uid_t user, gid_t group, int flag);
@until(6.12) int do_fchmodat(int dfd, const char *filename, umode_t mode);
@since(6.12) int do_fchmodat(int dfd, const char *filename, umode_t mode, unsigned int flags);
int vfs_fchmod(struct file *file, umode_t mode);
long do_faccessat(int dfd, const char *filename, int mode, int flags);
int ksys_fallocate(int fd, int mode, loff_t offset, loff_t len);
int vfs_fallocate(struct file *file, int mode, loff_t offset, loff_t len);
long vfs_truncate(const struct path *path, loff_t length);
@until(6.3) int do_truncate(struct user_namespace *mnt_userns, struct dentry *dentry, loff_t length,
	unsigned int time_attrs, struct file *filp);
@since(6.3) int do_truncate(struct mnt_idmap *idmap, struct dentry *dentry, loff_t length,
	unsigned int time_attrs, struct file *filp); // abf08576afe3
ssize_t pipe_write(struct kiocb *iocb, struct iov_iter *from);
ssize_t pipe_read(struct kiocb *iocb, struct iov_iter *to);
int file_update_time(struct file *file);
void touch_atime(const struct path *path);
void iput(struct inode *inode);
void sync_inodes_sb(struct super_block *sb);
void wb_workfn(struct work_struct *work);
long wb_writeback(struct bdi_writeback *wb, struct wb_writeback_work *work);
long writeback_sb_inodes(struct super_block *sb, struct bdi_writeback *wb,
	struct wb_writeback_work *work);
int __writeback_single_inode(struct inode *inode, struct writeback_control *wbc);
int vfs_dedupe_file_range(struct file *file, struct file_dedupe_range *same);
loff_t vfs_dedupe_file_range_one(struct file *src_file, loff_t src_pos, struct file *dst_file,
	loff_t dst_pos, loff_t len, unsigned int remap_flags);
loff_t vfs_clone_file_range(struct file *file_in, loff_t pos_in, struct file *file_out,
	loff_t pos_out, loff_t len, unsigned int remap_flags);
int ext4_sync_file(struct file *file, loff_t start, loff_t end, int datasync);
int bio_add_page(struct bio *bio, struct page *page, unsigned int len, unsigned int offset);
ssize_t blk_mq_hw_sysfs_nr_reserved_tags_show(struct blk_mq_hw_ctx *hctx, char *page);
@until(6.12) void dd_insert_requests(struct blk_mq_hw_ctx *hctx, struct list_head *list, bool at_head);
@until(6.12) struct request *dd_dispatch_request(struct blk_mq_hw_ctx *hctx);
@until(6.12) ssize_t n_tty_write(struct tty_struct *tty, struct file *file, const unsigned char *buf,
	size_t nr);
@since(6.12) ssize_t n_tty_write(struct tty_struct *tty, struct file *file, const u8 *buf,
	size_t nr);
int do_send_specific(pid_t tgid, pid_t pid, int sig, struct kernel_siginfo *info);
bool do_notify_parent(struct task_struct *tsk, int sig);
int send_sig(int sig, struct task_struct *p, int priv);
int kill_pid_info(int sig, struct kernel_siginfo *info, struct pid *pid);
int group_send_sig_info(int sig, struct kernel_siginfo *info, struct task_struct *p,
	enum pid_type type);
int do_send_sig_info(int sig, struct kernel_siginfo *info, struct task_struct *p,
	enum pid_type type);
int send_signal_locked(int sig, struct kernel_siginfo *info, struct task_struct *t,
	enum pid_type type);
int __send_signal_locked(int sig, struct kernel_siginfo *info, struct task_struct *t,
	enum pid_type type, bool force);
void signal_wake_up_state(struct task_struct *t, unsigned int state);
@until(6.12) int load_balance(int this_cpu, struct rq *this_rq, struct sched_domain *sd,
	enum cpu_idle_type idle, int *continue_balancing);
void update_load_avg(struct cfs_rq *cfs_rq, struct sched_entity *se, int flags);
void *__htab_map_lookup_elem(struct bpf_map *map, void *key);
ssize_t generic_file_write_iter(struct kiocb *iocb, struct iov_iter *from);
ssize_t __generic_file_write_iter(struct kiocb *iocb, struct iov_iter *from);
vm_fault_t filemap_fault(struct vm_fault *vmf);
ssize_t generic_file_read_iter(struct kiocb *iocb, struct iov_iter *iter);
ssize_t filemap_read(struct kiocb *iocb, struct iov_iter *iter, ssize_t already_read);
@since(5.17) @until(6.12) int filemap_get_pages(struct kiocb *iocb, struct iov_iter *iter, struct folio_batch *fbatch);
@since(6.12) int filemap_get_pages(struct kiocb *iocb, size_t count, struct folio_batch *fbatch,
	bool need_uptodate);
@until(5.16) // 203a31516616
void account_page_dirtied(struct page *page, struct address_space *mapping);
@since(5.16) // 9dd3d069406c
int filemap_add_folio(struct address_space *mapping, struct folio *folio, unsigned long index,
	gfp_t gfp);
@since(5.16) int __filemap_add_folio(struct address_space *mapping, struct folio *folio, unsigned long index,
	gfp_t gfp, void **shadowp);
int file_write_and_wait_range(struct file *file, loff_t lstart, loff_t lend);
int filemap_write_and_wait_range(struct address_space *mapping, loff_t lstart, loff_t lend);
@since(5.17) void filemap_remove_folio(struct folio *folio);
@since(5.19) bool add_to_swap(struct folio *folio);
long do_fcntl(int fd, unsigned int cmd, unsigned long arg, struct file *filp);
struct dentry *__d_lookup(const struct dentry *parent, const struct qstr *name);
struct dentry *d_lookup(const struct dentry *parent, const struct qstr *name);
struct dentry *__d_lookup_rcu(const struct dentry *parent, const struct qstr *name,
	unsigned int *seqp);
void d_instantiate(struct dentry *entry, struct inode *inode);
struct dentry *d_alloc(struct dentry *parent, const struct qstr *name);
void dput(struct dentry *dentry);
void vfs_caches_init(void);
void vfs_caches_init_early(void);
@until(6.3) int vfs_removexattr(struct user_namespace *mnt_userns, struct dentry *dentry, const char *name);
@since(6.3) int vfs_removexattr(struct mnt_idmap *idmap, struct dentry *dentry, const char *name); // abf08576afe3
ssize_t vfs_listxattr(struct dentry *dentry, char *list, size_t size);
@until(6.3) ssize_t vfs_getxattr(struct user_namespace *mnt_userns, struct dentry *dentry, const char *name,
	void *value, size_t size);
@since(6.3) ssize_t vfs_getxattr(struct mnt_idmap *idmap, struct dentry *dentry, const char *name,
	void *value, size_t size); // abf08576afe3
@until(6.3) ssize_t vfs_getxattr_alloc(struct user_namespace *mnt_userns, struct dentry *dentry,
	const char *name, char **xattr_value, size_t xattr_size, gfp_t flags);
@since(6.3) int vfs_getxattr_alloc(struct mnt_idmap *idmap, struct dentry *dentry, const char *name,
	char **xattr_value, size_t xattr_size, gfp_t flags); // abf08576afe3
@until(6.3) int vfs_setxattr(struct user_namespace *mnt_userns, struct dentry *dentry, const char *name,
	const void *value, size_t size, int flags);
@since(6.3) int vfs_setxattr(struct mnt_idmap *idmap, struct dentry *dentry, const char *name,
	const void *value, size_t size, int flags); // abf08576afe3
int vfs_utimes(const struct path *path, struct timespec64 *times);
void vfs_clean_context(struct fs_context *fc);
struct fs_context *vfs_dup_fs_context(struct fs_context *src_fc);
int vfs_parse_fs_string(struct fs_context *fc, const char *key, const char *value, size_t v_size);
int vfs_parse_fs_param(struct fs_context *fc, struct fs_parameter *param);
int vfs_parse_fs_param_source(struct fs_context *fc, struct fs_parameter *param);
struct dentry *kernfs_iop_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
void blk_mq_sched_free_rqs(struct request_queue *q);
void blk_mq_sched_tags_teardown(struct request_queue *q, unsigned int flags);
@until(6.12) void blk_mq_sched_insert_requests(struct blk_mq_hw_ctx *hctx, struct blk_mq_ctx *ctx,
	struct list_head *list, bool run_queue_async);
@until(6.12) void blk_mq_sched_insert_request(struct request *rq, bool at_head, bool run_queue, bool async);
bool blk_mq_sched_try_insert_merge(struct request_queue *q, struct request *rq,
	struct list_head *free);
bool blk_mq_sched_bio_merge(struct request_queue *q, struct bio *bio, unsigned int nr_segs);
void blk_mq_sched_dispatch_requests(struct blk_mq_hw_ctx *hctx);
void blk_mq_sched_mark_restart_hctx(struct blk_mq_hw_ctx *hctx);
ssize_t tty_write(struct kiocb *iocb, struct iov_iter *from);
ssize_t tty_read(struct kiocb *iocb, struct iov_iter *to);
unsigned long kallsyms_lookup_name(const char *name);
void taskstats_exit(struct task_struct *tsk, int group_dead);
void *array_map_lookup_elem(struct bpf_map *map, void *key);
@since(5.16) bool folio_mark_dirty(struct folio *folio);
@since(5.16) void __folio_mark_dirty(struct folio *folio, struct address_space *mapping, int warn);
void balance_dirty_pages_ratelimited(struct address_space *mapping);
int balance_dirty_pages(struct bdi_writeback *wb, unsigned long pages_dirtied,
	unsigned int flags);
int do_statx(int dfd, struct filename *filename, unsigned int flags, unsigned int mask,
	struct statx *buffer);
int do_readlinkat(int dfd, const char *pathname, char *buf, int bufsiz);
int vfs_fstatat(int dfd, const char *filename, struct kstat *stat, int flags);
int vfs_statx(int dfd, struct filename *filename, int flags, struct kstat *stat,
	u32 request_mask);
int vfs_fstat(int fd, struct kstat *stat);
int vfs_getattr(const struct path *path, struct kstat *stat, u32 request_mask,
	unsigned int query_flags);
int vfs_getattr_nosec(const struct path *path, struct kstat *stat, u32 request_mask,
	unsigned int query_flags);
@until(6.3) int notify_change(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *attr,
	struct inode **delegated_inode);
@since(6.3) int notify_change(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *attr,
	struct inode **delegated_inode); // abf08576afe3
long do_mount(const char *dev_name, const char *dir_name, const char *type_page,
	unsigned long flags, void *data_page);
int path_mount(const char *dev_name, struct path *path, const char *type_page,
	unsigned long flags, void *data_page);
struct vfsmount *vfs_submount(const struct dentry *mountpoint, struct file_system_type *type,
	const char *name, void *data);
struct vfsmount *vfs_kern_mount(struct file_system_type *type, int flags, const char *name,
	void *data);
struct vfsmount *vfs_create_mount(struct fs_context *fc);
void mark_buffer_dirty(struct buffer_head *bh);
ssize_t eventfd_write(struct file *file, const char *buf, size_t count, loff_t *ppos);
ssize_t eventfd_read(struct kiocb *iocb, struct iov_iter *to);
@until(6.12) struct posix_acl *vfs_set_acl_prepare(struct user_namespace *mnt_userns,
	struct user_namespace *fs_userns, const void *value, size_t size);
@until(6.12) kgid_t vfs_set_acl_prepare_kgid(struct user_namespace *mnt_userns,
	struct user_namespace *fs_userns, const struct posix_acl_xattr_entry *e);
@until(6.12) kuid_t vfs_set_acl_prepare_kuid(struct user_namespace *mnt_userns,
	struct user_namespace *fs_userns, const struct posix_acl_xattr_entry *e);
void vfs_cleanup_quota_inode(struct super_block *sb, int type);
int ext4_file_open(struct inode *inode, struct file *filp);
int ext4_file_mmap(struct file *file, struct vm_area_struct *vma);
ssize_t ext4_file_write_iter(struct kiocb *iocb, struct iov_iter *from);
ssize_t ext4_file_read_iter(struct kiocb *iocb, struct iov_iter *to);
@until(6.3) int ext4_file_getattr(struct user_namespace *mnt_userns, const struct path *path,
	struct kstat *stat, u32 request_mask, unsigned int query_flags);
@since(6.3) int ext4_file_getattr(struct mnt_idmap *idmap, const struct path *path,
	struct kstat *stat, u32 request_mask, unsigned int query_flags); // abf08576afe3
@until(6.3) int ext4_getattr(struct user_namespace *mnt_userns, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags);
@since(6.3) int ext4_getattr(struct mnt_idmap *idmap, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags); // abf08576afe3
void ext4_readahead(struct readahead_control *rac);
@until(5.19) // 5efe7448a142
int ext4_readpage(struct file *file, struct page *page);
@since(5.19)
int ext4_read_folio(struct file *file, struct folio *folio);
void ext4_evict_inode(struct inode *inode);
void blk_mq_tag_update_sched_shared_tags(struct request_queue *q);
void blk_mq_tag_resize_shared_tags(struct blk_mq_tag_set *set, unsigned int size);
void blk_mq_tagset_wait_completed_request(struct blk_mq_tag_set *tagset);
bool blk_mq_tagset_count_completed_rqs(struct request *rq, void *data);
struct request *blk_mq_find_and_get_req(struct blk_mq_tags *tags, unsigned int bitnr);
int down_read_interruptible(struct rw_semaphore *sem);
int down_read_killable(struct rw_semaphore *sem);
int down_read_trylock(struct rw_semaphore *sem);
@since(5.16) @until(6.12) struct folio *filemap_alloc_folio(gfp_t gfp, unsigned int order);
@until(5.16) struct page *__page_cache_alloc(gfp_t gfp); // bb3c579e25e5
@until(5.16) void __set_page_dirty(struct page *page, struct address_space *mapping, int warn);
@until(5.18) void do_page_cache_ra(struct readahead_control *ractl, unsigned long nr_to_read,
	unsigned long lookahead_size); // 793917d997df
