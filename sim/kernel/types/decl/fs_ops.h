/* Operations of file systems, and writeback: all members, all offsets. */

typedef void *fl_owner_t;

@since(6.12) typedef unsigned int fop_flags_t;
@until(6.12)
struct file_operations {
	struct module *owner;
	loff_t (*llseek)(struct file *, loff_t, int);
	ssize_t (*read)(struct file *, char *, size_t, loff_t *);
	ssize_t (*write)(struct file *, const char *, size_t, loff_t *);
	ssize_t (*read_iter)(struct kiocb *, struct iov_iter *);
	ssize_t (*write_iter)(struct kiocb *, struct iov_iter *);
	@until(5.16) int (*iopoll)(struct kiocb *, bool); // 5a72e899ceb4
	@since(5.16) int (*iopoll)(struct kiocb *, struct io_comp_batch *, unsigned int);
	int (*iterate)(struct file *, struct dir_context *);
	int (*iterate_shared)(struct file *, struct dir_context *);
	__poll_t (*poll)(struct file *, struct poll_table_struct *);
	long (*unlocked_ioctl)(struct file *, unsigned int, unsigned long);
	long (*compat_ioctl)(struct file *, unsigned int, unsigned long);
	int (*mmap)(struct file *, struct vm_area_struct *);
	unsigned long mmap_supported_flags;
	int (*open)(struct inode *, struct file *);
	int (*flush)(struct file *, fl_owner_t);
	int (*release)(struct inode *, struct file *);
	int (*fsync)(struct file *, loff_t, loff_t, int);
	int (*fasync)(int, struct file *, int);
	int (*lock)(struct file *, int, struct file_lock *);
	ssize_t (*sendpage)(struct file *, struct page *, int, size_t, loff_t *, int);
	unsigned long (*get_unmapped_area)(struct file *, unsigned long, unsigned long,
		unsigned long, unsigned long);
	int (*check_flags)(int);
	int (*flock)(struct file *, int, struct file_lock *);
	ssize_t (*splice_write)(struct pipe_inode_info *, struct file *, loff_t *, size_t,
		unsigned int);
	ssize_t (*splice_read)(struct file *, loff_t *, struct pipe_inode_info *, size_t,
		unsigned int);
	void (*splice_eof)(struct file *);
	int (*setlease)(struct file *, long, struct file_lock **, void **);
	long (*fallocate)(struct file *, int, loff_t, loff_t);
	void (*show_fdinfo)(struct seq_file *, struct file *);
	ssize_t (*copy_file_range)(struct file *, loff_t, struct file *, loff_t, size_t,
		unsigned int);
	loff_t (*remap_file_range)(struct file *, loff_t, struct file *, loff_t, loff_t,
		unsigned int);
	int (*fadvise)(struct file *, loff_t, loff_t, int);
	@since(5.19) int (*uring_cmd)(struct io_uring_cmd *, unsigned int); // ee692a21e9bf
	@since(6.1) int (*uring_cmd_iopoll)(struct io_uring_cmd *, struct io_comp_batch *,
		unsigned int); // de97fcb303ed
};

@since(6.12)
struct file_operations {
	struct module *owner;
	fop_flags_t fop_flags;
	loff_t (*llseek)(struct file *, loff_t, int);
	ssize_t (*read)(struct file *, char *, size_t, loff_t *);
	ssize_t (*write)(struct file *, const char *, size_t, loff_t *);
	ssize_t (*read_iter)(struct kiocb *, struct iov_iter *);
	ssize_t (*write_iter)(struct kiocb *, struct iov_iter *);
	int (*iopoll)(struct kiocb *, struct io_comp_batch *, unsigned int);
	int (*iterate_shared)(struct file *, struct dir_context *);
	__poll_t (*poll)(struct file *, struct poll_table_struct *);
	long (*unlocked_ioctl)(struct file *, unsigned int, unsigned long);
	long (*compat_ioctl)(struct file *, unsigned int, unsigned long);
	int (*mmap)(struct file *, struct vm_area_struct *);
	int (*open)(struct inode *, struct file *);
	int (*flush)(struct file *, fl_owner_t);
	int (*release)(struct inode *, struct file *);
	int (*fsync)(struct file *, loff_t, loff_t, int);
	int (*fasync)(int, struct file *, int);
	int (*lock)(struct file *, int, struct file_lock *);
	unsigned long (*get_unmapped_area)(struct file *, unsigned long, unsigned long,
		unsigned long, unsigned long);
	int (*check_flags)(int);
	int (*flock)(struct file *, int, struct file_lock *);
	ssize_t (*splice_write)(struct pipe_inode_info *, struct file *, loff_t *, size_t,
		unsigned int);
	ssize_t (*splice_read)(struct file *, loff_t *, struct pipe_inode_info *, size_t,
		unsigned int);
	void (*splice_eof)(struct file *);
	int (*setlease)(struct file *, int, struct file_lease **, void **);
	long (*fallocate)(struct file *, int, loff_t, loff_t);
	void (*show_fdinfo)(struct seq_file *, struct file *);
	ssize_t (*copy_file_range)(struct file *, loff_t, struct file *, loff_t, size_t,
		unsigned int);
	loff_t (*remap_file_range)(struct file *, loff_t, struct file *, loff_t, loff_t,
		unsigned int);
	int (*fadvise)(struct file *, loff_t, loff_t, int);
	int (*uring_cmd)(struct io_uring_cmd *, unsigned int);
	int (*uring_cmd_iopoll)(struct io_uring_cmd *, struct io_comp_batch *, unsigned int);
};

@until(6.12)
struct inode_operations {
	struct dentry *(*lookup)(struct inode *, struct dentry *, unsigned int);
	const char *(*get_link)(struct dentry *, struct inode *, struct delayed_call *);
	int (*permission)(struct user_namespace *, struct inode *, int);
	struct posix_acl *(*get_acl)(struct inode *, int, bool);
	int (*readlink)(struct dentry *, char *, int);
	int (*create)(struct user_namespace *, struct inode *, struct dentry *, umode_t, bool);
	int (*link)(struct dentry *, struct inode *, struct dentry *);
	int (*unlink)(struct inode *, struct dentry *);
	int (*symlink)(struct user_namespace *, struct inode *, struct dentry *, const char *);
	int (*mkdir)(struct user_namespace *, struct inode *, struct dentry *, umode_t);
	int (*rmdir)(struct inode *, struct dentry *);
	int (*mknod)(struct user_namespace *, struct inode *, struct dentry *, umode_t, dev_t);
	int (*rename)(struct user_namespace *, struct inode *, struct dentry *, struct inode *,
		struct dentry *, unsigned int);
	int (*setattr)(struct user_namespace *, struct dentry *, struct iattr *);
	int (*getattr)(struct user_namespace *, const struct path *, struct kstat *, u32,
		unsigned int);
	ssize_t (*listxattr)(struct dentry *, char *, size_t);
	int (*fiemap)(struct inode *, struct fiemap_extent_info *, u64, u64);
	int (*update_time)(struct inode *, struct timespec64 *, int);
	int (*atomic_open)(struct inode *, struct dentry *, struct file *, unsigned int, umode_t);
	int (*tmpfile)(struct user_namespace *, struct inode *, struct file *, umode_t);
	int (*set_acl)(struct user_namespace *, struct inode *, struct posix_acl *, int);
	int (*fileattr_set)(struct user_namespace *, struct dentry *, struct fileattr *);
	int (*fileattr_get)(struct dentry *, struct fileattr *);
} __attribute__((aligned(16)));

@since(6.12)
struct inode_operations {
	struct dentry *(*lookup)(struct inode *, struct dentry *, unsigned int);
	const char *(*get_link)(struct dentry *, struct inode *, struct delayed_call *);
	int (*permission)(struct mnt_idmap *, struct inode *, int);
	struct posix_acl *(*get_inode_acl)(struct inode *, int, bool);
	int (*readlink)(struct dentry *, char *, int);
	int (*create)(struct mnt_idmap *, struct inode *, struct dentry *, umode_t, bool);
	int (*link)(struct dentry *, struct inode *, struct dentry *);
	int (*unlink)(struct inode *, struct dentry *);
	int (*symlink)(struct mnt_idmap *, struct inode *, struct dentry *, const char *);
	int (*mkdir)(struct mnt_idmap *, struct inode *, struct dentry *, umode_t);
	int (*rmdir)(struct inode *, struct dentry *);
	int (*mknod)(struct mnt_idmap *, struct inode *, struct dentry *, umode_t, dev_t);
	int (*rename)(struct mnt_idmap *, struct inode *, struct dentry *, struct inode *,
		struct dentry *, unsigned int);
	int (*setattr)(struct mnt_idmap *, struct dentry *, struct iattr *);
	int (*getattr)(struct mnt_idmap *, const struct path *, struct kstat *, u32, unsigned int);
	ssize_t (*listxattr)(struct dentry *, char *, size_t);
	int (*fiemap)(struct inode *, struct fiemap_extent_info *, u64, u64);
	int (*update_time)(struct inode *, int);
	int (*atomic_open)(struct inode *, struct dentry *, struct file *, unsigned int, umode_t);
	int (*tmpfile)(struct mnt_idmap *, struct inode *, struct file *, umode_t);
	struct posix_acl *(*get_acl)(struct mnt_idmap *, struct dentry *, int);
	int (*set_acl)(struct mnt_idmap *, struct dentry *, struct posix_acl *, int);
	int (*fileattr_set)(struct mnt_idmap *, struct dentry *, struct fileattr *);
	int (*fileattr_get)(struct dentry *, struct fileattr *);
	struct offset_ctx *(*get_offset_ctx)(struct inode *);
} __attribute__((aligned(64)));

@since(6.12)
enum d_real_type {
	D_REAL_DATA, D_REAL_METADATA
};

struct dentry_operations {
	int (*d_revalidate)(struct dentry *, unsigned int);
	int (*d_weak_revalidate)(struct dentry *, unsigned int);
	int (*d_hash)(const struct dentry *, struct qstr *);
	@until(6.12) int (*d_compare)(const struct dentry *, unsigned int, const char *,
		const struct qstr *);
	@since(6.12) int (*d_compare)(const struct dentry *, unsigned int, const char *,
		const struct qstr *);
	int (*d_delete)(const struct dentry *);
	int (*d_init)(struct dentry *);
	void (*d_release)(struct dentry *);
	void (*d_prune)(struct dentry *);
	void (*d_iput)(struct dentry *, struct inode *);
	@until(6.12) char *(*d_dname)(struct dentry *, char *, int);
	@since(6.12) char *(*d_dname)(struct dentry *, char *, int);
	struct vfsmount *(*d_automount)(struct path *);
	int (*d_manage)(const struct path *, bool);
	@until(6.12) struct dentry *(*d_real)(struct dentry *, const struct inode *);
	@since(6.12) struct dentry *(*d_real)(struct dentry *, enum d_real_type);
} __attribute__((aligned(32)));

@until(6.12)
enum migrate_mode {
	MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT, MIGRATE_SYNC, MIGRATE_SYNC_NO_COPY
};

@since(6.12)
enum migrate_mode {
	MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT, MIGRATE_SYNC
};

typedef unsigned int isolate_mode_t;

@until(6.12)
struct address_space_operations {
	int (*writepage)(struct page *, struct writeback_control *);
	@until(5.19) int (*readpage)(struct file *, struct page *); // 7e0a126519b8
	@since(5.19) int (*read_folio)(struct file *, struct folio *); // 5efe7448a142
	int (*writepages)(struct address_space *, struct writeback_control *);
	@until(5.18) { // 3a3bae50af5d, 704528d895dd
		int (*set_page_dirty)(struct page *);
		int (*readpages)(struct file *, struct address_space *, struct list_head *, unsigned int);
	}
	@since(5.18) bool (*dirty_folio)(struct address_space *, struct folio *); // 6f31a5a261db
	void (*readahead)(struct readahead_control *);
	int (*write_begin)(struct file *, struct address_space *, loff_t, unsigned int,
		@until(5.19) unsigned int, struct page **, void **); // 9d6b0cd75784
	int (*write_end)(struct file *, struct address_space *, loff_t, unsigned int,
		unsigned int, struct page *, void *);
	sector_t (*bmap)(struct address_space *, sector_t);
	@until(5.18) void (*invalidatepage)(struct page *, unsigned int, unsigned int); // f50015a596fa
	@since(5.18) void (*invalidate_folio)(struct folio *, size_t, size_t); // 128d1f8241d6
	@until(5.19) { // 704ead2bed1b, 08830c8bc6f6
		int (*releasepage)(struct page *, gfp_t);
		void (*freepage)(struct page *);
	}
	@since(5.19) {
		bool (*release_folio)(struct folio *, gfp_t); // fa29000b6b26
		void (*free_folio)(struct folio *); // d2329aa0c78f
	}
	ssize_t (*direct_IO)(struct kiocb *, struct iov_iter *);
	@until(6.0) { // 9d0ddc0cb575, 68f2736a8583
		int (*migratepage)(struct address_space *, struct page *, struct page *,
			enum migrate_mode);
		bool (*isolate_page)(struct page *, isolate_mode_t);
		void (*putback_page)(struct page *);
	}
	@since(6.0) int (*migrate_folio)(struct address_space *, struct folio *, struct folio *,
		enum migrate_mode); // 5490da4f06d1
	@until(5.18) { // affa80e8c6a2, 2e7e80f7ad43
		int (*launder_page)(struct page *);
		int (*is_partially_uptodate)(struct page *, unsigned long, unsigned long);
	}
	@since(5.18) {
		int (*launder_folio)(struct folio *);
		bool (*is_partially_uptodate)(struct folio *, size_t, size_t);
	}
	@until(5.19) void (*is_dirty_writeback)(struct page *, bool *, bool *); // 520f301c54fa
	@since(5.19) void (*is_dirty_writeback)(struct folio *, bool *, bool *);
	int (*error_remove_page)(struct address_space *, struct page *);
	int (*swap_activate)(struct swap_info_struct *, struct file *, sector_t *);
	void (*swap_deactivate)(struct file *);
	@since(5.19) int (*swap_rw)(struct kiocb *, struct iov_iter *); // e1209d3a7a67
};

@since(6.12)
struct address_space_operations {
	int (*writepage)(struct page *, struct writeback_control *);
	int (*read_folio)(struct file *, struct folio *);
	int (*writepages)(struct address_space *, struct writeback_control *);
	bool (*dirty_folio)(struct address_space *, struct folio *);
	void (*readahead)(struct readahead_control *);
	int (*write_begin)(struct file *, struct address_space *, loff_t, unsigned int,
		struct folio **, void **);
	int (*write_end)(struct file *, struct address_space *, loff_t, unsigned int, unsigned int,
		struct folio *, void *);
	sector_t (*bmap)(struct address_space *, sector_t);
	void (*invalidate_folio)(struct folio *, size_t, size_t);
	bool (*release_folio)(struct folio *, gfp_t);
	void (*free_folio)(struct folio *);
	ssize_t (*direct_IO)(struct kiocb *, struct iov_iter *);
	int (*migrate_folio)(struct address_space *, struct folio *, struct folio *,
		enum migrate_mode);
	int (*launder_folio)(struct folio *);
	bool (*is_partially_uptodate)(struct folio *, size_t, size_t);
	void (*is_dirty_writeback)(struct folio *, bool *, bool *);
	int (*error_remove_folio)(struct address_space *, struct folio *);
	int (*swap_activate)(struct swap_info_struct *, struct file *, sector_t *);
	void (*swap_deactivate)(struct file *);
	int (*swap_rw)(struct kiocb *, struct iov_iter *);
};

struct seq_operations {
	void *(*start)(struct seq_file *, loff_t *);
	void (*stop)(struct seq_file *, void *);
	void *(*next)(struct seq_file *, void *, loff_t *);
	int (*show)(struct seq_file *, void *);
};

@since(6.12)
enum freeze_holder {
	FREEZE_HOLDER_KERNEL = 1, FREEZE_HOLDER_USERSPACE, FREEZE_MAY_NEST = 4
};

struct super_operations {
	struct inode *(*alloc_inode)(struct super_block *);
	void (*destroy_inode)(struct inode *);
	void (*free_inode)(struct inode *);
	void (*dirty_inode)(struct inode *, int);
	int (*write_inode)(struct inode *, struct writeback_control *);
	int (*drop_inode)(struct inode *);
	void (*evict_inode)(struct inode *);
	void (*put_super)(struct super_block *);
	int (*sync_fs)(struct super_block *, int);
	@until(6.12) int (*freeze_super)(struct super_block *);
	@since(6.12) int (*freeze_super)(struct super_block *, enum freeze_holder);
	int (*freeze_fs)(struct super_block *);
	@until(6.12) int (*thaw_super)(struct super_block *);
	@since(6.12) int (*thaw_super)(struct super_block *, enum freeze_holder);
	int (*unfreeze_fs)(struct super_block *);
	int (*statfs)(struct dentry *, struct kstatfs *);
	@until(6.12) int (*remount_fs)(struct super_block *, int *, char *);
	@since(6.12) int (*remount_fs)(struct super_block *, int *, char *);
	void (*umount_begin)(struct super_block *);
	int (*show_options)(struct seq_file *, struct dentry *);
	int (*show_devname)(struct seq_file *, struct dentry *);
	int (*show_path)(struct seq_file *, struct dentry *);
	int (*show_stats)(struct seq_file *, struct dentry *);
	@until(6.12) {
		ssize_t (*quota_read)(struct super_block *, int, char *, size_t, loff_t);
		ssize_t (*quota_write)(struct super_block *, int, const char *, size_t, loff_t);
	}
	@since(6.12) {
		ssize_t (*quota_read)(struct super_block *, int, char *, size_t, loff_t);
		ssize_t (*quota_write)(struct super_block *, int, const char *, size_t, loff_t);
	}
	struct dquot **(*get_dquots)(struct inode *);
	long (*nr_cached_objects)(struct super_block *, struct shrink_control *);
	long (*free_cached_objects)(struct super_block *, struct shrink_control *);
	@since(6.12) void (*shutdown)(struct super_block *);
};

struct swap_cluster_info {
	spinlock_t lock;
	@until(6.12) {
		unsigned int data : 24, flags : 8;
	}
	@since(6.12) {
		u16 count;
		u8 flags, order;
		struct list_head list;
	}
};

@until(6.12)
struct swap_cluster_list { struct swap_cluster_info head, tail; };

struct swap_info_struct {
	struct percpu_ref users;
	unsigned long flags;
	short prio;
	struct plist_node list;
	signed char type;
	unsigned int max;
	unsigned char *swap_map;
	@since(6.12) unsigned long *zeromap;
	struct swap_cluster_info *cluster_info;
	@until(6.12) struct swap_cluster_list free_clusters;
	@since(6.12) {
		struct list_head free_clusters, full_clusters, nonfull_clusters[10];
		struct list_head frag_clusters[10];
		unsigned int frag_cluster_nr[10];
	}
	unsigned int lowest_bit, highest_bit, pages, inuse_pages, cluster_next, cluster_nr;
	unsigned int *cluster_next_cpu;
	struct percpu_cluster *percpu_cluster;
	struct rb_root swap_extent_root;
	struct block_device *bdev;
	struct file *swap_file;
	@until(6.12) unsigned int old_block_size;
	struct completion comp;
	spinlock_t lock, cont_lock;
	struct work_struct discard_work;
	@until(6.12) struct swap_cluster_list discard_clusters;
	@since(6.12) {
		struct work_struct reclaim_work;
		struct list_head discard_clusters;
	}
	struct plist_node avail_lists[0];
};

enum writeback_sync_modes { WB_SYNC_NONE, WB_SYNC_ALL };

struct folio_batch {
	unsigned char nr;
	@since(6.12) unsigned char i;
	bool percpu_pvec_drained;
	@until(6.12) struct folio *folios[15];
	@since(6.12) struct folio *folios[31];
};

struct writeback_control {
	long nr_to_write, pages_skipped;
	loff_t range_start, range_end;
	enum writeback_sync_modes sync_mode;
	unsigned int for_kupdate : 1, for_background : 1, tagged_writepages : 1;
	unsigned int for_reclaim : 1, range_cyclic : 1, for_sync : 1;
	@until(6.12) unsigned int unpinned_fscache_wb : 1;
	@since(6.12) unsigned int unpinned_netfs_wb : 1;
	unsigned int no_cgroup_owner : 1;
	@until(6.12) unsigned int punt_to_cgroup : 1;
	struct swap_iocb **swap_plug;
	@since(6.12) {
		struct list_head *list;
		struct folio_batch fbatch;
		unsigned long index;
		int saved_err;
	}
	struct bdi_writeback *wb;
	struct inode *inode;
	int wb_id, wb_lcand_id, wb_tcand_id;
	size_t wb_bytes, wb_lcand_bytes, wb_tcand_bytes;
};

struct fprop_local_percpu {
	struct percpu_counter events;
	unsigned int period;
	raw_spinlock_t lock;
};

enum wb_reason {
	WB_REASON_BACKGROUND, WB_REASON_VMSCAN, WB_REASON_SYNC, WB_REASON_PERIODIC,
	WB_REASON_LAPTOP_TIMER, WB_REASON_FS_FREE_SPACE, WB_REASON_FORKER_THREAD,
	WB_REASON_FOREIGN_FLUSH, WB_REASON_MAX
};

struct bdi_writeback {
	struct backing_dev_info *bdi;
	unsigned long state, last_old_flush;
	struct list_head b_dirty, b_io, b_more_io, b_dirty_time;
	spinlock_t list_lock;
	atomic_t writeback_inodes;
	struct percpu_counter stat[4];
	unsigned long bw_time_stamp, dirtied_stamp, written_stamp, write_bandwidth;
	unsigned long avg_write_bandwidth, dirty_ratelimit, balanced_dirty_ratelimit;
	struct fprop_local_percpu completions;
	int dirty_exceeded;
	enum wb_reason start_all_reason;
	spinlock_t work_lock;
	struct list_head work_list;
	struct delayed_work dwork, bw_dwork;
	@until(6.12) unsigned long dirty_sleep;
	struct list_head bdi_node;
	struct percpu_ref refcnt;
	struct fprop_local_percpu memcg_completions;
	struct cgroup_subsys_state *memcg_css;
	struct cgroup_subsys_state *blkcg_css;
	struct list_head memcg_node, blkcg_node, b_attached, offline_node;
	struct work_struct switch_work;
	struct llist_head switch_wbs_ctxs;
	union {
		struct work_struct release_work;
		struct callback_head rcu;
	};
};

struct backing_dev_info {
	u64 id;
	struct rb_node rb_node;
	struct list_head bdi_list;
	unsigned long ra_pages, io_pages;
	struct kref refcnt;
	unsigned int capabilities, min_ratio, max_ratio, max_prop_frac;
	atomic_long_t tot_write_bandwidth;
	@since(6.12) unsigned long last_bdp_sleep;
	struct bdi_writeback wb;
	struct list_head wb_list;
	struct xarray cgwb_tree;
	struct mutex cgwb_release_mutex;
	struct rw_semaphore wb_switch_rwsem;
	wait_queue_head_t wb_waitq;
	struct device *dev;
	@until(6.12) char dev_name[64];
	@since(6.12) char dev_name[64];
	struct device *owner;
	struct timer_list laptop_mode_wb_timer;
	struct dentry *debug_dir;
};

struct wb_writeback_work {
	long nr_pages;
	struct super_block *sb;
	enum writeback_sync_modes sync_mode;
	unsigned int tagged_writepages : 1, for_kupdate : 1, range_cyclic : 1, for_background : 1;
	unsigned int for_sync : 1, auto_free : 1;
	enum wb_reason reason;
	struct list_head list;
	struct wb_completion *done;
};
