/* Files, directories and file systems: all members, all offsets. */

struct path {
	struct vfsmount *mnt;
	struct dentry *dentry;
};

typedef unsigned int fmode_t;
typedef struct qrwlock arch_rwlock_t;

struct qrwlock {
	union {
		atomic_t cnts;
		struct {
			u8 wlocked;
			u8 __lstate[3];
		};
	};
	arch_spinlock_t wait_lock;
};

typedef struct { arch_rwlock_t raw_lock; } rwlock_t;
enum pid_type { PIDTYPE_PID, PIDTYPE_TGID, PIDTYPE_PGID, PIDTYPE_SID, PIDTYPE_MAX };

struct fown_struct {
	@since(6.12) struct file *file;
	rwlock_t lock;
	struct pid *pid;
	enum pid_type pid_type;
	kuid_t uid, euid;
	int signum;
};

struct file_ra_state {
	unsigned long start;
	unsigned int size, async_size, ra_pages, mmap_miss;
	loff_t prev_pos;
};

typedef u32 errseq_t;

@since(6.12)
typedef struct {
	unsigned long v;
} freeptr_t;

struct file {
	@until(6.12) union {
		struct llist_node f_llist;
		struct callback_head f_rcuhead;
		unsigned int f_iocb_flags;
	};
	@since(6.12) {
		atomic_long_t f_count;
		spinlock_t f_lock;
		fmode_t f_mode;
		const struct file_operations *f_op;
		struct address_space *f_mapping;
		void *private_data;
		struct inode *f_inode;
		unsigned int f_flags, f_iocb_flags;
		const struct cred *f_cred;
	}
	struct path f_path;
	@until(6.12) {
		struct inode *f_inode;
		const struct file_operations *f_op;
		spinlock_t f_lock;
		atomic_long_t f_count;
		unsigned int f_flags;
		fmode_t f_mode;
		struct mutex f_pos_lock;
	}
	@since(6.12) union {
		struct mutex f_pos_lock;
		u64 f_pipe;
	};
	loff_t f_pos;
	@until(6.12) {
		struct fown_struct f_owner;
		const struct cred *f_cred;
		struct file_ra_state f_ra;
		u64 f_version;
	}
	void *f_security;
	@until(6.12) {
		void *private_data;
		struct hlist_head *f_ep;
		struct address_space *f_mapping;
	}
	@since(6.12) struct fown_struct *f_owner;
	errseq_t f_wb_err, f_sb_err;
	@since(6.12) {
		struct hlist_head *f_ep;
		union {
			struct callback_head f_task_work;
			struct llist_node f_llist;
			struct file_ra_state f_ra;
			freeptr_t f_freeptr;
		};
	}
};

struct qstr {
	union {
		struct { u32 hash, len; };
		u64 hash_len;
	};
	const unsigned char *name;
};

struct lockref {
	union {
		__u64 lock_count;
		struct {
			spinlock_t lock;
			int count;
		};
	};
};

struct dentry {
	unsigned int d_flags;
	seqcount_spinlock_t d_seq;
	struct hlist_bl_node d_hash;
	struct dentry *d_parent;
	struct qstr d_name;
	struct inode *d_inode;
	@until(6.12) {
		unsigned char d_iname[32];
		struct lockref d_lockref;
	}
	@since(6.12) unsigned char d_iname[40];
	const struct dentry_operations *d_op;
	struct super_block *d_sb;
	unsigned long d_time;
	void *d_fsdata;
	@since(6.12) struct lockref d_lockref;
	union {
		struct list_head d_lru;
		wait_queue_head_t *d_wait;
	};
	@until(6.12) {
		struct list_head d_child, d_subdirs;
	}
	@since(6.12) {
		struct hlist_node d_sib;
		struct hlist_head d_children;
	}
	union {
		struct hlist_node d_alias;
		struct hlist_bl_node d_in_lookup_hash;
		struct callback_head d_rcu;
	} d_u;
};

typedef u64 blkcnt_t;

struct address_space {
	struct inode *host;
	struct xarray i_pages;
	struct rw_semaphore invalidate_lock;
	gfp_t gfp_mask;
	atomic_t i_mmap_writable;
	struct rb_root_cached i_mmap;
	@until(6.12) struct rw_semaphore i_mmap_rwsem;
	unsigned long nrpages, writeback_index;
	const struct address_space_operations *a_ops;
	unsigned long flags;
	errseq_t wb_err;
	@until(6.12) {
		spinlock_t private_lock;
		struct list_head private_list;
		void *private_data;
	}
	@since(6.12) {
		spinlock_t i_private_lock;
		struct list_head i_private_list;
		struct rw_semaphore i_mmap_rwsem;
		void *i_private_data;
	}
};

@since(6.12)
enum rw_hint {
	WRITE_LIFE_NOT_SET, WRITE_LIFE_NONE, WRITE_LIFE_SHORT, WRITE_LIFE_MEDIUM,
	WRITE_LIFE_LONG, WRITE_LIFE_EXTREME
} __attribute__((packed));

struct inode {
	umode_t i_mode;
	unsigned short i_opflags;
	kuid_t i_uid;
	kgid_t i_gid;
	unsigned int i_flags;
	struct posix_acl *i_acl;
	struct posix_acl *i_default_acl;
	const struct inode_operations *i_op;
	struct super_block *i_sb;
	struct address_space *i_mapping;
	void *i_security;
	unsigned long i_ino;
	union {
		const unsigned int i_nlink;
		unsigned int __i_nlink;
	};
	dev_t i_rdev;
	loff_t i_size;
	@until(6.12) {
		struct timespec64 i_atime, i_mtime, i_ctime;
	}
	@since(6.12) {
		time64_t i_atime_sec, i_mtime_sec, i_ctime_sec;
		u32 i_atime_nsec, i_mtime_nsec, i_ctime_nsec, i_generation;
	}
	spinlock_t i_lock;
	unsigned short i_bytes;
	u8 i_blkbits;
	@until(6.12) u8 i_write_hint;
	@since(6.12) enum rw_hint i_write_hint;
	blkcnt_t i_blocks;
	@until(6.12) unsigned long i_state;
	@since(6.12) u32 i_state;
	struct rw_semaphore i_rwsem;
	unsigned long dirtied_when, dirtied_time_when;
	struct hlist_node i_hash;
	struct list_head i_io_list;
	struct bdi_writeback *i_wb;
	int i_wb_frn_winner;
	u16 i_wb_frn_avg_time, i_wb_frn_history;
	struct list_head i_lru, i_sb_list, i_wb_list;
	union {
		struct hlist_head i_dentry;
		struct callback_head i_rcu;
	};
	atomic64_t i_version, i_sequence;
	atomic_t i_count, i_dio_count, i_writecount, i_readcount;
	union {
		const struct file_operations *i_fop;
		void (*free_inode)(struct inode *);
	};
	struct file_lock_context *i_flctx;
	struct address_space i_data;
	struct list_head i_devices;
	union {
		struct pipe_inode_info *i_pipe;
		struct cdev *i_cdev;
		@until(6.12) char *i_link;
		@since(6.12) char *i_link;
		unsigned int i_dir_seq;
	};
	@until(6.12) __u32 i_generation;
	__u32 i_fsnotify_mask;
	struct fsnotify_mark_connector *i_fsnotify_marks;
	@until(6.12) struct fscrypt_info *i_crypt_info;
	@since(6.12) struct fscrypt_inode_info *i_crypt_info;
	struct fsverity_info *i_verity_info;
	void *i_private;
};

struct hlist_bl_head { struct hlist_bl_node *first; };
typedef long long qsize_t;

struct mem_dqinfo {
	struct quota_format_type *dqi_format;
	int dqi_fmt_id;
	struct list_head dqi_dirty_list;
	unsigned long dqi_flags;
	unsigned int dqi_bgrace, dqi_igrace;
	qsize_t dqi_max_spc_limit, dqi_max_ino_limit;
	void *dqi_priv;
};

struct quota_info {
	unsigned int flags;
	struct rw_semaphore dqio_sem;
	struct inode *files[3];
	struct mem_dqinfo info[3];
	const struct quota_format_ops *ops[3];
};

struct rcu_sync {
	int gp_state, gp_count;
	wait_queue_head_t gp_wait;
	struct callback_head cb_head;
};

struct percpu_rw_semaphore {
	struct rcu_sync rss;
	unsigned int *read_count;
	struct rcuwait writer;
	wait_queue_head_t waiters;
	atomic_t block;
};

struct sb_writers {
	@until(6.12) {
		int frozen;
		wait_queue_head_t wait_unfrozen;
	}
	@since(6.12) {
		unsigned short frozen;
		int freeze_kcount, freeze_ucount;
	}
	struct percpu_rw_semaphore rw_sem[3];
};

typedef struct { __u8 b[16]; } uuid_t;

struct shrinker {
	unsigned long (*count_objects)(struct shrinker *, struct shrink_control *);
	unsigned long (*scan_objects)(struct shrinker *, struct shrink_control *);
	long batch;
	int seeks;
	unsigned int flags;
	@since(6.12) {
		refcount_t refcount;
		struct completion done;
		struct callback_head rcu;
		void *private_data;
	}
	struct list_head list;
	int id;
	atomic_long_t *nr_deferred;
};

struct list_lru {
	struct list_lru_node *node;
	struct list_head list;
	int shrinker_id;
	bool memcg_aware;
	struct xarray xa;
};

@until(6.12)
struct super_block {
	struct list_head s_list;
	dev_t s_dev;
	unsigned char s_blocksize_bits;
	unsigned long s_blocksize;
	loff_t s_maxbytes;
	struct file_system_type *s_type;
	const struct super_operations *s_op;
	const struct dquot_operations *dq_op;
	const struct quotactl_ops *s_qcop;
	const struct export_operations *s_export_op;
	unsigned long s_flags, s_iflags, s_magic;
	struct dentry *s_root;
	struct rw_semaphore s_umount;
	int s_count;
	atomic_t s_active;
	void *s_security;
	const struct xattr_handler **s_xattr;
	const struct fscrypt_operations *s_cop;
	struct fscrypt_keyring *s_master_keys;
	const struct fsverity_operations *s_vop;
	struct unicode_map *s_encoding;
	__u16 s_encoding_flags;
	struct hlist_bl_head s_roots;
	struct list_head s_mounts;
	struct block_device *s_bdev;
	struct backing_dev_info *s_bdi;
	struct mtd_info *s_mtd;
	struct hlist_node s_instances;
	unsigned int s_quota_types;
	struct quota_info s_dquot;
	struct sb_writers s_writers;
	void *s_fs_info;
	u32 s_time_gran;
	time64_t s_time_min, s_time_max;
	__u32 s_fsnotify_mask;
	struct fsnotify_mark_connector *s_fsnotify_marks;
	char s_id[32];
	uuid_t s_uuid;
	unsigned int s_max_links;
	fmode_t s_mode;
	struct mutex s_vfs_rename_mutex;
	const char *s_subtype;
	const struct dentry_operations *s_d_op;
	struct shrinker s_shrink;
	atomic_long_t s_remove_count, s_fsnotify_connectors;
	int s_readonly_remount;
	errseq_t s_wb_err;
	struct workqueue_struct *s_dio_done_wq;
	struct hlist_head s_pins;
	struct user_namespace *s_user_ns;
	struct list_lru s_dentry_lru, s_inode_lru;
	struct callback_head rcu;
	struct work_struct destroy_work;
	struct mutex s_sync_lock;
	int s_stack_depth;
	spinlock_t s_inode_list_lock __attribute__((aligned(64)));
	struct list_head s_inodes;
	spinlock_t s_inode_wblist_lock;
	struct list_head s_inodes_wb;
};

@since(6.12)
struct super_block {
	struct list_head s_list;
	dev_t s_dev;
	unsigned char s_blocksize_bits;
	unsigned long s_blocksize;
	loff_t s_maxbytes;
	struct file_system_type *s_type;
	const struct super_operations *s_op;
	const struct dquot_operations *dq_op;
	const struct quotactl_ops *s_qcop;
	const struct export_operations *s_export_op;
	unsigned long s_flags, s_iflags, s_magic;
	struct dentry *s_root;
	struct rw_semaphore s_umount;
	int s_count;
	atomic_t s_active;
	void *s_security;
	const struct xattr_handler *const *s_xattr;
	const struct fscrypt_operations *s_cop;
	struct fscrypt_keyring *s_master_keys;
	const struct fsverity_operations *s_vop;
	struct unicode_map *s_encoding;
	__u16 s_encoding_flags;
	struct hlist_bl_head s_roots;
	struct list_head s_mounts;
	struct block_device *s_bdev;
	struct file *s_bdev_file;
	struct backing_dev_info *s_bdi;
	struct mtd_info *s_mtd;
	struct hlist_node s_instances;
	unsigned int s_quota_types;
	struct quota_info s_dquot;
	struct sb_writers s_writers;
	void *s_fs_info;
	u32 s_time_gran;
	time64_t s_time_min, s_time_max;
	u32 s_fsnotify_mask;
	struct fsnotify_sb_info *s_fsnotify_info;
	char s_id[32];
	uuid_t s_uuid;
	u8 s_uuid_len;
	char s_sysfs_name[37];
	unsigned int s_max_links;
	struct mutex s_vfs_rename_mutex;
	const char *s_subtype;
	const struct dentry_operations *s_d_op;
	struct shrinker *s_shrink;
	atomic_long_t s_remove_count;
	int s_readonly_remount;
	errseq_t s_wb_err;
	struct workqueue_struct *s_dio_done_wq;
	struct hlist_head s_pins;
	struct user_namespace *s_user_ns;
	struct list_lru s_dentry_lru, s_inode_lru;
	struct callback_head rcu;
	struct work_struct destroy_work;
	struct mutex s_sync_lock;
	int s_stack_depth;
	spinlock_t s_inode_list_lock __attribute__((aligned(16)));
	struct list_head s_inodes;
	spinlock_t s_inode_wblist_lock;
	struct list_head s_inodes_wb;
} __attribute__((aligned(32)));

struct vfsmount {
	struct dentry *mnt_root;
	struct super_block *mnt_sb;
	int mnt_flags;
	@until(6.12) struct user_namespace *mnt_userns;
	@since(6.12) struct mnt_idmap *mnt_idmap;
};

struct file_system_type {
	const char *name;
	int fs_flags;
	int (*init_fs_context)(struct fs_context *);
	const struct fs_parameter_spec *parameters;
	struct dentry *(*mount)(struct file_system_type *, int, const char *, void *);
	void (*kill_sb)(struct super_block *);
	struct module *owner;
	struct file_system_type *next;
	struct hlist_head fs_supers;
	struct lock_class_key s_lock_key, s_umount_key, s_vfs_rename_key;
	struct lock_class_key s_writers_key[3];
	struct lock_class_key i_lock_key, i_mutex_key, invalidate_lock_key, i_mutex_dir_key;
};
