/* Pages, address spaces and slab caches: all members, all offsets. */

typedef struct seqcount seqcount_t;
struct seqcount { unsigned int sequence; };
typedef struct {
} lockdep_map_p;

@since(6.1) // 54a611b60590
struct maple_tree {
	union {
		spinlock_t ma_lock;
		lockdep_map_p ma_external_lock;
	};
	@since(6.12) unsigned int ma_flags;
	void *ma_root;
	@until(6.12) unsigned int ma_flags;
};

typedef unsigned long pgdval_t;
typedef struct { pgdval_t pgd; } pgd_t;
@until(6.2) // f1a7941243c1
struct mm_rss_stat { atomic_long_t count[4]; };
typedef short __s16;
typedef __s16 s16;
@until(6.12)
typedef struct {
	u64 ctx_id;
	atomic64_t tlb_gen;
	unsigned long next_trim_cpumask;
	struct rw_semaphore ldt_usr_sem;
	struct ldt_struct *ldt;
	unsigned short flags;
	struct mutex lock;
	void *vdso;
	const struct vdso_image *vdso_image;
	atomic_t perf_rdpmc_allowed;
	u16 pkey_allocation_map;
	s16 execute_only_pkey;
} mm_context_t;
@since(6.12)
typedef struct {
	u64 ctx_id;
	atomic64_t tlb_gen;
	unsigned long next_trim_cpumask;
	struct rw_semaphore ldt_usr_sem;
	struct ldt_struct *ldt;
	unsigned long flags;
	struct mutex lock;
	void *vdso;
	const struct vdso_image *vdso_image;
	atomic_t perf_rdpmc_allowed;
	u16 pkey_allocation_map;
	s16 execute_only_pkey;
} mm_context_t;
struct uprobes_state { struct xol_area *xol_area; };

@until(6.12)
struct mm_struct {
	struct {
		@until(6.1) { // 763ecb035029, 524e00b36e8c, 7964cf8caa4d
			struct vm_area_struct *mmap;
			struct rb_root mm_rb;
			u64 vmacache_seqnum;
		}
		@since(6.1) struct maple_tree mm_mt; // d4af56c5c7c6
		unsigned long (*get_unmapped_area)(struct file *, unsigned long, unsigned long,
			unsigned long, unsigned long);
		unsigned long mmap_base, mmap_legacy_base, mmap_compat_base;
		unsigned long mmap_compat_legacy_base, task_size;
		@until(6.1) unsigned long highest_vm_end; // 763ecb035029
		pgd_t *pgd;
		atomic_t membarrier_state, mm_users, mm_count;
		atomic_long_t pgtables_bytes;
		int map_count;
		spinlock_t page_table_lock;
		struct rw_semaphore mmap_lock;
		struct list_head mmlist;
		atomic64_t futex_unique_id;
		unsigned long hiwater_rss, hiwater_vm, total_vm, locked_vm;
		atomic64_t pinned_vm;
		unsigned long data_vm, exec_vm, stack_vm, def_flags;
		seqcount_t write_protect_seq;
		spinlock_t arg_lock;
		unsigned long start_code, end_code, start_data, end_data, start_brk, brk;
		unsigned long start_stack, arg_start, arg_end, env_start, env_end;
		unsigned long saved_auxv[48];
		@until(6.2) struct mm_rss_stat rss_stat; // f1a7941243c1
		@since(6.2) struct percpu_counter rss_stat[4];
		struct linux_binfmt *binfmt;
		mm_context_t context;
		unsigned long flags;
		spinlock_t ioctx_lock;
		struct kioctx_table *ioctx_table;
		struct task_struct *owner;
		struct user_namespace *user_ns;
		struct file *exe_file;
		struct mmu_notifier_subscriptions *notifier_subscriptions;
		unsigned long numa_next_scan, numa_scan_offset;
		int numa_scan_seq;
		atomic_t tlb_flush_pending, tlb_flush_batched;
		struct uprobes_state uprobes_state;
		atomic_long_t hugetlb_usage;
		struct work_struct async_put_work;
		u32 pasid;
		unsigned long ksm_merging_pages, ksm_rmap_items;
		@since(6.1) // bd74fdaea146
		struct {
			struct list_head list;
			unsigned long bitmap;
			struct mem_cgroup *memcg;
		} lru_gen;
	};
	unsigned long cpu_bitmap[0];
};

@since(6.12)
struct mm_struct {
	struct {
		struct {
			atomic_t mm_count;
		} __attribute__((aligned(64)));
		struct maple_tree mm_mt;
		unsigned long mmap_base, mmap_legacy_base, mmap_compat_base;
		unsigned long mmap_compat_legacy_base, task_size;
		pgd_t *pgd;
		atomic_t membarrier_state, mm_users;
		struct mm_cid *pcpu_cid;
		unsigned long mm_cid_next_scan;
		atomic_long_t pgtables_bytes;
		int map_count;
		spinlock_t page_table_lock;
		struct rw_semaphore mmap_lock;
		struct list_head mmlist;
		seqcount_t mm_lock_seq;
		atomic64_t futex_unique_id;
		unsigned long hiwater_rss, hiwater_vm, total_vm, locked_vm;
		atomic64_t pinned_vm;
		unsigned long data_vm, exec_vm, stack_vm, def_flags;
		seqcount_t write_protect_seq;
		spinlock_t arg_lock;
		unsigned long start_code, end_code, start_data, end_data, start_brk, brk;
		unsigned long start_stack, arg_start, arg_end, env_start, env_end;
		unsigned long saved_auxv[52];
		struct percpu_counter rss_stat[4];
		struct linux_binfmt *binfmt;
		mm_context_t context;
		unsigned long flags;
		spinlock_t ioctx_lock;
		struct kioctx_table *ioctx_table;
		struct task_struct *owner;
		struct user_namespace *user_ns;
		struct file *exe_file;
		struct mmu_notifier_subscriptions *notifier_subscriptions;
		unsigned long numa_next_scan, numa_scan_offset;
		int numa_scan_seq;
		atomic_t tlb_flush_pending, tlb_flush_batched;
		struct uprobes_state uprobes_state;
		atomic_long_t hugetlb_usage;
		struct work_struct async_put_work;
		struct iommu_mm_data *iommu_mm;
		unsigned long ksm_merging_pages, ksm_rmap_items;
		atomic_long_t ksm_zero_pages;
		struct {
			struct list_head list;
			unsigned long bitmap;
			struct mem_cgroup *memcg;
		} lru_gen;
	} __attribute__((aligned(32)));
	unsigned long cpu_bitmap[0];
};

typedef struct pgprot pgprot_t;
typedef unsigned long pgprotval_t;
struct pgprot { pgprotval_t pgprot; };
struct vm_userfaultfd_ctx { struct userfaultfd_ctx *ctx; };

typedef unsigned long vm_flags_t;

@until(6.12)
struct vm_area_struct {
	unsigned long vm_start, vm_end;
	@until(6.1) { // 763ecb035029, 524e00b36e8c
		struct vm_area_struct *vm_next;
		struct vm_area_struct *vm_prev;
		struct rb_node vm_rb;
		unsigned long rb_subtree_gap;
	}
	struct mm_struct *vm_mm;
	pgprot_t vm_page_prot;
	unsigned long vm_flags;
	union {
		struct {
			struct rb_node rb;
			unsigned long rb_subtree_last;
		} shared;
		struct anon_vma_name *anon_name;
	};
	struct list_head anon_vma_chain;
	struct anon_vma *anon_vma;
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
	atomic_long_t swap_readahead_info;
	struct mempolicy *vm_policy;
	struct vm_userfaultfd_ctx vm_userfaultfd_ctx;
};

@since(6.12)
struct vm_area_struct {
	union {
		struct {
			unsigned long vm_start, vm_end;
		};
		struct callback_head vm_rcu;
	};
	struct mm_struct *vm_mm;
	pgprot_t vm_page_prot;
	union {
		const vm_flags_t vm_flags;
		vm_flags_t __vm_flags;
	};
	bool detached;
	unsigned int vm_lock_seq;
	struct vma_lock *vm_lock;
	struct {
		struct rb_node rb;
		unsigned long rb_subtree_last;
	} shared;
	struct list_head anon_vma_chain;
	struct anon_vma *anon_vma;
	const struct vm_operations_struct *vm_ops;
	unsigned long vm_pgoff;
	struct file *vm_file;
	void *vm_private_data;
	atomic_long_t swap_readahead_info;
	struct mempolicy *vm_policy;
	struct vma_numab_state *numab_state;
	struct vm_userfaultfd_ctx vm_userfaultfd_ctx;
};

typedef struct page *pgtable_t;

struct page {
	unsigned long flags;
	union {
		struct {
			union {
				struct list_head lru;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
				struct list_head buddy_list, pcp_list;
			};
			struct address_space *mapping;
			@until(6.12) unsigned long index;
			@since(6.12) union {
				unsigned long index, share;
			};
			unsigned long private;
		};
		struct {
			unsigned long pp_magic;
			struct page_pool *pp;
			unsigned long _pp_mapping_pad, dma_addr;
			@until(6.12) union {
				unsigned long dma_addr_upper;
				atomic_long_t pp_frag_count;
			};
			@since(6.12) atomic_long_t pp_ref_count;
		};
		struct {
			unsigned long compound_head;
			@until(6.12) {
				unsigned char compound_dtor, compound_order;
				atomic_t compound_mapcount, compound_pincount;
				unsigned int compound_nr;
				unsigned long _private_1;
			}
		};
		@until(6.12) {
			struct {
				unsigned long _compound_pad_1, _compound_pad_2;
				struct list_head deferred_list;
			};
			struct {
				unsigned long _pt_pad_1;
				pgtable_t pmd_huge_pte;
				unsigned long _pt_pad_2;
				union {
					struct mm_struct *pt_mm;
					atomic_t pt_frag_refcount, pt_share_count;
				};
				spinlock_t ptl;
			};
		}
		struct {
			struct dev_pagemap *pgmap;
			void *zone_device_data;
		};
		struct callback_head callback_head;
	};
	union {
		@since(6.12) unsigned int page_type;
		atomic_t _mapcount;
		@until(6.12) unsigned int page_type;
	};
	atomic_t _refcount;
	unsigned long memcg_data;
};

typedef struct { unsigned long val; } swp_entry_t;

@since(5.16) // 7b230db3b8d3
struct folio {
	union {
		struct {
			unsigned long flags;
			union {
				struct list_head lru;
				struct {
					void *__filler;
					unsigned int mlock_count;
				};
			};
			struct address_space *mapping;
			unsigned long index;
			@until(6.12) void *private;
			@since(6.12) union {
				void *private;
				swp_entry_t swap;
			};
			atomic_t _mapcount, _refcount;
			unsigned long memcg_data;
		};
		struct page page;
	};
	@until(6.12) {
		unsigned long _flags_1, __head;
		unsigned char _folio_dtor, _folio_order;
		atomic_t _total_mapcount, _pincount;
		unsigned int _folio_nr_pages;
		unsigned long _private_1;
	}
	@since(6.12) {
		union {
			struct {
				unsigned long _flags_1, _head_1;
				atomic_t _large_mapcount, _entire_mapcount;
				atomic_t _nr_pages_mapped, _pincount;
				unsigned int _folio_nr_pages;
			};
			struct page __page_1;
		};
		union {
			struct {
				unsigned long _flags_2, _head_2;
				struct list_head _deferred_list;
			};
			struct page __page_2;
		};
		union {
			struct {
				unsigned long _flags_3, _head_3;
				void *_hugetlb_subpool;
				void *_hugetlb_cgroup;
				void *_hugetlb_cgroup_rsvd;
				void *_hugetlb_hwpoison;
			};
			struct page __page_3;
		};
	}
} __attribute__((aligned(16)));

typedef unsigned int slab_flags_t;

struct reciprocal_value {
	u32 m;
	u8 sh1, sh2;
};

struct kmem_cache_order_objects { unsigned int x; };

struct lock_class_key {
};

struct kmem_cache {
	struct kmem_cache_cpu *cpu_slab;
	@since(6.12) struct lock_class_key lock_key;
	slab_flags_t flags;
	unsigned long min_partial;
	unsigned int size, object_size;
	struct reciprocal_value reciprocal_size;
	unsigned int offset, cpu_partial, cpu_partial_slabs;
	struct kmem_cache_order_objects oo, min;
	gfp_t allocflags;
	int refcount;
	void (*ctor)(void *);
	unsigned int inuse, align, red_left_pad;
	@until(6.12) const char *name;
	@since(6.12) const char *name;
	struct list_head list;
	struct kobject kobj;
	unsigned long random;
	unsigned int remote_node_defrag_ratio;
	unsigned int *random_seq;
	unsigned int useroffset, usersize;
	struct kmem_cache_node *node[1024];
};
