/* Pipes, locks on files, polls and other state of the file layer: all members, all offsets. */

struct pipe_inode_info {
	struct mutex mutex;
	wait_queue_head_t rd_wait, wr_wait;
	unsigned int head, tail, max_usage, ring_size, nr_accounted, readers, writers, files;
	unsigned int r_counter, w_counter;
	bool poll_usage;
	struct page *tmp_page;
	struct fasync_struct *fasync_readers;
	struct fasync_struct *fasync_writers;
	struct pipe_buffer *bufs;
	struct user_struct *user;
};

struct pipe_buffer {
	struct page *page;
	unsigned int offset, len;
	const struct pipe_buf_operations *ops;
	unsigned int flags;
	unsigned long private;
};

struct nfs_lock_info {
	u32 state;
	struct nlm_lockowner *owner;
	struct list_head list;
};

struct nfs4_lock_info { struct nfs4_lock_state *owner; };

@since(6.12)
struct file_lock_core {
	struct file_lock_core *flc_blocker;
	struct list_head flc_list;
	struct hlist_node flc_link;
	struct list_head flc_blocked_requests, flc_blocked_member;
	fl_owner_t flc_owner;
	unsigned int flc_flags;
	unsigned char flc_type;
	pid_t flc_pid;
	int flc_link_cpu;
	wait_queue_head_t flc_wait;
	struct file *flc_file;
};

struct file_lock {
	@until(6.12) {
		struct file_lock *fl_blocker;
		struct list_head fl_list;
		struct hlist_node fl_link;
		struct list_head fl_blocked_requests, fl_blocked_member;
		fl_owner_t fl_owner;
		unsigned int fl_flags;
		unsigned char fl_type;
		unsigned int fl_pid;
		int fl_link_cpu;
		wait_queue_head_t fl_wait;
		struct file *fl_file;
	}
	@since(6.12) struct file_lock_core c;
	loff_t fl_start, fl_end;
	@until(6.12) {
		struct fasync_struct *fl_fasync;
		unsigned long fl_break_time, fl_downgrade_time;
	}
	const struct file_lock_operations *fl_ops;
	const struct lock_manager_operations *fl_lmops;
	union {
		struct nfs_lock_info nfs_fl;
		struct nfs4_lock_info nfs4_fl;
		struct {
			struct list_head link;
			int state;
			unsigned int debug_id;
		} afs;
		@since(6.12) struct {
			struct inode *inode;
		} ceph;
	} fl_u;
};

struct p_log {
	const char *prefix;
	struct fc_log *log;
};

enum fs_context_purpose {
	FS_CONTEXT_FOR_MOUNT, FS_CONTEXT_FOR_SUBMOUNT, FS_CONTEXT_FOR_RECONFIGURE
};

enum fs_context_phase {
	FS_CONTEXT_CREATE_PARAMS, FS_CONTEXT_CREATING, FS_CONTEXT_AWAITING_MOUNT,
	FS_CONTEXT_AWAITING_RECONF, FS_CONTEXT_RECONF_PARAMS, FS_CONTEXT_RECONFIGURING,
	FS_CONTEXT_FAILED
};

struct fs_context {
	const struct fs_context_operations *ops;
	struct mutex uapi_mutex;
	struct file_system_type *fs_type;
	void *fs_private;
	void *sget_key;
	struct dentry *root;
	struct user_namespace *user_ns;
	struct net *net_ns;
	const struct cred *cred;
	struct p_log log;
	@until(6.12) const char *source;
	@since(6.12) const char *source;
	void *security;
	void *s_fs_info;
	unsigned int sb_flags, sb_flags_mask, s_iflags;
	enum fs_context_purpose purpose : 8;
	enum fs_context_phase phase : 8;
	bool need_free : 1, global : 1, oldapi : 1;
	@since(6.12) bool exclusive : 1;
};

typedef struct { uid_t val; } vfsuid_t;
typedef struct { gid_t val; } vfsgid_t;

struct iattr {
	unsigned int ia_valid;
	umode_t ia_mode;
	union {
		kuid_t ia_uid;
		vfsuid_t ia_vfsuid;
	};
	union {
		kgid_t ia_gid;
		vfsgid_t ia_vfsgid;
	};
	loff_t ia_size;
	struct timespec64 ia_atime, ia_mtime, ia_ctime;
	struct file *ia_file;
};

struct kernfs_root {
	struct kernfs_node *kn;
	unsigned int flags;
	struct idr ino_idr;
	u32 last_id_lowbits, id_highbits;
	struct kernfs_syscall_ops *syscall_ops;
	struct list_head supers;
	wait_queue_head_t deactivate_waitq;
	struct rw_semaphore kernfs_rwsem;
	@since(6.12) {
		struct rw_semaphore kernfs_iattr_rwsem, kernfs_supers_rwsem;
		struct callback_head rcu;
	}
};

struct kvec {
	void *iov_base;
	size_t iov_len;
};

struct readahead_control {
	struct file *file;
	struct address_space *mapping;
	struct file_ra_state *ra;
	unsigned long _index;
	unsigned int _nr_pages, _batch_count;
	bool _workingset;
	unsigned long _pflags;
};

struct delayed_call {
	void (*fn)(void *);
	void *arg;
};

struct saved {
	struct path link;
	struct delayed_call done;
	const char *name;
	unsigned int seq;
};

struct nameidata {
	struct path path;
	struct qstr last;
	struct path root;
	struct inode *inode;
	unsigned int flags, state, seq, next_seq, m_seq, r_seq;
	int last_type;
	unsigned int depth;
	int total_link_count;
	struct saved *stack;
	struct saved internal[2];
	struct filename *name;
	struct nameidata *saved;
	unsigned int root_seq;
	int dfd;
	@until(6.12) kuid_t dir_uid;
	@since(6.12) vfsuid_t dir_vfsuid;
	umode_t dir_mode;
};

struct fasync_struct {
	rwlock_t fa_lock;
	int magic, fa_fd;
	struct fasync_struct *fa_next;
	struct file *fa_file;
	struct callback_head fa_rcu;
};

struct posix_acl_entry {
	short e_tag;
	unsigned short e_perm;
	union {
		kuid_t e_uid;
		kgid_t e_gid;
	};
};

struct posix_acl {
	refcount_t a_refcount;
	struct callback_head a_rcu;
	unsigned int a_count;
	struct posix_acl_entry a_entries[0];
};

typedef struct { int val[2]; } __kernel_fsid_t;

struct kstatfs {
	long f_type, f_bsize;
	u64 f_blocks, f_bfree, f_bavail, f_files, f_ffree;
	__kernel_fsid_t f_fsid;
	long f_namelen, f_frsize, f_flags;
	long f_spare[4];
};

typedef void (*poll_queue_proc)(struct file *, wait_queue_head_t *, struct poll_table_struct *);

struct poll_table_struct {
	poll_queue_proc _qproc;
	__poll_t _key;
};

typedef int (*proc_write_t)(struct file *, char *, size_t);
typedef u32 nlink_t;

struct proc_dir_entry {
	atomic_t in_use;
	refcount_t refcnt;
	struct list_head pde_openers;
	spinlock_t pde_unload_lock;
	struct completion *pde_unload_completion;
	const struct inode_operations *proc_iops;
	union {
		const struct proc_ops *proc_ops;
		const struct file_operations *proc_dir_ops;
	};
	const struct dentry_operations *proc_dops;
	union {
		const struct seq_operations *seq_ops;
		int (*single_show)(struct seq_file *, void *);
	};
	proc_write_t write;
	void *data;
	unsigned int state_size, low_ino;
	nlink_t nlink;
	kuid_t uid;
	kgid_t gid;
	loff_t size;
	struct proc_dir_entry *parent;
	struct rb_root subdir;
	struct rb_node subdir_node;
	char *name;
	umode_t mode;
	u8 flags, namelen;
	char inline_name[0];
};

struct open_flags {
	int open_flag;
	umode_t mode;
	int acc_mode, intent, lookup_flags;
};

struct tty_driver {
	struct kref kref;
	struct cdev **cdevs;
	struct module *owner;
	const char *driver_name;
	const char *name;
	int name_base, major, minor_start;
	unsigned int num;
	short type, subtype;
	struct ktermios init_termios;
	unsigned long flags;
	struct proc_dir_entry *proc_entry;
	struct tty_driver *other;
	struct tty_struct **ttys;
	struct tty_port **ports;
	struct ktermios **termios;
	void *driver_state;
	const struct tty_operations *ops;
	struct list_head tty_drivers;
};

struct inotify_group_private_data {
	spinlock_t idr_lock;
	struct idr idr;
	struct ucounts *ucounts;
};

struct fanotify_group_private_data {
	struct hlist_head *merge_hash;
	struct list_head access_list;
	wait_queue_head_t access_waitq;
	int flags, f_flags;
	struct ucounts *ucounts;
	mempool_t error_events_pool;
};

@since(6.12)
enum fsnotify_group_prio {
	FSNOTIFY_PRIO_NORMAL, FSNOTIFY_PRIO_CONTENT, FSNOTIFY_PRIO_PRE_CONTENT,
	__FSNOTIFY_PRIO_NUM
};

struct fsnotify_group {
	const struct fsnotify_ops *ops;
	refcount_t refcnt;
	spinlock_t notification_lock;
	struct list_head notification_list;
	wait_queue_head_t notification_waitq;
	unsigned int q_len, max_events;
	@until(6.12) unsigned int priority;
	@since(6.12) enum fsnotify_group_prio priority;
	bool shutdown;
	int flags;
	unsigned int owner_flags;
	struct mutex mark_mutex;
	atomic_t user_waits;
	struct list_head marks_list;
	struct fasync_struct *fsn_fa;
	struct fsnotify_event *overflow_event;
	struct mem_cgroup *memcg;
	union {
		void *private;
		struct inotify_group_private_data inotify_data;
		struct fanotify_group_private_data fanotify_data;
	};
};

struct eventpoll {
	struct mutex mtx;
	wait_queue_head_t wq, poll_wait;
	struct list_head rdllist;
	spinlock_t lock;
	@since(6.12) seqcount_spinlock_t seq;
	struct rb_root_cached rbr;
	struct epitem *ovflist;
	struct wakeup_source *ws;
	struct user_struct *user;
	struct file *file;
	u64 gen;
	struct hlist_head refs;
	u8 loop_check_depth;
	refcount_t refcount;
	struct callback_head rcu;
	unsigned int napi_id;
	@since(6.12) {
		u32 busy_poll_usecs;
		u16 busy_poll_budget;
		bool prefer_busy_poll;
	}
};

struct epoll_filefd {
	struct file *file;
	int fd;
} __attribute__((packed));

struct epitem {
	union {
		struct rb_node rbn;
		struct callback_head rcu;
	};
	struct list_head rdllink;
	@until(6.12) struct epitem *next;
	@since(6.12) struct epitem *ovflist_next;
	struct epoll_filefd ffd;
	bool dying;
	struct eppoll_entry *pwqlist;
	struct eventpoll *ep;
	struct hlist_node fllink;
	struct wakeup_source *ws;
	struct epoll_event event;
};

struct io_uring_cmd {
	struct file *file;
	@until(6.12) {
		const void *cmd;
		union {
			void (*task_work_cb)(struct io_uring_cmd *, unsigned int);
			void *cookie;
		};
	}
	@since(6.12) {
		const struct io_uring_sqe *sqe;
		void (*task_work_cb)(struct io_uring_cmd *, unsigned int);
	}
	u32 cmd_op, flags;
	u8 pdu[32];
};

typedef bool (*filldir_t)(struct dir_context *, const char *, int, loff_t, u64, unsigned int);

struct dir_context {
	filldir_t actor;
	loff_t pos;
};

struct fd {
	@until(6.12) {
		struct file *file;
		unsigned int flags;
	}
	@since(6.12) unsigned long word;
};

struct inotify_event {
	__s32 wd;
	__u32 mask, cookie, len;
	char name[0];
};

struct file_handle {
	__u32 handle_bytes;
	int handle_type;
	unsigned char f_handle[0];
};

typedef int (*request_key_actor_t)(struct key *, void *);

struct key_type {
	const char *name;
	size_t def_datalen;
	unsigned int flags;
	int (*vet_description)(const char *);
	int (*preparse)(struct key_preparsed_payload *);
	void (*free_preparse)(struct key_preparsed_payload *);
	int (*instantiate)(struct key *, struct key_preparsed_payload *);
	int (*update)(struct key *, struct key_preparsed_payload *);
	int (*match_preparse)(struct key_match_data *);
	void (*match_free)(struct key_match_data *);
	void (*revoke)(struct key *);
	void (*destroy)(struct key *);
	void (*describe)(const struct key *, struct seq_file *);
	long (*read)(const struct key *, char *, size_t);
	request_key_actor_t request_key;
	struct key_restriction *(*lookup_restriction)(const char *);
	int (*asym_query)(const struct kernel_pkey_params *, struct kernel_pkey_query *);
	int (*asym_eds_op)(struct kernel_pkey_params *, const void *, void *);
	int (*asym_verify_signature)(struct kernel_pkey_params *, const void *, const void *);
	atomic64_t index_id;
	struct list_head link;
	struct lock_class_key lock_class;
};

struct file_clone_range {
	__s64 src_fd;
	__u64 src_offset, src_length, dest_offset;
};

struct fileattr {
	u32 flags, fsx_xflags, fsx_extsize, fsx_nextents, fsx_projid, fsx_cowextsize;
	bool flags_valid : 1, fsx_valid : 1;
};
