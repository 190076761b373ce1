/* Mounts, tables of files, and what calls of the file layer pass: all members, all offsets. */

struct mnt_namespace {
	struct ns_common ns;
	struct mount *root;
	@until(6.12) {
		struct list_head list;
		spinlock_t ns_lock;
	}
	@since(6.12) struct rb_root mounts;
	struct user_namespace *user_ns;
	struct ucounts *ucounts;
	u64 seq;
	wait_queue_head_t poll;
	u64 event;
	@until(6.12) unsigned int mounts;
	@since(6.12) unsigned int nr_mounts;
	unsigned int pending_mounts;
	@since(6.12) {
		struct rb_node mnt_ns_tree_node;
		refcount_t passive;
	}
};

struct fdtable {
	unsigned int max_fds;
	struct file **fd;
	unsigned long *close_on_exec;
	unsigned long *open_fds;
	unsigned long *full_fds_bits;
	struct callback_head rcu;
};

struct files_struct {
	atomic_t count;
	bool resize_in_progress;
	wait_queue_head_t resize_wait;
	struct fdtable *fdt;
	struct fdtable fdtab;
	spinlock_t file_lock __attribute__((aligned(64)));
	unsigned int next_fd;
	unsigned long close_on_exec_init[1];
	unsigned long open_fds_init[1];
	unsigned long full_fds_bits_init[1];
	struct file *fd_array[64];
};

struct mount {
	struct hlist_node mnt_hash;
	struct mount *mnt_parent;
	struct dentry *mnt_mountpoint;
	struct vfsmount mnt;
	union {
		@since(6.12) struct rb_node mnt_node;
		struct callback_head mnt_rcu;
		struct llist_node mnt_llist;
	};
	struct mnt_pcp *mnt_pcp;
	struct list_head mnt_mounts, mnt_child, mnt_instance;
	@until(6.12) const char *mnt_devname;
	@since(6.12) const char *mnt_devname;
	struct list_head mnt_list, mnt_expire, mnt_share, mnt_slave_list, mnt_slave;
	struct mount *mnt_master;
	struct mnt_namespace *mnt_ns;
	struct mountpoint *mnt_mp;
	union {
		struct hlist_node mnt_mp_list, mnt_umount;
	};
	struct list_head mnt_umounting;
	struct fsnotify_mark_connector *mnt_fsnotify_marks;
	__u32 mnt_fsnotify_mask;
	int mnt_id;
	@since(6.12) u64 mnt_id_unique;
	int mnt_group_id, mnt_expiry_mark;
	struct hlist_head mnt_pins, mnt_stuck_children;
};

struct fs_struct {
	int users;
	spinlock_t lock;
	seqcount_spinlock_t seq;
	int umask, in_exec;
	struct path root, pwd;
};

typedef unsigned int __poll_t;
typedef u64 sector_t;

struct iovec {
	void *iov_base;
	__kernel_size_t iov_len;
};

struct iov_iter {
	u8 iter_type;
	bool nofault, data_source;
	@until(6.12) {
		bool user_backed;
		union {
			size_t iov_offset;
			int last_offset;
		};
		size_t count;
	}
	@since(6.12) size_t iov_offset;
	union {
		@until(6.12) {
			const struct iovec *iov;
			const struct kvec *kvec;
			const struct bio_vec *bvec;
			struct xarray *xarray;
			struct pipe_inode_info *pipe;
			void *ubuf;
		}
		@since(6.12) {
			struct iovec __ubuf_iovec;
			struct {
				union {
					const struct iovec *__iov;
					const struct kvec *kvec;
					const struct bio_vec *bvec;
					const struct folio_queue *folioq;
					struct xarray *xarray;
					void *ubuf;
				};
				size_t count;
			};
		}
	};
	union {
		unsigned long nr_segs;
		@until(6.12) struct {
			unsigned int head, start_head;
		};
		@since(6.12) u8 folioq_slot;
		loff_t xarray_start;
	};
};

struct seq_file {
	char *buf;
	size_t size, from, count, pad_until;
	loff_t index, read_pos;
	struct mutex lock;
	const struct seq_operations *op;
	int poll_event;
	const struct file *file;
	void *private;
};

typedef __kernel_long_t __kernel_ssize_t;
typedef __kernel_ssize_t ssize_t;

struct kiocb {
	struct file *ki_filp;
	loff_t ki_pos;
	void (*ki_complete)(struct kiocb *, long);
	void *private;
	int ki_flags;
	u16 ki_ioprio;
	@until(6.12) struct wait_page_queue *ki_waitq;
	@since(6.12) union {
		struct wait_page_queue *ki_waitq;
		ssize_t (*dio_complete)(void *);
	};
};

struct renamedata {
	@until(6.12) struct user_namespace *old_mnt_userns;
	@since(6.12) struct mnt_idmap *old_mnt_idmap;
	struct inode *old_dir;
	struct dentry *old_dentry;
	@until(6.12) struct user_namespace *new_mnt_userns;
	@since(6.12) struct mnt_idmap *new_mnt_idmap;
	struct inode *new_dir;
	struct dentry *new_dentry;
	struct inode **delegated_inode;
	unsigned int flags;
};

struct filename {
	const char *name;
	const char *uptr;
	atomic_t refcnt;
	struct audit_names *aname;
	const char iname[0];
};

struct open_how { __u64 flags, mode, resolve; };

struct kstat {
	u32 result_mask;
	umode_t mode;
	unsigned int nlink;
	uint32_t blksize;
	u64 attributes, attributes_mask, ino;
	dev_t dev, rdev;
	kuid_t uid;
	kgid_t gid;
	loff_t size;
	struct timespec64 atime, mtime, ctime, btime;
	u64 blocks, mnt_id;
	u32 dio_mem_align, dio_offset_align;
	@since(6.12) {
		u64 change_cookie, subvol;
		u32 atomic_write_unit_min, atomic_write_unit_max;
		u32 atomic_write_segments_max;
	}
};

struct fsnotify_mark {
	__u32 mask;
	refcount_t refcnt;
	struct fsnotify_group *group;
	struct list_head g_list;
	spinlock_t lock;
	struct hlist_node obj_list;
	struct fsnotify_mark_connector *connector;
	__u32 ignore_mask;
	unsigned int flags;
};

typedef void bh_end_io_t(struct buffer_head *, int);

struct buffer_head {
	unsigned long b_state;
	struct buffer_head *b_this_page;
	@until(6.12) struct page *b_page;
	@since(6.12) union {
		struct page *b_page;
		struct folio *b_folio;
	};
	sector_t b_blocknr;
	size_t b_size;
	@until(6.12) char *b_data;
	@since(6.12) char *b_data;
	struct block_device *b_bdev;
	bh_end_io_t *b_end_io;
	void *b_private;
	struct list_head b_assoc_buffers;
	struct address_space *b_assoc_map;
	atomic_t b_count;
	spinlock_t b_uptodate_lock;
};

struct ld_semaphore {
	atomic_long_t count;
	raw_spinlock_t wait_lock;
	unsigned int wait_readers;
	struct list_head read_wait, write_wait;
};

typedef unsigned int tcflag_t;
typedef unsigned char cc_t;
typedef unsigned int speed_t;

struct ktermios {
	tcflag_t c_iflag, c_oflag, c_cflag, c_lflag;
	cc_t c_line;
	cc_t c_cc[19];
	speed_t c_ispeed, c_ospeed;
};

struct winsize { unsigned short ws_row, ws_col, ws_xpixel, ws_ypixel; };

struct tty_struct {
	struct kref kref;
	@since(6.12) int index;
	struct device *dev;
	struct tty_driver *driver;
	@since(6.12) struct tty_port *port;
	const struct tty_operations *ops;
	@until(6.12) int index;
	@since(6.12) struct tty_ldisc *ldisc;
	struct ld_semaphore ldisc_sem;
	@until(6.12) struct tty_ldisc *ldisc;
	struct mutex atomic_write_lock, legacy_mutex, throttle_mutex;
	struct rw_semaphore termios_rwsem;
	struct mutex winsize_mutex;
	struct ktermios termios, termios_locked;
	@until(6.12) char name[64];
	@since(6.12) char name[64];
	unsigned long flags;
	int count;
	@since(6.12) unsigned int receive_room;
	struct winsize winsize;
	struct {
		spinlock_t lock;
		bool stopped, tco_stopped;
		@until(6.12) unsigned long unused[0];
	} flow;
	struct {
		@until(6.12) spinlock_t lock;
		struct pid *pgrp;
		struct pid *session;
		@since(6.12) spinlock_t lock;
		unsigned char pktstatus;
		bool packet;
		@until(6.12) unsigned long unused[0];
	} ctrl;
	@until(6.12) {
		int hw_stopped;
		unsigned int receive_room;
	}
	@since(6.12) {
		bool hw_stopped, closing;
	}
	int flow_change;
	struct tty_struct *link;
	struct fasync_struct *fasync;
	wait_queue_head_t write_wait, read_wait, break_wait;
	struct work_struct hangup_work;
	void *disc_data;
	void *driver_data;
	spinlock_t files_lock;
	@since(6.12) {
		int write_cnt;
		u8 *write_buf;
	}
	struct list_head tty_files;
	@until(6.12) {
		int closing;
		unsigned char *write_buf;
		int write_cnt;
	}
	struct work_struct SAK_work;
	@until(6.12) struct tty_port *port;
};

struct fsnotify_event { struct list_head list; };

struct fanotify_event {
	struct fsnotify_event fse;
	struct hlist_node merge_list;
	u32 mask;
	struct { unsigned int type : 3, hash : 29; };
	struct pid *pid;
};

struct pollfd {
	int fd;
	short events, revents;
};

struct epoll_event {
	__poll_t events;
	__u64 data;
} __attribute__((packed));
