/* Block devices and requests: all members, all offsets. */

typedef struct wait_queue_entry wait_queue_entry_t;

struct bio_vec {
	struct page *bv_page;
	unsigned int bv_len, bv_offset;
};

typedef __u32 blk_opf_t;
typedef __u32 req_flags_t;
enum mq_rq_state { MQ_RQ_IDLE, MQ_RQ_IN_FLIGHT, MQ_RQ_COMPLETE };
enum rq_end_io_ret { RQ_END_IO_NONE, RQ_END_IO_FREE };
typedef u8 blk_status_t;
typedef enum rq_end_io_ret rq_end_io_fn(struct request *, blk_status_t);

@until(6.12)
struct request {
	struct request_queue *q;
	struct blk_mq_ctx *mq_ctx;
	struct blk_mq_hw_ctx *mq_hctx;
	blk_opf_t cmd_flags;
	req_flags_t rq_flags;
	int tag, internal_tag;
	unsigned int timeout, __data_len;
	sector_t __sector;
	struct bio *bio;
	struct bio *biotail;
	union {
		struct list_head queuelist;
		struct request *rq_next;
	};
	@until(5.17) struct gendisk *rq_disk; // f3fa33acca9f
	struct block_device *part;
	u64 alloc_time_ns, start_time_ns, io_start_time_ns;
	unsigned short wbt_flags, stats_sectors, nr_phys_segments, nr_integrity_segments;
	unsigned short write_hint, ioprio;
	enum mq_rq_state state;
	atomic_t ref;
	unsigned long deadline;
	union {
		struct hlist_node hash;
		struct llist_node ipi_list;
	};
	union {
		struct rb_node rb_node;
		struct bio_vec special_vec;
		void *completion_data;
	};
	union {
		struct {
			struct io_cq *icq;
			void *priv[2];
		} elv;
		struct {
			unsigned int seq;
			struct list_head list;
			rq_end_io_fn *saved_end_io;
		} flush;
	};
	union {
		struct __call_single_data csd;
		u64 fifo_time;
	};
	rq_end_io_fn *end_io;
	void *end_io_data;
};

@since(6.12)
struct request {
	struct request_queue *q;
	struct blk_mq_ctx *mq_ctx;
	struct blk_mq_hw_ctx *mq_hctx;
	blk_opf_t cmd_flags;
	req_flags_t rq_flags;
	int tag, internal_tag;
	unsigned int timeout, __data_len;
	sector_t __sector;
	struct bio *bio;
	struct bio *biotail;
	union {
		struct list_head queuelist;
		struct request *rq_next;
	};
	struct block_device *part;
	u64 alloc_time_ns, start_time_ns, io_start_time_ns;
	unsigned short wbt_flags, stats_sectors, nr_phys_segments, nr_integrity_segments;
	enum mq_rq_state state;
	atomic_t ref;
	unsigned long deadline;
	union {
		struct hlist_node hash;
		struct llist_node ipi_list;
	};
	union {
		struct rb_node rb_node;
		struct bio_vec special_vec;
	};
	struct {
		struct io_cq *icq;
		void *priv[2];
	} elv;
	struct {
		unsigned int seq;
		rq_end_io_fn *saved_end_io;
	} flush;
	u64 fifo_time;
	rq_end_io_fn *end_io;
	void *end_io_data;
};

@since(6.12)
enum blk_integrity_checksum {
	BLK_INTEGRITY_CSUM_NONE, BLK_INTEGRITY_CSUM_IP, BLK_INTEGRITY_CSUM_CRC,
	BLK_INTEGRITY_CSUM_CRC64
} __attribute__((packed));

struct blk_integrity {
	@until(6.12) const struct blk_integrity_profile *profile;
	unsigned char flags;
	@since(6.12) enum blk_integrity_checksum csum_type;
	unsigned char tuple_size;
	@since(6.12) unsigned char pi_offset;
	unsigned char interval_exp, tag_size;
};

@until(6.12)
enum blk_bounce { BLK_BOUNCE_NONE, BLK_BOUNCE_HIGH };
@until(6.12)
enum blk_zoned_model { BLK_ZONED_NONE, BLK_ZONED_HA, BLK_ZONED_HM };

@since(6.12) typedef unsigned int blk_features_t;
@since(6.12) typedef unsigned int blk_flags_t;
struct queue_limits {
	@until(6.12) enum blk_bounce bounce;
	@since(6.12) {
		blk_features_t features;
		blk_flags_t flags;
	}
	unsigned long seg_boundary_mask, virt_boundary_mask;
	unsigned int max_hw_sectors, max_dev_sectors, chunk_sectors, max_sectors;
	@since(6.12) unsigned int max_user_sectors;
	unsigned int max_segment_size, physical_block_size, logical_block_size;
	unsigned int alignment_offset, io_min, io_opt, max_discard_sectors;
	unsigned int max_hw_discard_sectors;
	@since(6.12) unsigned int max_user_discard_sectors;
	unsigned int max_secure_erase_sectors, max_write_zeroes_sectors;
	unsigned int max_zone_append_sectors, discard_granularity, discard_alignment;
	unsigned int zone_write_granularity;
	@since(6.12) {
		unsigned int atomic_write_hw_max, atomic_write_max_sectors;
		unsigned int atomic_write_hw_boundary, atomic_write_boundary_sectors;
		unsigned int atomic_write_hw_unit_min, atomic_write_unit_min;
		unsigned int atomic_write_hw_unit_max, atomic_write_unit_max;
	}
	unsigned short max_segments, max_integrity_segments, max_discard_segments;
	@until(6.12) {
		unsigned char misaligned, discard_misaligned;
		unsigned char raid_partial_stripes_expensive;
		enum blk_zoned_model zoned;
	}
	@since(6.12) {
		unsigned int max_open_zones, max_active_zones;
	}
	unsigned int dma_alignment;
	@since(6.12) {
		unsigned int dma_pad_mask;
		struct blk_integrity integrity;
	}
};

struct lockdep_map {
};

struct srcu_struct {
	@until(6.12) {
		struct srcu_node *node;
		struct srcu_node *level[4];
		int srcu_size_state;
		struct mutex srcu_cb_mutex;
		spinlock_t lock;
		struct mutex srcu_gp_mutex;
	}
	unsigned int srcu_idx;
	@until(6.12) {
		unsigned long srcu_gp_seq, srcu_gp_seq_needed, srcu_gp_seq_needed_exp;
		unsigned long srcu_gp_start, srcu_last_gp_end, srcu_size_jiffies;
		unsigned long srcu_n_lock_retries, srcu_n_exp_nodelay;
	}
	struct srcu_data *sda;
	@until(6.12) {
		bool sda_is_static;
		unsigned long srcu_barrier_seq;
		struct mutex srcu_barrier_mutex;
		struct completion srcu_barrier_completion;
		atomic_t srcu_barrier_cpu_cnt;
		unsigned long reschedule_jiffies, reschedule_count;
		struct delayed_work work;
	}
	struct lockdep_map dep_map;
	@since(6.12) struct srcu_usage *srcu_sup;
};

struct request_queue {
	@since(6.12) {
		void *queuedata;
		struct elevator_queue *elevator;
		const struct blk_mq_ops *mq_ops;
		struct blk_mq_ctx *queue_ctx;
		unsigned long queue_flags;
		unsigned int rq_timeout, queue_depth;
		refcount_t refs;
		unsigned int nr_hw_queues;
		struct xarray hctx_table;
		struct percpu_ref q_usage_counter;
		struct lock_class_key io_lock_cls_key;
		struct lockdep_map io_lockdep_map;
		struct lock_class_key q_lock_cls_key;
		struct lockdep_map q_lockdep_map;
	}
	struct request *last_merge;
	@until(6.12) {
		struct elevator_queue *elevator;
		struct percpu_ref q_usage_counter;
	}
	@since(6.12) {
		spinlock_t queue_lock;
		int quiesce_depth;
		struct gendisk *disk;
		struct kobject *mq_kobj;
		struct queue_limits limits;
		struct device *dev;
		enum rpm_status rpm_status;
		atomic_t pm_only;
	}
	struct blk_queue_stats *stats;
	struct rq_qos *rq_qos;
	struct mutex rq_qos_mutex;
	@until(6.12) {
		const struct blk_mq_ops *mq_ops;
		struct blk_mq_ctx *queue_ctx;
		unsigned int queue_depth;
		struct xarray hctx_table;
		unsigned int nr_hw_queues;
		void *queuedata;
		unsigned long queue_flags;
		atomic_t pm_only;
	}
	int id;
	@until(6.12) {
		spinlock_t queue_lock;
		struct gendisk *disk;
		struct kobject kobj;
		struct kobject *mq_kobj;
		struct blk_integrity integrity;
		struct device *dev;
		enum rpm_status rpm_status;
	}
	unsigned long nr_requests;
	@until(6.12) {
		unsigned int dma_pad_mask, rq_timeout;
		int poll_nsec;
		struct blk_stat_callback *poll_cb;
		struct blk_rq_stat *poll_stat;
	}
	struct timer_list timeout;
	struct work_struct timeout_work;
	atomic_t nr_active_requests_shared_tags;
	struct blk_mq_tags *sched_shared_tags;
	struct list_head icq_list;
	unsigned long blkcg_pols[1];
	struct blkcg_gq *root_blkg;
	struct list_head blkg_list;
	@until(6.12) {
		struct queue_limits limits;
		unsigned int required_elevator_features;
	}
	@since(6.12) struct mutex blkcg_mutex;
	int node;
	@since(6.12) {
		spinlock_t requeue_lock;
		struct list_head requeue_list;
		struct delayed_work requeue_work;
	}
	struct blk_trace *blk_trace;
	struct blk_flush_queue *fq;
	@until(6.12) {
		struct list_head requeue_list;
		spinlock_t requeue_lock;
		struct delayed_work requeue_work;
	}
	@since(6.12) struct list_head flush_list;
	struct mutex sysfs_lock, sysfs_dir_lock;
	@since(6.12) struct mutex limits_lock;
	struct list_head unused_hctx_list;
	spinlock_t unused_hctx_lock;
	int mq_freeze_depth;
	struct throtl_data *td;
	struct callback_head callback_head;
	wait_queue_head_t mq_freeze_wq;
	struct mutex mq_freeze_lock;
	@until(6.12) int quiesce_depth;
	struct blk_mq_tag_set *tag_set;
	struct list_head tag_set_list;
	struct dentry *debugfs_dir;
	struct dentry *sched_debugfs_dir;
	struct dentry *rqos_debugfs_dir;
	struct mutex debugfs_mutex;
	bool mq_sysfs_init_done;
	@until(6.12) struct srcu_struct srcu[0];
};

typedef struct mempool_s mempool_t;
typedef void *mempool_alloc_t(gfp_t, void *);
typedef void mempool_free_t(void *, void *);

struct mempool_s {
	spinlock_t lock;
	int min_nr, curr_nr;
	void **elements;
	void *pool_data;
	mempool_alloc_t *alloc;
	mempool_free_t *free;
	wait_queue_head_t wait;
};

struct bio_list {
	struct bio *head;
	struct bio *tail;
};

struct bio_set {
	struct kmem_cache *bio_slab;
	unsigned int front_pad;
	struct bio_alloc_cache *cache;
	mempool_t bio_pool, bvec_pool, bio_integrity_pool, bvec_integrity_pool;
	unsigned int back_pad;
	spinlock_t rescue_lock;
	struct bio_list rescue_list;
	struct work_struct rescue_work;
	struct workqueue_struct *rescue_workqueue;
	struct hlist_node cpuhp_dead;
};

@since(6.12) typedef unsigned int blk_mode_t;
struct gendisk {
	int major, first_minor, minors;
	@until(6.12) char disk_name[32];
	@since(6.12) char disk_name[32];
	unsigned short events, event_flags;
	struct xarray part_tbl;
	struct block_device *part0;
	const struct block_device_operations *fops;
	struct request_queue *queue;
	void *private_data;
	struct bio_set bio_split;
	int flags;
	unsigned long state;
	struct mutex open_mutex;
	unsigned int open_partitions;
	struct backing_dev_info *bdi;
	@since(6.12) struct kobject queue_kobj;
	struct kobject *slave_dir;
	struct list_head slave_bdevs;
	struct timer_rand_state *random;
	atomic_t sync_io;
	struct disk_events *ev;
	unsigned int nr_zones;
	@until(6.12) {
		unsigned int max_open_zones, max_active_zones;
	}
	@since(6.12) {
		unsigned int zone_capacity, last_zone_capacity;
	}
	unsigned long *conv_zones_bitmap;
	@until(6.12) unsigned long *seq_zones_wlock;
	@since(6.12) {
		unsigned int zone_wplugs_hash_bits;
		atomic_t nr_zone_wplugs;
		spinlock_t zone_wplugs_lock;
		struct mempool_s *zone_wplugs_pool;
		struct hlist_head *zone_wplugs_hash;
		struct workqueue_struct *zone_wplugs_wq;
	}
	struct cdrom_device_info *cdi;
	int node_id;
	struct badblocks *bb;
	struct lockdep_map lockdep_map;
	u64 diskseq;
	@since(6.12) blk_mode_t open_mode;
	struct blk_independent_access_ranges *ia_ranges;
};

struct bvec_iter {
	sector_t bi_sector;
	unsigned int bi_size, bi_idx, bi_bvec_done;
} __attribute__((packed));

typedef unsigned int blk_qc_t;
typedef void bio_end_io_t(struct bio *);
struct bio_issue { u64 value; };

struct bio {
	struct bio *bi_next;
	struct block_device *bi_bdev;
	blk_opf_t bi_opf;
	unsigned short bi_flags, bi_ioprio;
	@since(6.12) enum rw_hint bi_write_hint;
	blk_status_t bi_status;
	atomic_t __bi_remaining;
	struct bvec_iter bi_iter;
	@until(6.12) blk_qc_t bi_cookie;
	@since(6.12) union {
		blk_qc_t bi_cookie;
		unsigned int __bi_nr_segments;
	};
	bio_end_io_t *bi_end_io;
	void *bi_private;
	struct blkcg_gq *bi_blkg;
	struct bio_issue bi_issue;
	u64 bi_iocost_cost;
	@until(6.12) union {
		struct bio_integrity_payload *bi_integrity;
	};
	@since(6.12) struct bio_integrity_payload *bi_integrity;
	unsigned short bi_vcnt, bi_max_vecs;
	atomic_t __bi_cnt;
	struct bio_vec *bi_io_vec;
	struct bio_set *bi_pool;
	struct bio_vec bi_inline_vecs[0];
};

struct block_device {
	sector_t bd_start_sect, bd_nr_sectors;
	@since(6.12) {
		struct gendisk *bd_disk;
		struct request_queue *bd_queue;
	}
	struct disk_stats *bd_stats;
	unsigned long bd_stamp;
	@until(6.12) bool bd_read_only;
	@since(6.12) atomic_t __bd_flags;
	dev_t bd_dev;
	@since(6.12) struct address_space *bd_mapping;
	atomic_t bd_openers;
	@until(6.12) {
		struct inode *bd_inode;
		struct super_block *bd_super;
	}
	@since(6.12) spinlock_t bd_size_lock;
	void *bd_claiming;
	@since(6.12) {
		void *bd_holder;
		const struct blk_holder_ops *bd_holder_ops;
		struct mutex bd_holder_lock;
		int bd_holders;
		struct kobject *bd_holder_dir;
		atomic_t bd_fsfreeze_count;
		struct mutex bd_fsfreeze_mutex;
		struct partition_meta_info *bd_meta_info;
		int bd_writers;
		void *bd_security;
	}
	struct device bd_device;
	@until(6.12) {
		void *bd_holder;
		int bd_holders;
		bool bd_write_holder;
		struct kobject *bd_holder_dir;
		u8 bd_partno;
		spinlock_t bd_size_lock;
		struct gendisk *bd_disk;
		struct request_queue *bd_queue;
		int bd_fsfreeze_count;
		struct mutex bd_fsfreeze_mutex;
		struct super_block *bd_fsfreeze_sb;
		struct partition_meta_info *bd_meta_info;
	}
};

struct elevator_queue {
	struct elevator_type *type;
	void *elevator_data;
	struct kobject kobj;
	struct mutex sysfs_lock;
	@until(6.12) unsigned int registered : 1;
	@since(6.12) unsigned long flags;
	struct hlist_head hash[64];
};

enum elv_merge {
	ELEVATOR_NO_MERGE, ELEVATOR_FRONT_MERGE, ELEVATOR_BACK_MERGE, ELEVATOR_DISCARD_MERGE
};

@since(6.12) typedef unsigned int blk_insert_t;
struct elevator_mq_ops {
	int (*init_sched)(struct request_queue *, struct elevator_type *);
	void (*exit_sched)(struct elevator_queue *);
	int (*init_hctx)(struct blk_mq_hw_ctx *, unsigned int);
	void (*exit_hctx)(struct blk_mq_hw_ctx *, unsigned int);
	void (*depth_updated)(struct blk_mq_hw_ctx *);
	bool (*allow_merge)(struct request_queue *, struct request *, struct bio *);
	bool (*bio_merge)(struct request_queue *, struct bio *, unsigned int);
	int (*request_merge)(struct request_queue *, struct request **, struct bio *);
	void (*request_merged)(struct request_queue *, struct request *, enum elv_merge);
	void (*requests_merged)(struct request_queue *, struct request *, struct request *);
	void (*limit_depth)(blk_opf_t, struct blk_mq_alloc_data *);
	void (*prepare_request)(struct request *);
	void (*finish_request)(struct request *);
	@until(6.12) void (*insert_requests)(struct blk_mq_hw_ctx *, struct list_head *, bool);
	@since(6.12) void (*insert_requests)(struct blk_mq_hw_ctx *, struct list_head *,
		blk_insert_t);
	struct request *(*dispatch_request)(struct blk_mq_hw_ctx *);
	bool (*has_work)(struct blk_mq_hw_ctx *);
	void (*completed_request)(struct request *, u64);
	void (*requeue_request)(struct request *);
	struct request *(*former_request)(struct request_queue *, struct request *);
	struct request *(*next_request)(struct request_queue *, struct request *);
	void (*init_icq)(struct io_cq *);
	void (*exit_icq)(struct io_cq *);
};

struct elevator_type {
	struct kmem_cache *icq_cache;
	struct elevator_mq_ops ops;
	size_t icq_size, icq_align;
	struct elv_fs_entry *elevator_attrs;
	@until(6.12) {
		const char *elevator_name;
		const char *elevator_alias;
		const unsigned int elevator_features;
	}
	@since(6.12) {
		const char *elevator_name;
		const char *elevator_alias;
	}
	struct module *elevator_owner;
	const struct blk_mq_debugfs_attr *queue_debugfs_attrs;
	const struct blk_mq_debugfs_attr *hctx_debugfs_attrs;
	@until(6.12) char icq_cache_name[22];
	@since(6.12) char icq_cache_name[22];
	struct list_head list;
};

struct sbitmap {
	unsigned int depth, shift, map_nr;
	bool round_robin;
	struct sbitmap_word *map;
	unsigned int *alloc_hint;
};

@until(6.12)
struct blk_mq_hw_ctx {
	struct {
		spinlock_t lock;
		struct list_head dispatch;
		unsigned long state;
	} __attribute__((aligned(64)));
	struct delayed_work run_work;
	cpumask_var_t cpumask;
	int next_cpu, next_cpu_batch;
	unsigned long flags;
	void *sched_data;
	struct request_queue *queue;
	struct blk_flush_queue *fq;
	void *driver_data;
	struct sbitmap ctx_map;
	struct blk_mq_ctx *dispatch_from;
	unsigned int dispatch_busy;
	unsigned short type, nr_ctx;
	struct blk_mq_ctx **ctxs;
	spinlock_t dispatch_wait_lock;
	wait_queue_entry_t dispatch_wait;
	atomic_t wait_index;
	struct blk_mq_tags *tags;
	struct blk_mq_tags *sched_tags;
	unsigned long queued, run;
	unsigned int numa_node, queue_num;
	atomic_t nr_active;
	struct hlist_node cpuhp_online, cpuhp_dead;
	struct kobject kobj;
	struct dentry *debugfs_dir;
	struct dentry *sched_debugfs_dir;
	struct list_head hctx_list;
} __attribute__((aligned(32)));

@since(6.12)
struct blk_mq_hw_ctx {
	struct {
		spinlock_t lock;
		struct list_head dispatch;
		unsigned long state;
	} __attribute__((aligned(64)));
	struct delayed_work run_work;
	cpumask_var_t cpumask;
	int next_cpu, next_cpu_batch;
	unsigned long flags;
	void *sched_data;
	struct request_queue *queue;
	struct blk_flush_queue *fq;
	void *driver_data;
	struct sbitmap ctx_map;
	struct blk_mq_ctx *dispatch_from;
	unsigned int dispatch_busy;
	unsigned short type, nr_ctx;
	struct blk_mq_ctx **ctxs;
	spinlock_t dispatch_wait_lock;
	wait_queue_entry_t dispatch_wait;
	atomic_t wait_index;
	struct blk_mq_tags *tags;
	struct blk_mq_tags *sched_tags;
	unsigned int numa_node, queue_num;
	atomic_t nr_active;
	struct hlist_node cpuhp_online, cpuhp_dead;
	struct kobject kobj;
	struct dentry *debugfs_dir;
	struct dentry *sched_debugfs_dir;
	struct list_head hctx_list;
};

struct blk_mq_ctx {
	struct {
		spinlock_t lock;
		struct list_head rq_lists[3];
	} __attribute__((aligned(16)));
	unsigned int cpu;
	unsigned short index_hw[3];
	struct blk_mq_hw_ctx *hctxs[3];
	struct request_queue *queue;
	struct blk_mq_ctxs *ctxs;
	struct kobject kobj;
} __attribute__((aligned(16)));

enum req_op {
	REQ_OP_READ, REQ_OP_WRITE, REQ_OP_FLUSH, REQ_OP_DISCARD, REQ_OP_SECURE_ERASE = 5,
	REQ_OP_ZONE_APPEND = 7, REQ_OP_WRITE_ZEROES = 9, REQ_OP_ZONE_OPEN = 11,
	REQ_OP_ZONE_CLOSE = 13, REQ_OP_ZONE_FINISH = 15, REQ_OP_ZONE_RESET = 17,
	REQ_OP_ZONE_RESET_ALL = 19, REQ_OP_DRV_IN = 34, REQ_OP_DRV_OUT, REQ_OP_LAST
};

typedef int (*report_zones_cb)(struct blk_zone *, unsigned int, void *);
enum blk_unique_id { BLK_UID_T10 = 1, BLK_UID_EUI64, BLK_UID_NAA };

struct block_device_operations {
	void (*submit_bio)(struct bio *);
	int (*poll_bio)(struct bio *, struct io_comp_batch *, unsigned int);
	@until(6.12) {
		int (*open)(struct block_device *, fmode_t);
		void (*release)(struct gendisk *, fmode_t);
		int (*rw_page)(struct block_device *, sector_t, struct page *, enum req_op);
		int (*ioctl)(struct block_device *, fmode_t, unsigned int, unsigned long);
		int (*compat_ioctl)(struct block_device *, fmode_t, unsigned int, unsigned long);
	}
	@since(6.12) {
		int (*open)(struct gendisk *, blk_mode_t);
		void (*release)(struct gendisk *);
		int (*ioctl)(struct block_device *, blk_mode_t, unsigned int, unsigned long);
		int (*compat_ioctl)(struct block_device *, blk_mode_t, unsigned int, unsigned long);
	}
	unsigned int (*check_events)(struct gendisk *, unsigned int);
	void (*unlock_native_capacity)(struct gendisk *);
	int (*getgeo)(struct block_device *, struct hd_geometry *);
	int (*set_read_only)(struct block_device *, bool);
	void (*free_disk)(struct gendisk *);
	void (*swap_slot_free_notify)(struct block_device *, unsigned long);
	int (*report_zones)(struct gendisk *, sector_t, unsigned int, report_zones_cb, void *);
	@until(6.12) char *(*devnode)(struct gendisk *, umode_t *);
	@since(6.12) char *(*devnode)(struct gendisk *, umode_t *);
	int (*get_unique_id)(struct gendisk *, u8 *, enum blk_unique_id);
	struct module *owner;
	const struct pr_ops *pr_ops;
	int (*alternative_gpt_sector)(struct gendisk *, sector_t *);
};
