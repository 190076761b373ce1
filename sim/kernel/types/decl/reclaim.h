/* Memory control groups, zones and faults: all members, all offsets. */

enum oom_constraint {
	CONSTRAINT_NONE, CONSTRAINT_CPUSET, CONSTRAINT_MEMORY_POLICY, CONSTRAINT_MEMCG
};

struct oom_control {
	struct zonelist *zonelist;
	nodemask_t *nodemask;
	struct mem_cgroup *memcg;
	const gfp_t gfp_mask;
	const int order;
	unsigned long totalpages;
	struct task_struct *chosen;
	long chosen_points;
	enum oom_constraint constraint;
};

struct mem_cgroup_id {
	int id;
	refcount_t ref;
};

struct page_counter {
	atomic_long_t usage;
	struct cacheline_padding _pad1_ __attribute__((aligned(64)));
	unsigned long emin;
	atomic_long_t min_usage, children_min_usage;
	unsigned long elow;
	atomic_long_t low_usage, children_low_usage;
	unsigned long watermark;
	@since(6.12) unsigned long local_watermark;
	unsigned long failcnt;
	@until(6.12) struct cacheline_padding _pad2_;
	@since(6.12) {
		struct cacheline_padding _pad2_ __attribute__((aligned(64)));
		bool protection_support;
	}
	unsigned long min, low, high, max;
	struct page_counter *parent;
};

struct vmpressure {
	unsigned long scanned, reclaimed, tree_scanned, tree_reclaimed;
	spinlock_t sr_lock;
	struct list_head events;
	struct mutex events_lock;
	struct work_struct work;
};

@until(6.12)
struct mem_cgroup_thresholds {
	struct mem_cgroup_threshold_ary *primary;
	struct mem_cgroup_threshold_ary *spare;
};

struct fprop_global {
	struct percpu_counter events;
	unsigned int period;
	seqcount_t sequence;
};

struct wb_domain {
	spinlock_t lock;
	struct fprop_global completions;
	struct timer_list period_timer;
	unsigned long period_time, dirty_limit_tstamp, dirty_limit;
};

struct wb_completion {
	atomic_t cnt;
	wait_queue_head_t *waitq;
};

struct memcg_cgwb_frn {
	u64 bdi_id;
	int memcg_id;
	u64 at;
	struct wb_completion done;
};

struct deferred_split {
	spinlock_t split_queue_lock;
	struct list_head split_queue;
	unsigned long split_queue_len;
};

struct lru_gen_mm_list {
	struct list_head fifo;
	spinlock_t lock;
};

struct mem_cgroup {
	struct cgroup_subsys_state css;
	struct mem_cgroup_id id;
	struct page_counter memory __attribute__((aligned(64)));
	union {
		struct page_counter swap, memsw;
	};
	@until(6.12) {
		struct page_counter kmem, tcpmem;
	}
	@since(6.12) {
		struct list_head memory_peaks, swap_peaks;
		spinlock_t peaks_lock;
	}
	struct work_struct high_work;
	@until(6.12) unsigned long soft_limit;
	struct vmpressure vmpressure;
	bool oom_group;
	@until(6.12) {
		bool oom_lock;
		int under_oom;
	}
	int swappiness;
	@until(6.12) int oom_kill_disable;
	struct cgroup_file events_file, events_local_file, swap_events_file;
	@until(6.12) {
		struct mutex thresholds_lock;
		struct mem_cgroup_thresholds thresholds, memsw_thresholds;
		struct list_head oom_notify;
		unsigned long move_charge_at_immigrate;
		spinlock_t move_lock;
		unsigned long move_lock_flags;
		struct cacheline_padding _pad1_;
	}
	struct memcg_vmstats *vmstats;
	atomic_long_t memory_events[9], memory_events_local[9];
	@until(6.12) {
		unsigned long socket_pressure;
		bool tcpmem_active;
		int tcpmem_pressure;
	}
	@since(6.12) u64 socket_pressure;
	int kmemcg_id;
	struct obj_cgroup *objcg;
	@since(6.12) struct obj_cgroup *orig_objcg;
	struct list_head objcg_list;
	@until(6.12) {
		struct cacheline_padding _pad2_ __attribute__((aligned(64)));
		atomic_t moving_account;
		struct task_struct *move_lock_task;
	}
	struct memcg_vmstats_percpu *vmstats_percpu;
	struct list_head cgwb_list;
	struct wb_domain cgwb_domain;
	struct memcg_cgwb_frn cgwb_frn[4];
	@until(6.12) {
		struct list_head event_list;
		spinlock_t event_list_lock;
	}
	struct deferred_split deferred_split_queue;
	struct lru_gen_mm_list mm_list;
	struct mem_cgroup_per_node *nodeinfo[0];
};

struct free_area {
	struct list_head free_list[5];
	unsigned long nr_free;
};

struct zone {
	unsigned long _watermark[4], watermark_boost, nr_reserved_highatomic;
	@since(6.12) unsigned long nr_free_highatomic;
	long lowmem_reserve[5];
	int node;
	struct pglist_data *zone_pgdat;
	struct per_cpu_pages *per_cpu_pageset;
	struct per_cpu_zonestat *per_cpu_zonestats;
	@until(6.12) int pageset_high;
	@since(6.12) {
		int pageset_high_min, pageset_high_max;
	}
	int pageset_batch;
	unsigned long zone_start_pfn;
	atomic_long_t managed_pages;
	unsigned long spanned_pages, present_pages, present_early_pages;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	unsigned long nr_isolate_pageblock;
	seqlock_t span_seqlock;
	int initialized;
	struct cacheline_padding _pad1_ __attribute__((aligned(64)));
	struct free_area free_area[11];
	@since(6.12) struct list_head unaccepted_pages;
	unsigned long flags;
	spinlock_t lock;
	@until(6.12) struct cacheline_padding _pad2_ __attribute__((aligned(64)));
	@since(6.12) struct cacheline_padding _pad2_ __attribute__((aligned(32)));
	unsigned long percpu_drift_mark, compact_cached_free_pfn;
	unsigned long compact_cached_migrate_pfn[2], compact_init_migrate_pfn;
	unsigned long compact_init_free_pfn;
	unsigned int compact_considered, compact_defer_shift;
	int compact_order_failed;
	bool compact_blockskip_flush, contiguous;
	@until(6.12) {
		struct cacheline_padding _pad3_ __attribute__((aligned(8)));
		atomic_long_t vm_stat[11];
	}
	@since(6.12) {
		struct cacheline_padding _pad3_ __attribute__((aligned(4)));
		atomic_long_t vm_stat[12];
	}
	atomic_long_t vm_numa_event[6];
};

struct zoneref {
	struct zone *zone;
	int zone_idx;
};

struct zonelist { struct zoneref _zonerefs[5121]; };

enum zone_type {
	ZONE_DMA, ZONE_DMA32, ZONE_NORMAL, ZONE_MOVABLE, ZONE_DEVICE, __MAX_NR_ZONES
};

@until(6.12)
struct lru_gen_struct {
	unsigned long max_seq;
	unsigned long min_seq[2];
	unsigned long timestamps[4];
	struct list_head folios[40];
	long nr_pages[40];
	unsigned long avg_refaulted[8];
	unsigned long avg_total[8];
	unsigned long protected[6];
	atomic_long_t evicted[8];
	atomic_long_t refaulted[8];
	bool enabled;
};

struct lru_gen_mm_state {
	unsigned long seq;
	struct list_head *head;
	struct list_head *tail;
	@until(6.12) struct wait_queue_head wait;
	unsigned long *filters[2];
	@until(6.12) {
		unsigned long stats[6];
		int nr_walkers;
	}
	@since(6.12) unsigned long stats[4];
};

@since(6.12)
struct lru_gen_folio {
	unsigned long max_seq, min_seq[2], timestamps[4];
	struct list_head folios[40];
	long nr_pages[40];
	unsigned long avg_refaulted[8], avg_total[8], protected[6];
	atomic_long_t evicted[8], refaulted[8];
	bool enabled;
	u8 gen, seg;
	struct hlist_nulls_node list;
};

@since(6.12)
struct zswap_lruvec_state {

};

struct lruvec {
	struct list_head lists[5];
	spinlock_t lru_lock;
	unsigned long anon_cost, file_cost;
	atomic_long_t nonresident_age;
	unsigned long refaults[2], flags;
	@until(6.12) struct lru_gen_struct lrugen;
	@since(6.12) struct lru_gen_folio lrugen;
	struct lru_gen_mm_state mm_state;
	struct pglist_data *pgdat;
	@since(6.12) struct zswap_lruvec_state zswap_lruvec_state;
};

struct lru_gen_mm_walk {
	struct lruvec *lruvec;
	@until(6.12) unsigned long max_seq;
	@since(6.12) unsigned long seq;
	unsigned long next_addr;
	int nr_pages[40];
	@until(6.12) int mm_stats[6];
	@since(6.12) int mm_stats[4];
	int batched;
	bool can_swap, force_scan;
};

struct hlist_nulls_head { struct hlist_nulls_node *first; };

@since(6.12)
struct lru_gen_memcg {
	unsigned long seq, nr_memcgs[3];
	struct hlist_nulls_head fifo[24];
	spinlock_t lock;
};

@since(6.12)
struct memory_failure_stats {
	unsigned long total, ignored, failed, delayed, recovered;
};

struct pglist_data {
	struct zone node_zones[5];
	struct zonelist node_zonelists[2];
	int nr_zones;
	spinlock_t node_size_lock;
	unsigned long node_start_pfn, node_present_pages, node_spanned_pages;
	int node_id;
	wait_queue_head_t kswapd_wait, pfmemalloc_wait, reclaim_wait[4];
	atomic_t nr_writeback_throttled;
	unsigned long nr_reclaim_start;
	struct mutex kswapd_lock;
	struct task_struct *kswapd;
	int kswapd_order;
	enum zone_type kswapd_highest_zoneidx;
	int kswapd_failures, kcompactd_max_order;
	enum zone_type kcompactd_highest_zoneidx;
	wait_queue_head_t kcompactd_wait;
	struct task_struct *kcompactd;
	bool proactive_compact_trigger;
	unsigned long totalreserve_pages, min_unmapped_pages, min_slab_pages;
	struct cacheline_padding _pad1_ __attribute__((aligned(32)));
	unsigned long first_deferred_pfn;
	struct deferred_split deferred_split_queue;
	unsigned int nbp_rl_start;
	unsigned long nbp_rl_nr_cand;
	unsigned int nbp_threshold, nbp_th_start;
	unsigned long nbp_th_nr_cand;
	struct lruvec __lruvec;
	unsigned long flags;
	struct lru_gen_mm_walk mm_walk;
	@since(6.12) struct lru_gen_memcg memcg_lru;
	struct cacheline_padding _pad2_ __attribute__((aligned(64)));
	struct per_cpu_nodestat *per_cpu_nodestats;
	@until(6.12) atomic_long_t vm_stat[43];
	@since(6.12) atomic_long_t vm_stat[47];
	struct memory_tier *memtier;
	@since(6.12) struct memory_failure_stats mf_stats;
};

typedef struct {
} local_lock_t;

@since(6.12) typedef __int128 unsigned __u128;
@since(6.12) typedef __u128 u128;
@since(6.12) typedef u128 freelist_full_t;
@since(6.12)
typedef union {
	struct {
		void *freelist;
		unsigned long counter;
	};
	freelist_full_t full;
} freelist_aba_t;

@until(6.12)
struct kmem_cache_cpu {
	void **freelist;
	unsigned long tid;
	@until(5.17) { // bb192ed9aa71
		struct page *page;
		struct page *partial;
	}
	@since(5.17) {
		struct slab *slab;
		struct slab *partial;
	}
	local_lock_t lock;
};

@since(6.12)
struct kmem_cache_cpu {
	union {
		struct {
			void **freelist;
			unsigned long tid;
		};
		freelist_aba_t freelist_tid;
	};
	struct slab *slab;
	struct slab *partial;
	local_lock_t lock;
};

typedef unsigned int vm_fault_t;
@until(6.12)
enum page_entry_size { PE_SIZE_PTE, PE_SIZE_PMD, PE_SIZE_PUD };

struct vm_operations_struct {
	void (*open)(struct vm_area_struct *);
	void (*close)(struct vm_area_struct *);
	int (*may_split)(struct vm_area_struct *, unsigned long);
	int (*mremap)(struct vm_area_struct *);
	int (*mprotect)(struct vm_area_struct *, unsigned long, unsigned long, unsigned long);
	vm_fault_t (*fault)(struct vm_fault *);
	@until(6.12) vm_fault_t (*huge_fault)(struct vm_fault *, enum page_entry_size);
	@since(6.12) vm_fault_t (*huge_fault)(struct vm_fault *, unsigned int);
	vm_fault_t (*map_pages)(struct vm_fault *, unsigned long, unsigned long);
	unsigned long (*pagesize)(struct vm_area_struct *);
	vm_fault_t (*page_mkwrite)(struct vm_fault *);
	vm_fault_t (*pfn_mkwrite)(struct vm_fault *);
	int (*access)(struct vm_area_struct *, unsigned long, void *, int, int);
	@until(6.12) const char *(*name)(struct vm_area_struct *);
	@since(6.12) const char *(*name)(struct vm_area_struct *);
	int (*set_policy)(struct vm_area_struct *, struct mempolicy *);
	@until(6.12) struct mempolicy *(*get_policy)(struct vm_area_struct *, unsigned long);
	@since(6.12) struct mempolicy *(*get_policy)(struct vm_area_struct *, unsigned long,
		unsigned long *);
	struct page *(*find_special_page)(struct vm_area_struct *, unsigned long);
};

@until(6.12)
enum fault_flag {
	FAULT_FLAG_WRITE = 1, FAULT_FLAG_MKWRITE, FAULT_FLAG_ALLOW_RETRY = 4,
	FAULT_FLAG_RETRY_NOWAIT = 8, FAULT_FLAG_KILLABLE = 16, FAULT_FLAG_TRIED = 32,
	FAULT_FLAG_USER = 64, FAULT_FLAG_REMOTE = 128, FAULT_FLAG_INSTRUCTION = 256,
	FAULT_FLAG_INTERRUPTIBLE = 512, FAULT_FLAG_UNSHARE = 1024,
	FAULT_FLAG_ORIG_PTE_VALID = 2048
};

@since(6.12)
enum fault_flag {
	FAULT_FLAG_WRITE = 1, FAULT_FLAG_MKWRITE, FAULT_FLAG_ALLOW_RETRY = 4,
	FAULT_FLAG_RETRY_NOWAIT = 8, FAULT_FLAG_KILLABLE = 16, FAULT_FLAG_TRIED = 32,
	FAULT_FLAG_USER = 64, FAULT_FLAG_REMOTE = 128, FAULT_FLAG_INSTRUCTION = 256,
	FAULT_FLAG_INTERRUPTIBLE = 512, FAULT_FLAG_UNSHARE = 1024,
	FAULT_FLAG_ORIG_PTE_VALID = 2048, FAULT_FLAG_VMA_LOCK = 4096
};

typedef unsigned long pmdval_t;
typedef struct { pmdval_t pmd; } pmd_t;
typedef unsigned long pudval_t;
typedef struct { pudval_t pud; } pud_t;
typedef unsigned long pteval_t;
typedef struct { pteval_t pte; } pte_t;

struct vm_fault {
	const struct {
		struct vm_area_struct *vma;
		gfp_t gfp_mask;
		unsigned long pgoff, address, real_address;
	};
	enum fault_flag flags;
	pmd_t *pmd;
	pud_t *pud;
	union {
		pte_t orig_pte;
		pmd_t orig_pmd;
	};
	struct page *cow_page;
	struct page *page;
	pte_t *pte;
	spinlock_t *ptl;
	pgtable_t prealloc_pte;
};

typedef u64 phys_addr_t;

struct vm_struct {
	struct vm_struct *next;
	void *addr;
	unsigned long size, flags;
	struct page **pages;
	unsigned int page_order, nr_pages;
	phys_addr_t phys_addr;
	const void *caller;
	@since(6.12) unsigned long requested_size;
};

typedef signed char __s8;
typedef __s8 s8;

struct anon_vma {
	struct anon_vma *root;
	struct rw_semaphore rwsem;
	atomic_t refcount;
	unsigned long num_children, num_active_vmas;
	struct anon_vma *parent;
	struct rb_root_cached rb_root;
};

struct obj_cgroup {
	struct percpu_ref refcnt;
	struct mem_cgroup *memcg;
	atomic_t nr_charged_bytes;
	union {
		struct list_head list;
		struct callback_head rcu;
	};
};

@since(5.17) // d122019bf061
struct slab {
	unsigned long __page_flags;
	@until(6.12) union {
		struct list_head slab_list;
		struct callback_head callback_head;
		struct {
			struct slab *next;
			int slabs;
		};
	};
	struct kmem_cache *slab_cache;
	@until(6.12) {
		void *freelist;
		union {
			unsigned long counters;
			struct {
				unsigned int inuse : 16, objects : 15, frozen : 1;
			};
		};
		unsigned int __unused;
	}
	@since(6.12) {
		union {
			struct {
				union {
					struct list_head slab_list;
					struct {
						struct slab *next;
						int slabs;
					};
				};
				union {
					struct {
						void *freelist;
						union {
							unsigned long counters;
							struct {
								unsigned int inuse : 16;
								unsigned int objects : 15;
								unsigned int frozen : 1;
							};
						};
					};
					freelist_aba_t freelist_counter;
				};
			};
			struct callback_head callback_head;
		};
		unsigned int __page_type;
	}
	atomic_t __page_refcount;
	@until(6.12) unsigned long memcg_data;
	@since(6.12) unsigned long obj_exts;
};

struct lruvec_stats {
	@until(6.12) {
		long state[43], state_pending[43];
	}
	@since(6.12) {
		long state[31], state_local[31], state_pending[31];
	}
};

struct mem_cgroup_reclaim_iter {
	struct mem_cgroup *position;
	@until(6.12) unsigned int generation;
	@since(6.12) atomic_t generation;
};

struct mem_cgroup_per_node {
	@since(6.12) {
		struct mem_cgroup *memcg;
		struct lruvec_stats_percpu *lruvec_stats_percpu;
		struct lruvec_stats *lruvec_stats;
		struct shrinker_info *shrinker_info;
		struct cacheline_padding _pad1_ __attribute__((aligned(64)));
	}
	struct lruvec lruvec;
	@until(6.12) {
		struct lruvec_stats_percpu *lruvec_stats_percpu;
		struct lruvec_stats lruvec_stats;
	}
	@since(6.12) struct cacheline_padding _pad2_ __attribute__((aligned(64)));
	unsigned long lru_zone_size[25];
	struct mem_cgroup_reclaim_iter iter;
	@until(6.12) {
		struct shrinker_info *shrinker_info;
		struct rb_node tree_node;
		unsigned long usage_in_excess;
		bool on_tree;
		struct mem_cgroup *memcg;
	}
};

struct compact_control {
	@until(6.12) struct list_head freepages;
	@since(6.12) struct list_head freepages[11];
	struct list_head migratepages;
	unsigned int nr_freepages, nr_migratepages;
	unsigned long free_pfn, migrate_pfn, fast_start_pfn;
	struct zone *zone;
	unsigned long total_migrate_scanned, total_free_scanned;
	unsigned short fast_search_fail;
	short search_order;
	const gfp_t gfp_mask;
	int order, migratetype;
	const unsigned int alloc_flags;
	const int highest_zoneidx;
	enum migrate_mode mode;
	bool ignore_skip_hint, no_set_skip_hint, ignore_block_suitable, direct_compaction;
	bool proactive_compaction, whole_zone, contended;
	@until(6.12) bool rescan;
	@since(6.12) bool finish_pageblock;
	bool alloc_contig;
};

struct reclaim_state {
	@until(6.12) unsigned long reclaimed_slab;
	@since(6.12) unsigned long reclaimed;
	struct lru_gen_mm_walk *mm_walk;
};

struct scan_control {
	unsigned long nr_to_reclaim;
	nodemask_t *nodemask;
	struct mem_cgroup *target_mem_cgroup;
	unsigned long anon_cost, file_cost;
	@since(6.12) int *proactive_swappiness;
	unsigned int may_deactivate : 2, force_deactivate : 1, skipped_deactivate : 1;
	unsigned int may_writepage : 1, may_unmap : 1, may_swap : 1;
	@since(6.12) {
		unsigned int no_cache_trim_mode : 1, cache_trim_mode_failed : 1;
	}
	unsigned int proactive : 1, memcg_low_reclaim : 1, memcg_low_skipped : 1;
	@since(6.12) unsigned int memcg_full_walk : 1;
	unsigned int hibernation_mode : 1, compaction_ready : 1, cache_trim_mode : 1;
	unsigned int file_is_tiny : 1, no_demotion : 1;
	@until(6.12) {
		unsigned int memcgs_need_aging : 1;
		unsigned long last_reclaimed;
	}
	s8 order, priority, reclaim_idx;
	gfp_t gfp_mask;
	unsigned long nr_scanned, nr_reclaimed;
	struct {
		unsigned int dirty, unqueued_dirty, congested, writeback, immediate;
		unsigned int file_taken, taken;
	} nr;
	struct reclaim_state reclaim_state;
};

struct shrink_control {
	gfp_t gfp_mask;
	int nid;
	unsigned long nr_to_scan, nr_scanned;
	struct mem_cgroup *memcg;
};

struct mem_section {
	unsigned long section_mem_map;
	struct mem_section_usage *usage;
};

struct per_cpu_pages {
	spinlock_t lock;
	int count, high;
	@since(6.12) {
		int high_min, high_max;
	}
	int batch;
	@until(6.12) {
		short free_factor, expire;
	}
	@since(6.12) {
		u8 flags, alloc_factor, expire;
		short free_count;
	}
	struct list_head lists[14];
} __attribute__((aligned(16)));

struct anon_vma_chain {
	struct vm_area_struct *vma;
	struct anon_vma *anon_vma;
	struct list_head same_vma;
	struct rb_node rb;
	unsigned long rb_subtree_last;
};
