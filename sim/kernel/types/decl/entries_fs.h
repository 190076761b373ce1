/* Further functions of the file layer. */

int __mutex_lock_killable_slowpath(struct mutex *lock);
struct tty_struct *audit_get_tty(void);
void audit_log_d_path(struct audit_buffer *ab, const char *prefix, const struct path *path);
void audit_log_d_path_exe(struct audit_buffer *ab, struct mm_struct *mm);
void audit_log_path_denied(int type, const char *operation);
void audit_put_tty(struct tty_struct *tty);
@until(6.12) struct block_device *blkdev_get_by_path(const char *path, fmode_t mode, void *holder);
struct block_device *blkdev_get_no_open(dev_t dev);
int blkdev_open(struct inode *inode, struct file *filp);
void blkdev_put_no_open(struct block_device *bdev);
void call_rcu_tasks_generic(struct callback_head *rhp, rcu_callback_t func,
	struct rcu_tasks *rtp);
int create_event_toplevel_files(struct dentry *parent, struct trace_array *tr);
int dcache_dir_open(struct inode *inode, struct file *file);
int debugfs_file_get(struct dentry *dentry);
void debugfs_file_put(struct dentry *dentry);
struct dentry *debugfs_lookup(const char *name, struct dentry *parent);
struct dentry *debugfs_rename(struct dentry *old_dir, struct dentry *old_dentry,
	struct dentry *new_dir, const char *new_name);
@until(6.3) int debugfs_setattr(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *ia);
@since(6.3) int debugfs_setattr(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *ia); // abf08576afe3
int do_dup2(struct files_struct *files, struct file *file, unsigned int fd, unsigned int flags);
@until(6.12) ssize_t do_iter_read(struct file *file, struct iov_iter *iter, loff_t *pos, rwf_t flags);
ssize_t do_iter_readv_writev(struct file *filp, struct iov_iter *iter, loff_t *ppos, int type,
	rwf_t flags);
@until(6.12) ssize_t do_iter_write(struct file *file, struct iov_iter *iter, loff_t *pos, rwf_t flags);
@until(6.12) int do_move_mount(struct path *old_path, struct path *new_path);
@since(6.12) int do_move_mount(struct path *old_path, struct path *new_path, bool beneath);
struct file *do_open_execat(int fd, struct filename *name, int flags);
ssize_t do_preadv(unsigned long fd, const struct iovec *vec, unsigned long vlen, loff_t pos,
	rwf_t flags);
@until(6.12) int do_proc_dobool_conv(bool *negp, unsigned long *lvalp, int *valp, int write, void *data);
int do_proc_dointvec_conv(bool *negp, unsigned long *lvalp, int *valp, int write, void *data);
int do_proc_dointvec_jiffies_conv(bool *negp, unsigned long *lvalp, int *valp, int write,
	void *data);
int do_proc_dointvec_minmax_conv(bool *negp, unsigned long *lvalp, int *valp, int write,
	void *data);
int do_proc_dointvec_ms_jiffies_conv(bool *negp, unsigned long *lvalp, int *valp, int write,
	void *data);
int do_proc_dopipe_max_size_conv(unsigned long *lvalp, unsigned int *valp, int write, void *data);
@until(6.12) int do_proc_douintvec(struct ctl_table *table, int write, void *buffer, size_t *lenp,
	loff_t *ppos, int (*conv)(unsigned long *, unsigned int *, int, void *), void *data);
@since(6.12) int do_proc_douintvec(const struct ctl_table *table, int write, void *buffer,
	size_t *lenp, loff_t *ppos, int (*conv)(unsigned long *, unsigned int *, int, void *),
	void *data);
int do_proc_douintvec_conv(unsigned long *lvalp, unsigned int *valp, int write, void *data);
int do_proc_douintvec_minmax_conv(unsigned long *lvalp, unsigned int *valp, int write,
	void *data);
@until(6.12) int do_proc_dqstats(struct ctl_table *table, int write, void *buffer, size_t *lenp, loff_t *ppos);
@since(6.12) int do_proc_dqstats(const struct ctl_table *table, int write, void *buffer,
	size_t *lenp, loff_t *ppos);
ssize_t do_pwritev(unsigned long fd, const struct iovec *vec, unsigned long vlen, loff_t pos,
	rwf_t flags);
ssize_t do_readv(unsigned long fd, const struct iovec *vec, unsigned long vlen, rwf_t flags);
int do_signalfd4(int ufd, sigset_t *mask, int flags);
long do_sys_ftruncate(unsigned int fd, loff_t length, int small);
@until(6.12) long do_sys_name_to_handle(const struct path *path, struct file_handle *ufh, int *mnt_id);
@since(6.12) long do_sys_name_to_handle(const struct path *path, struct file_handle *ufh,
	void *mnt_id, bool unique_mntid, int fh_flags);
int do_sys_settimeofday64(const struct timespec64 *tv, const struct timezone *tz);
void do_sys_times(struct tms *tms);
long do_sys_truncate(const char *pathname, loff_t length);
int do_timerfd_gettime(int ufd, struct itimerspec64 *t);
int do_timerfd_settime(int ufd, int flags, const struct itimerspec64 *new,
	struct itimerspec64 *old);
long do_utimes(int dfd, const char *filename, struct timespec64 *times, int flags);
ssize_t do_writev(unsigned long fd, const struct iovec *vec, unsigned long vlen, rwf_t flags);
__poll_t eventfd_poll(struct file *file, poll_table *wait);
int eventfd_release(struct inode *inode, struct file *file);
void exit_fs(struct task_struct *tsk);
struct inode *ext4_alloc_inode(struct super_block *sb);
int ext4_da_get_block_prep(struct inode *inode, sector_t iblock, struct buffer_head *bh,
	int create);
void ext4_da_release_space(struct inode *inode, int to_free);
@until(6.12) int ext4_da_reserve_space(struct inode *inode);
@since(6.12) int ext4_da_reserve_space(struct inode *inode, int nr_resv);
void ext4_da_update_reserve_space(struct inode *inode, int used, int quota_claim);
@until(6.12) int ext4_da_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int ext4_da_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
@until(6.12) int ext4_da_write_inline_data_begin(struct address_space *mapping, struct inode *inode,
	loff_t pos, unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int ext4_da_write_inline_data_begin(struct address_space *mapping, struct inode *inode,
	loff_t pos, unsigned int len, struct folio **foliop, void **fsdata);
void ext4_dirty_inode(struct inode *inode, int flags);
long ext4_fallocate(struct file *file, int mode, loff_t offset, loff_t len);
const char *ext4_get_link(struct dentry *dentry, struct inode *inode,
	struct delayed_call *callback);
int ext4_get_tree(struct fs_context *fc);
int ext4_journal_bmap(journal_t *journal, sector_t *block);
int ext4_journal_check_start(struct super_block *sb);
void ext4_journal_commit_callback(journal_t *journal, transaction_t *txn);
int ext4_link(struct dentry *old_dentry, struct inode *dir, struct dentry *dentry);
loff_t ext4_llseek(struct file *file, loff_t offset, int whence);
int ext4_map_blocks(handle_t *handle, struct inode *inode, struct ext4_map_blocks *map,
	int flags);
@until(6.3) int ext4_mknod(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t rdev);
@since(6.3) int ext4_mknod(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t rdev); // abf08576afe3
void ext4_put_super(struct super_block *sb);
int ext4_statfs(struct dentry *dentry, struct kstatfs *buf);
@until(6.3) int ext4_symlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	const char *symname);
@since(6.3) int ext4_symlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	const char *symname); // abf08576afe3
int ext4_sync_fs(struct super_block *sb, int wait);
int ext4_truncate(struct inode *inode);
long fanotify_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
__poll_t fanotify_poll(struct file *file, poll_table *wait);
ssize_t fanotify_read(struct file *file, char *buf, size_t count, loff_t *pos);
int fanotify_release(struct inode *ignored, struct file *file);
ssize_t fanotify_write(struct file *file, const char *buf, size_t count, loff_t *pos);
int finish_automount(struct vfsmount *m, const struct path *path);
int finish_no_open(struct file *file, struct dentry *dentry);
int finish_open(struct file *file, struct dentry *dentry, int (*open)(struct inode *,
	struct file *));
void ftrace_create_filter_files(struct trace_array *tr, struct dentry *parent);
int ftrace_create_function_files(struct trace_array *tr, struct dentry *parent);
void ftrace_destroy_filter_files(struct ftrace_ops *ops);
void ftrace_destroy_function_files(struct trace_array *tr);
int ftrace_enabled_open(struct inode *inode, struct file *file);
int ftrace_event_avail_open(struct inode *inode, struct file *file);
int ftrace_event_set_npid_open(struct inode *inode, struct file *file);
int ftrace_event_set_open(struct inode *inode, struct file *file);
int ftrace_event_set_pid_open(struct inode *inode, struct file *file);
ssize_t generic_file_direct_write(struct kiocb *iocb, struct iov_iter *from);
int generic_file_fsync(struct file *file, loff_t start, loff_t end, int datasync);
loff_t generic_file_llseek(struct file *file, loff_t offset, int whence);
loff_t generic_file_llseek_size(struct file *file, loff_t offset, int whence, loff_t maxsize,
	loff_t eof);
int generic_file_mmap(struct file *file, struct vm_area_struct *vma);
int generic_file_open(struct inode *inode, struct file *filp);
int generic_file_readonly_mmap(struct file *file, struct vm_area_struct *vma);
int generic_file_rw_checks(struct file *file_in, struct file *file_out);
@until(6.12) ssize_t generic_file_splice_read(struct file *in, loff_t *ppos, struct pipe_inode_info *pipe,
	size_t len, unsigned int flags);
@until(6.12) int generic_get_column(struct opal_dev *dev, const u8 *table, u64 column);
int generic_get_free_region(unsigned long base, unsigned long size, int replace_reg);
void generic_get_mtrr(unsigned int reg, unsigned long *base, unsigned long *size,
	mtrr_type *type);
@until(6.12) unsigned long generic_get_unmapped_area(struct file *filp, unsigned long addr,
	unsigned long len, unsigned long pgoff, unsigned long flags);
@since(6.12) unsigned long generic_get_unmapped_area(struct file *filp, unsigned long addr,
	unsigned long len, unsigned long pgoff, unsigned long flags, vm_flags_t vm_flags);
int generic_handle_domain_irq(struct irq_domain *domain, unsigned int hwirq);
int generic_handle_domain_irq_safe(struct irq_domain *domain, unsigned int hwirq);
int generic_handle_domain_nmi(struct irq_domain *domain, unsigned int hwirq);
int generic_handle_irq(unsigned int irq);
int generic_handle_irq_safe(unsigned int irq);
@until(6.12) int generic_processor_info(int apicid, int version);
@until(6.12) int generic_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int generic_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
@until(6.12) int generic_writepages(struct address_space *mapping, struct writeback_control *wbc);
struct file *get_task_exe_file(struct task_struct *task);
int get_unused_fd_flags(unsigned int flags);
long inotify_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
__poll_t inotify_poll(struct file *file, poll_table *wait);
ssize_t inotify_read(struct file *file, char *buf, size_t count, loff_t *pos);
int inotify_release(struct inode *ignored, struct file *file);
@until(6.12) ssize_t iomap_file_buffered_write(struct kiocb *iocb, struct iov_iter *i,
	const struct iomap_ops *ops);
@since(6.12) ssize_t iomap_file_buffered_write(struct kiocb *iocb, struct iov_iter *i,
	const struct iomap_ops *ops, void *private);
int iomap_file_unshare(struct inode *inode, loff_t pos, loff_t len, const struct iomap_ops *ops);
void iomap_readahead(struct readahead_control *rac, const struct iomap_ops *ops);
@since(5.17) int iomap_write_begin(struct iomap_iter *iter, loff_t pos, size_t len, struct folio **foliop);
@until(6.12) size_t iomap_write_end(struct iomap_iter *iter, loff_t pos, size_t len, size_t copied,
	struct folio *folio);
@since(6.12) bool iomap_write_end(struct iomap_iter *iter, loff_t pos, size_t len, size_t copied,
	struct folio *folio);
int iomap_writepages(struct address_space *mapping, struct writeback_control *wbc,
	struct iomap_writepage_ctx *wpc, const struct iomap_writeback_ops *ops);
void jbd2_journal_abort(journal_t *journal, int errno);
void jbd2_journal_ack_err(journal_t *journal);
struct journal_head *jbd2_journal_add_journal_head(struct buffer_head *bh);
int jbd2_journal_blocks_per_page(struct inode *inode);
int jbd2_journal_bmap(journal_t *journal, unsigned long blocknr, unsigned long long *retp);
int jbd2_journal_cancel_revoke(handle_t *handle, struct journal_head *jh);
int jbd2_journal_check_used_features(journal_t *journal, unsigned long compat, unsigned long ro,
	unsigned long incompat);
int jbd2_journal_clear_err(journal_t *journal);
void jbd2_journal_clear_features(journal_t *journal, unsigned long compat, unsigned long ro,
	unsigned long incompat);
void jbd2_journal_clear_revoke(journal_t *journal);
void jbd2_journal_commit_transaction(journal_t *journal);
int jbd2_journal_destroy(journal_t *journal);
void jbd2_journal_destroy_caches(void);
void jbd2_journal_destroy_checkpoint(journal_t *journal);
void jbd2_journal_destroy_revoke(journal_t *journal);
int jbd2_journal_dirty_metadata(handle_t *handle, struct buffer_head *bh);
int jbd2_journal_errno(journal_t *journal);
int jbd2_journal_extend(handle_t *handle, int nblocks, int revoke_records);
void jbd2_journal_file_buffer(struct journal_head *jh, transaction_t *transaction, int jlist);
int jbd2_journal_file_inode(handle_t *handle, struct jbd2_inode *jinode, unsigned long flags,
	loff_t start_byte, loff_t end_byte);
int jbd2_journal_flush(journal_t *journal, unsigned int flags);
int jbd2_journal_force_commit(journal_t *journal);
int jbd2_journal_force_commit_nested(journal_t *journal);
int jbd2_journal_forget(handle_t *handle, struct buffer_head *bh);
void jbd2_journal_free_reserved(handle_t *handle);
void jbd2_journal_free_transaction(transaction_t *transaction);
int jbd2_journal_get_create_access(handle_t *handle, struct buffer_head *bh);
int jbd2_journal_get_log_tail(journal_t *journal, tid_t *tid, unsigned long *block);
int jbd2_journal_get_undo_access(handle_t *handle, struct buffer_head *bh);
int jbd2_journal_get_write_access(handle_t *handle, struct buffer_head *bh);
struct journal_head *jbd2_journal_grab_journal_head(struct buffer_head *bh);
journal_t *jbd2_journal_init_dev(struct block_device *bdev, struct block_device *fs_dev,
	unsigned long long start, int len, int blocksize);
journal_t *jbd2_journal_init_inode(struct inode *inode);
void jbd2_journal_init_jbd_inode(struct jbd2_inode *jinode, struct inode *inode);
int jbd2_journal_init_revoke(journal_t *journal, int hash_size);
struct jbd2_revoke_table_s *jbd2_journal_init_revoke_table(int hash_size);
int jbd2_journal_inode_ranged_wait(handle_t *handle, struct jbd2_inode *jinode,
	loff_t start_byte, loff_t length);
int jbd2_journal_inode_ranged_write(handle_t *handle, struct jbd2_inode *jinode,
	loff_t start_byte, loff_t length);
@since(5.18) int jbd2_journal_invalidate_folio(journal_t *journal, struct folio *folio, size_t offset,
	size_t length);
int jbd2_journal_load(journal_t *journal);
void jbd2_journal_lock_updates(journal_t *journal);
int jbd2_journal_next_log_block(journal_t *journal, unsigned long long *retp);
void jbd2_journal_put_journal_head(struct journal_head *jh);
int jbd2_journal_recover(journal_t *journal);
void jbd2_journal_refile_buffer(journal_t *journal, struct journal_head *jh);
void jbd2_journal_release_jbd_inode(journal_t *journal, struct jbd2_inode *jinode);
int jbd2_journal_restart(handle_t *handle, int nblocks);
int jbd2_journal_revoke(handle_t *handle, unsigned long long blocknr, struct buffer_head *bh_in);
int jbd2_journal_set_features(journal_t *journal, unsigned long compat, unsigned long ro,
	unsigned long incompat);
int jbd2_journal_set_revoke(journal_t *journal, unsigned long long blocknr, tid_t sequence);
void jbd2_journal_set_triggers(struct buffer_head *bh, struct jbd2_buffer_trigger_type *type);
unsigned long jbd2_journal_shrink_count(struct shrinker *shrink, struct shrink_control *sc);
unsigned long jbd2_journal_shrink_scan(struct shrinker *shrink, struct shrink_control *sc);
int jbd2_journal_skip_recovery(journal_t *journal);
handle_t *jbd2_journal_start(journal_t *journal, int nblocks);
int jbd2_journal_start_commit(journal_t *journal, tid_t *ptid);
int jbd2_journal_start_reserved(handle_t *handle, unsigned int type, unsigned int line_no);
int jbd2_journal_stop(handle_t *handle);
void jbd2_journal_switch_revoke_table(journal_t *journal);
int jbd2_journal_test_revoke(journal_t *journal, unsigned long long blocknr, tid_t sequence);
@since(5.19) bool jbd2_journal_try_to_free_buffers(journal_t *journal, struct folio *folio);
void jbd2_journal_unfile_buffer(journal_t *journal, struct journal_head *jh);
void jbd2_journal_unlock_updates(journal_t *journal);
void jbd2_journal_update_sb_errno(journal_t *journal);
int jbd2_journal_update_sb_log_tail(journal_t *journal, tid_t tail_tid,
	unsigned long tail_block, blk_opf_t write_flags);
void jbd2_journal_wait_updates(journal_t *journal);
int jbd2_journal_wipe(journal_t *journal, int write);
const char *kallsyms_lookup(unsigned long addr, unsigned long *symbolsize,
	unsigned long *offset, char **modname, char *namebuf);
@until(6.12) const char *kallsyms_lookup_buildid(unsigned long addr, unsigned long *symbolsize,
	unsigned long *offset, char **modname, const unsigned char **modbuildid, char *namebuf);
@since(6.12) int kallsyms_lookup_buildid(unsigned long addr, unsigned long *symbolsize,
	unsigned long *offset, char **modname, const unsigned char **modbuildid, char *namebuf);
int kallsyms_lookup_names(const char *name, unsigned int *start, unsigned int *end);
int kallsyms_lookup_size_offset(unsigned long addr, unsigned long *symbolsize,
	unsigned long *offset);
int kallsyms_open(struct inode *inode, struct file *file);
ssize_t kernel_read_file(struct file *file, loff_t offset, void **buf, size_t buf_size,
	size_t *file_size, enum kernel_read_file_id id);
ssize_t kernel_read_file_from_fd(int fd, loff_t offset, void **buf, size_t buf_size,
	size_t *file_size, enum kernel_read_file_id id);
ssize_t kernel_read_file_from_path(const char *path, loff_t offset, void **buf, size_t buf_size,
	size_t *file_size, enum kernel_read_file_id id);
void kernfs_evict_inode(struct inode *inode);
int kernfs_get_tree(struct fs_context *fc);
int kernfs_setattr(struct kernfs_node *kn, const struct iattr *iattr);
void n_tty_close(struct tty_struct *tty);
int n_tty_ioctl(struct tty_struct *tty, unsigned int cmd, unsigned long arg);
int n_tty_open(struct tty_struct *tty);
__poll_t n_tty_poll(struct tty_struct *tty, struct file *file, poll_table *wait);
@until(6.12) ssize_t n_tty_read(struct tty_struct *tty, struct file *file, unsigned char *kbuf, size_t nr,
	void **cookie, unsigned long offset);
@since(6.12) ssize_t n_tty_read(struct tty_struct *tty, struct file *file, u8 *kbuf, size_t nr,
	void **cookie, unsigned long offset);
void native_queued_spin_lock_slowpath(struct qspinlock *lock, u32 val);
int ns_get_path(struct path *path, struct task_struct *task,
	const struct proc_ns_operations *ns_ops);
int ns_get_path_cb(struct path *path, ns_get_path_helper_t *ns_get_cb, void *private_data);
@until(6.12) void page_add_file_rmap(struct page *page, struct vm_area_struct *vma, bool compound);
int page_cache_pipe_buf_confirm(struct pipe_inode_info *pipe, struct pipe_buffer *buf);
void page_cache_pipe_buf_release(struct pipe_inode_info *pipe, struct pipe_buffer *buf);
bool page_cache_pipe_buf_try_steal(struct pipe_inode_info *pipe, struct pipe_buffer *buf);
long pipe_ioctl(struct file *filp, unsigned int cmd, unsigned long arg);
__poll_t pipe_poll(struct file *filp, poll_table *wait);
int pipe_release(struct inode *inode, struct file *file);
void pipe_wait_readable(struct pipe_inode_info *pipe);
void pipe_wait_writable(struct pipe_inode_info *pipe);
struct inode *proc_alloc_inode(struct super_block *sb);
struct proc_dir_entry *proc_create(const char *name, umode_t mode,
	struct proc_dir_entry *parent, const struct proc_ops *proc_ops);
struct proc_dir_entry *proc_create_data(const char *name, umode_t mode,
	struct proc_dir_entry *parent, const struct proc_ops *proc_ops, void *data);
struct proc_dir_entry *proc_create_mount_point(const char *name);
struct proc_dir_entry *proc_create_net_data(const char *name, umode_t mode,
	struct proc_dir_entry *parent, const struct seq_operations *ops,
	unsigned int state_size, void *data);
struct proc_dir_entry *proc_create_net_data_write(const char *name, umode_t mode,
	struct proc_dir_entry *parent, const struct seq_operations *ops, proc_write_t write,
	unsigned int state_size, void *data);
struct proc_dir_entry *proc_create_net_single(const char *name, umode_t mode,
	struct proc_dir_entry *parent, int (*show)(struct seq_file *, void *), void *data);
struct proc_dir_entry *proc_create_net_single_write(const char *name, umode_t mode,
	struct proc_dir_entry *parent, int (*show)(struct seq_file *, void *),
	proc_write_t write, void *data);
struct proc_dir_entry *proc_create_reg(const char *name, umode_t mode,
	struct proc_dir_entry **parent, void *data);
struct proc_dir_entry *proc_create_seq_private(const char *name, umode_t mode,
	struct proc_dir_entry *parent, const struct seq_operations *ops,
	unsigned int state_size, void *data);
struct proc_dir_entry *proc_create_single_data(const char *name, umode_t mode,
	struct proc_dir_entry *parent, int (*show)(struct seq_file *, void *), void *data);
void proc_evict_inode(struct inode *inode);
void proc_free_inode(struct inode *inode);
void proc_free_inum(unsigned int inum);
struct inode *proc_get_inode(struct super_block *sb, struct proc_dir_entry *de);
const char *proc_get_link(struct dentry *dentry, struct inode *inode, struct delayed_call *done);
void *proc_get_parent_data(const struct inode *inode);
int proc_get_tree(struct fs_context *fc);
@until(6.3) int proc_getattr(struct user_namespace *mnt_userns, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags);
@since(6.3) int proc_getattr(struct mnt_idmap *idmap, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags); // abf08576afe3
ssize_t proc_loginuid_read(struct file *file, char *buf, size_t count, loff_t *ppos);
ssize_t proc_loginuid_write(struct file *file, const char *buf, size_t count, loff_t *ppos);
struct dentry *proc_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
const char *proc_map_files_get_link(struct dentry *dentry, struct inode *inode,
	struct delayed_call *done);
struct dentry *proc_map_files_instantiate(struct dentry *dentry, struct task_struct *task,
	const void *ptr);
struct dentry *proc_map_files_lookup(struct inode *dir, struct dentry *dentry,
	unsigned int flags);
int proc_map_files_readdir(struct file *file, struct dir_context *ctx);
int proc_map_release(struct inode *inode, struct file *file);
struct proc_dir_entry *proc_mkdir(const char *name, struct proc_dir_entry *parent);
@until(6.3) int proc_notify_change(struct user_namespace *mnt_userns, struct dentry *dentry,
	struct iattr *iattr);
@since(6.3) int proc_notify_change(struct mnt_idmap *idmap, struct dentry *dentry,
	struct iattr *iattr); // abf08576afe3
void proc_put_link(void *p);
void proc_put_long(void **buf, size_t *size, unsigned long val, bool neg);
int proc_readdir(struct file *file, struct dir_context *ctx);
int proc_readdir_de(struct file *file, struct dir_context *ctx, struct proc_dir_entry *de);
@until(6.12) int proc_readfd(struct file *file, struct dir_context *ctx);
int proc_readfd_common(struct file *file, struct dir_context *ctx, instantiate_t *instantiate);
@until(6.12) int proc_readfdinfo(struct file *file, struct dir_context *ctx);
struct proc_dir_entry *proc_register(struct proc_dir_entry *dir, struct proc_dir_entry *dp);
struct proc_dir_entry *proc_symlink(const char *name, struct proc_dir_entry *parent,
	const char *dest);
@until(6.3) int proc_task_getattr(struct user_namespace *mnt_userns, const struct path *path,
	struct kstat *stat, u32 request_mask, unsigned int query_flags);
@since(6.3) int proc_task_getattr(struct mnt_idmap *idmap, const struct path *path,
	struct kstat *stat, u32 request_mask, unsigned int query_flags); // abf08576afe3
struct dentry *proc_task_instantiate(struct dentry *dentry, struct task_struct *task,
	const void *ptr);
struct dentry *proc_task_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
void proc_task_name(struct seq_file *m, struct task_struct *p, bool escape);
int proc_task_readdir(struct file *file, struct dir_context *ctx);
int pty_open(struct tty_struct *tty, struct file *filp);
void put_unused_fd(unsigned int fd);
void queued_read_lock_slowpath(struct qrwlock *lock);
void queued_write_lock_slowpath(struct qrwlock *lock);
@until(6.12) int security_binder_transfer_file(const struct cred *from, const struct cred *to,
	struct file *file);
@since(6.12) int security_binder_transfer_file(const struct cred *from, const struct cred *to,
	const struct file *file);
int security_dentry_create_files_as(struct dentry *dentry, int mode, struct qstr *name,
	const struct cred *old, struct cred *new);
int security_dentry_init_security(struct dentry *dentry, int mode, const struct qstr *name,
	const char **xattr_name, void **ctx, u32 *ctxlen);
int security_fs_context_dup(struct fs_context *fc, struct fs_context *src_fc);
int security_fs_context_submount(struct fs_context *fc, struct super_block *reference);
int security_kernfs_init_security(struct kernfs_node *kn_dir, struct kernfs_node *kn);
@until(6.12) int security_old_inode_init_security(struct inode *inode, struct inode *dir,
	const struct qstr *qstr, const char **name, void **value, size_t *len);
int security_tun_dev_open(void *security);
int security_xfrm_policy_lookup(struct xfrm_sec_ctx *ctx, u32 fl_secid);
struct inode *shmem_alloc_inode(struct super_block *sb);
@until(6.3) int shmem_create(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl);
@since(6.3) int shmem_create(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl); // abf08576afe3
void shmem_evict_inode(struct inode *inode);
long shmem_fallocate(struct file *file, int mode, loff_t offset, loff_t len);
vm_fault_t shmem_fault(struct vm_fault *vmf);
loff_t shmem_file_llseek(struct file *file, loff_t offset, int whence);
ssize_t shmem_file_read_iter(struct kiocb *iocb, struct iov_iter *to);
struct file *shmem_file_setup(const char *name, loff_t size, unsigned long flags);
struct file *shmem_file_setup_with_mnt(struct vfsmount *mnt, const char *name, loff_t size,
	unsigned long flags);
const char *shmem_get_link(struct dentry *dentry, struct inode *inode, struct delayed_call *done);
int shmem_get_tree(struct fs_context *fc);
@until(6.3) int shmem_getattr(struct user_namespace *mnt_userns, const struct path *path,
	struct kstat *stat, u32 request_mask, unsigned int query_flags);
@since(6.3) int shmem_getattr(struct mnt_idmap *idmap, const struct path *path, struct kstat *stat,
	u32 request_mask, unsigned int query_flags); // abf08576afe3
int shmem_link(struct dentry *old_dentry, struct inode *dir, struct dentry *dentry);
@until(6.3) int shmem_mkdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode);
@since(6.3) int shmem_mkdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode); // abf08576afe3
@until(6.3) int shmem_mknod(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev);
@since(6.3) int shmem_mknod(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev); // abf08576afe3
int shmem_mmap(struct file *file, struct vm_area_struct *vma);
void shmem_put_super(struct super_block *sb);
int shmem_rmdir(struct inode *dir, struct dentry *dentry);
@until(6.3) int shmem_setattr(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *attr);
@since(6.3) int shmem_setattr(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *attr); // abf08576afe3
int shmem_statfs(struct dentry *dentry, struct kstatfs *buf);
@until(6.3) int shmem_symlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	const char *symname);
@since(6.3) int shmem_symlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	const char *symname); // abf08576afe3
int shmem_unlink(struct inode *dir, struct dentry *dentry);
@until(6.12) int shmem_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int shmem_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct folio **foliop, void **fsdata);
@until(6.12) int shmem_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int shmem_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
__poll_t signalfd_poll(struct file *file, poll_table *wait);
@until(6.12) ssize_t signalfd_read(struct file *file, char *buf, size_t count, loff_t *ppos);
int signalfd_release(struct inode *inode, struct file *file);
const char *simple_get_link(struct dentry *dentry, struct inode *inode,
	struct delayed_call *done);
int simple_link(struct dentry *old_dentry, struct inode *dir, struct dentry *dentry);
struct dentry *simple_lookup(struct inode *dir, struct dentry *dentry, unsigned int flags);
int simple_open(struct inode *inode, struct file *file);
@until(6.3) int simple_rename(struct user_namespace *mnt_userns, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags);
@since(6.3) int simple_rename(struct mnt_idmap *idmap, struct inode *old_dir,
	struct dentry *old_dentry, struct inode *new_dir, struct dentry *new_dentry,
	unsigned int flags); // abf08576afe3
int simple_rmdir(struct inode *dir, struct dentry *dentry);
@until(6.3) int simple_setattr(struct user_namespace *mnt_userns, struct dentry *dentry, struct iattr *iattr);
@since(6.3) int simple_setattr(struct mnt_idmap *idmap, struct dentry *dentry, struct iattr *iattr); // abf08576afe3
int simple_unlink(struct inode *dir, struct dentry *dentry);
@until(6.12) int simple_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct page **pagep, void **fsdata);
@since(6.12) int simple_write_begin(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, struct folio **foliop, void **fsdata);
@until(6.12) int simple_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct page *page, void *fsdata);
@since(6.12) int simple_write_end(struct file *file, struct address_space *mapping, loff_t pos,
	unsigned int len, unsigned int copied, struct folio *folio, void *fsdata);
int sysfs_file_change_owner(struct kobject *kobj, const char *name, kuid_t kuid, kgid_t kgid);
int sysfs_get_tree(struct fs_context *fc);
void tick_nohz_dep_clear(enum tick_dep_bits bit);
void tick_nohz_dep_clear_cpu(int cpu, enum tick_dep_bits bit);
void tick_nohz_dep_clear_signal(struct signal_struct *sig, enum tick_dep_bits bit);
void tick_nohz_dep_clear_task(struct task_struct *tsk, enum tick_dep_bits bit);
void tick_nohz_dep_set(enum tick_dep_bits bit);
void tick_nohz_dep_set_cpu(int cpu, enum tick_dep_bits bit);
void tick_nohz_dep_set_signal(struct task_struct *tsk, enum tick_dep_bits bit);
void tick_nohz_dep_set_task(struct task_struct *tsk, enum tick_dep_bits bit);
ktime_t tick_nohz_get_sleep_length(ktime_t *delta_next);
long timerfd_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
__poll_t timerfd_poll(struct file *file, poll_table *wait);
@until(6.12) ssize_t timerfd_read(struct file *file, char *buf, size_t count, loff_t *ppos);
int timerfd_release(struct inode *inode, struct file *file);
struct dentry *trace_create_file(const char *name, umode_t mode, struct dentry *parent,
	void *data, const struct file_operations *fops);
struct trace_event_file *trace_get_event_file(const char *instance, const char *system,
	const char *event);
int trace_open(struct inode *inode, struct file *file);
void trace_put_event_file(struct trace_event_file *file);
long tty_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
int tty_open(struct inode *inode, struct file *filp);
__poll_t tty_poll(struct file *filp, poll_table *wait);
int tty_release(struct inode *inode, struct file *filp);
void tty_wait_until_sent(struct tty_struct *tty, long timeout);
int unshare_files(void);
