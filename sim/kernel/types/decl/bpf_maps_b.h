/* Maps, links and iterators as the kernel keeps them: all members, all offsets. */

struct bpf_prog_pack {
	struct list_head list;
	void *ptr;
	bool arch_flush_needed;
	unsigned long bitmap[0];
};

@until(6.12)
enum bpf_arg_type {
	ARG_DONTCARE, ARG_CONST_MAP_PTR, ARG_PTR_TO_MAP_KEY, ARG_PTR_TO_MAP_VALUE, ARG_PTR_TO_MEM,
	ARG_CONST_SIZE, ARG_CONST_SIZE_OR_ZERO, ARG_PTR_TO_CTX, ARG_ANYTHING,
	ARG_PTR_TO_SPIN_LOCK, ARG_PTR_TO_SOCK_COMMON, ARG_PTR_TO_SOCKET, ARG_PTR_TO_BTF_ID,
	ARG_PTR_TO_ALLOC_MEM, ARG_CONST_ALLOC_SIZE_OR_ZERO, ARG_PTR_TO_BTF_ID_SOCK_COMMON,
	ARG_PTR_TO_PERCPU_BTF_ID, ARG_PTR_TO_FUNC, ARG_PTR_TO_STACK, ARG_PTR_TO_CONST_STR,
	ARG_PTR_TO_TIMER, ARG_PTR_TO_KPTR, ARG_PTR_TO_DYNPTR, __BPF_ARG_TYPE_MAX,
	ARG_PTR_TO_MAP_VALUE_OR_NULL = 259, ARG_PTR_TO_MEM_OR_NULL, ARG_PTR_TO_CTX_OR_NULL = 263,
	ARG_PTR_TO_SOCKET_OR_NULL = 267, ARG_PTR_TO_ALLOC_MEM_OR_NULL = 269,
	ARG_PTR_TO_STACK_OR_NULL = 274, ARG_PTR_TO_BTF_ID_OR_NULL = 268,
	ARG_PTR_TO_UNINIT_MEM = 67141636, ARG_PTR_TO_FIXED_SIZE_MEM = 262148,
	__BPF_ARG_TYPE_LIMIT = 134217727
};

@since(6.12)
enum bpf_arg_type {
	ARG_DONTCARE, ARG_CONST_MAP_PTR, ARG_PTR_TO_MAP_KEY, ARG_PTR_TO_MAP_VALUE,
	ARG_PTR_TO_MEM, ARG_PTR_TO_ARENA, ARG_CONST_SIZE, ARG_CONST_SIZE_OR_ZERO, ARG_PTR_TO_CTX,
	ARG_ANYTHING, ARG_SCALAR, ARG_PTR_TO_SPIN_LOCK, ARG_PTR_TO_SOCK_COMMON,
	ARG_PTR_TO_SOCKET, ARG_PTR_TO_BTF_ID, ARG_PTR_TO_RINGBUF_MEM,
	ARG_CONST_ALLOC_SIZE_OR_ZERO, ARG_PTR_TO_BTF_ID_SOCK_COMMON, ARG_PTR_TO_PERCPU_BTF_ID,
	ARG_PTR_TO_FUNC, ARG_PTR_TO_STACK, ARG_PTR_TO_CONST_STR, ARG_PTR_TO_TIMER,
	ARG_KPTR_XCHG_DEST, ARG_PTR_TO_DYNPTR, __BPF_ARG_TYPE_MAX,
	ARG_PTR_TO_MAP_VALUE_OR_NULL = 259, ARG_PTR_TO_MEM_OR_NULL, ARG_PTR_TO_CTX_OR_NULL = 264,
	ARG_PTR_TO_SOCKET_OR_NULL = 269, ARG_PTR_TO_STACK_OR_NULL = 276,
	ARG_PTR_TO_BTF_ID_OR_NULL = 270, ARG_PTR_TO_UNINIT_MEM = 67141636,
	ARG_PTR_TO_FIXED_SIZE_MEM = 262148, __BPF_ARG_TYPE_LIMIT = 134217727
};

@since(6.12)
enum priv_stack_mode {
	PRIV_STACK_UNKNOWN, NO_PRIV_STACK, PRIV_STACK_ADAPTIVE
};

@since(6.12)
struct bpf_subprog_arg_info {
	enum bpf_arg_type arg_type;
	union {
		u32 mem_size, btf_id;
	};
};

struct bpf_subprog_info {
	u32 start, linfo_idx;
	u16 stack_depth;
	@until(6.12) {
		bool has_tail_call, tail_call_reachable, has_ld_abs, is_async_cb;
	}
	@since(6.12) {
		u16 stack_extra;
		s16 fastcall_stack_off;
		bool has_tail_call : 1, tail_call_reachable : 1, has_ld_abs : 1, is_cb : 1;
		bool is_async_cb : 1, is_exception_cb : 1, args_cached : 1;
		bool keep_fastcall_stack : 1, changes_pkt_data : 1;
		enum priv_stack_mode priv_stack_mode;
		u8 arg_cnt;
		struct bpf_subprog_arg_info args[5];
	}
};

struct btf_mod_pair {
	struct btf *btf;
	struct module *module;
};

struct bpf_id_pair { u32 old, cur; };

@until(6.12)
enum bpf_dynptr_type {
	BPF_DYNPTR_TYPE_INVALID, BPF_DYNPTR_TYPE_LOCAL, BPF_DYNPTR_TYPE_RINGBUF
};

@since(6.12)
enum bpf_dynptr_type {
	BPF_DYNPTR_TYPE_INVALID, BPF_DYNPTR_TYPE_LOCAL, BPF_DYNPTR_TYPE_RINGBUF,
	BPF_DYNPTR_TYPE_SKB, BPF_DYNPTR_TYPE_XDP
};

struct tnum { u64 value, mask; };

enum bpf_reg_liveness {
	REG_LIVE_NONE, REG_LIVE_READ32, REG_LIVE_READ64, REG_LIVE_READ, REG_LIVE_WRITTEN,
	REG_LIVE_DONE = 8
};

@since(6.12)
enum bpf_iter_state {
	BPF_ITER_STATE_INVALID, BPF_ITER_STATE_ACTIVE, BPF_ITER_STATE_DRAINED
};

struct bpf_reg_state {
	enum bpf_reg_type type;
	s32 off;
	union {
		int range;
		struct {
			struct bpf_map *map_ptr;
			u32 map_uid;
		};
		struct {
			struct btf *btf;
			u32 btf_id;
		};
		@until(6.12) u32 mem_size;
		@since(6.12) struct {
			u32 mem_size, dynptr_id;
		};
		struct {
			enum bpf_dynptr_type type;
			bool first_slot;
		} dynptr;
		@since(6.12) struct {
			struct btf *btf;
			u32 btf_id;
			enum bpf_iter_state state : 2;
			int depth : 30;
		} iter;
		struct {
			unsigned long raw1, raw2;
		} raw;
		u32 subprogno;
	};
	@until(6.12) {
		u32 id, ref_obj_id;
	}
	struct tnum var_off;
	s64 smin_value, smax_value;
	u64 umin_value, umax_value;
	s32 s32_min_value, s32_max_value;
	u32 u32_min_value, u32_max_value;
	@since(6.12) {
		u32 id, ref_obj_id;
	}
	struct bpf_reg_state *parent;
	u32 frameno;
	s32 subreg_def;
	enum bpf_reg_liveness live;
	bool precise;
};

@since(6.12)
struct bpf_retval_range {
	s32 minval, maxval;
};

struct bpf_func_state {
	struct bpf_reg_state regs[11];
	int callsite;
	u32 frameno, subprogno, async_entry_cnt;
	@since(6.12) struct bpf_retval_range callback_ret_range;
	bool in_callback_fn;
	@until(6.12) struct tnum callback_ret_range;
	bool in_async_callback_fn;
	@since(6.12) {
		bool in_exception_callback_fn;
		u32 callback_depth;
	}
	int acquired_refs;
	struct bpf_reference_state *refs;
	@since(6.12) struct bpf_stack_state *stack;
	int allocated_stack;
	@until(6.12) struct bpf_stack_state *stack;
};

@since(6.12)
struct bpf_active_lock {
	void *ptr;
	u32 id;
};

struct bpf_verifier_state {
	struct bpf_func_state *frame[8];
	struct bpf_verifier_state *parent;
	u32 branches, insn_idx, curframe;
	@until(6.12) u32 active_spin_lock;
	@since(6.12) struct bpf_active_lock active_lock;
	bool speculative;
	@since(6.12) {
		bool active_rcu_lock;
		u32 active_preempt_lock;
		bool used_as_loop_entry, in_sleepable;
	}
	u32 first_insn_idx, last_insn_idx;
	@until(6.12) {
		struct bpf_idx_pair *jmp_history;
		u32 jmp_history_cnt;
	}
	@since(6.12) {
		struct bpf_verifier_state *loop_entry;
		u32 insn_hist_start, insn_hist_end, dfs_depth, callback_unroll_depth;
		u32 may_goto_depth;
	}
};

@until(6.12)
enum bpf_return_type {
	RET_INTEGER, RET_VOID, RET_PTR_TO_MAP_VALUE, RET_PTR_TO_SOCKET, RET_PTR_TO_TCP_SOCK,
	RET_PTR_TO_SOCK_COMMON, RET_PTR_TO_ALLOC_MEM, RET_PTR_TO_MEM_OR_BTF_ID, RET_PTR_TO_BTF_ID,
	__BPF_RET_TYPE_MAX, RET_PTR_TO_MAP_VALUE_OR_NULL = 258, RET_PTR_TO_SOCKET_OR_NULL,
	RET_PTR_TO_TCP_SOCK_OR_NULL, RET_PTR_TO_SOCK_COMMON_OR_NULL,
	RET_PTR_TO_ALLOC_MEM_OR_NULL = 1286, RET_PTR_TO_DYNPTR_MEM_OR_NULL = 262,
	RET_PTR_TO_BTF_ID_OR_NULL = 264, __BPF_RET_TYPE_LIMIT = 134217727
};

@since(6.12)
enum bpf_return_type {
	RET_INTEGER, RET_VOID, RET_PTR_TO_MAP_VALUE, RET_PTR_TO_SOCKET, RET_PTR_TO_TCP_SOCK,
	RET_PTR_TO_SOCK_COMMON, RET_PTR_TO_MEM, RET_PTR_TO_MEM_OR_BTF_ID, RET_PTR_TO_BTF_ID,
	__BPF_RET_TYPE_MAX, RET_PTR_TO_MAP_VALUE_OR_NULL = 258, RET_PTR_TO_SOCKET_OR_NULL,
	RET_PTR_TO_TCP_SOCK_OR_NULL, RET_PTR_TO_SOCK_COMMON_OR_NULL,
	RET_PTR_TO_RINGBUF_MEM_OR_NULL = 1286, RET_PTR_TO_DYNPTR_MEM_OR_NULL = 262,
	RET_PTR_TO_BTF_ID_OR_NULL = 264, RET_PTR_TO_BTF_ID_TRUSTED = 1048584,
	__BPF_RET_TYPE_LIMIT = 134217727
};

struct bpf_func_proto {
	u64 (*func)(u64, u64, u64, u64, u64);
	bool gpl_only, pkt_access, might_sleep;
	@since(6.12) bool allow_fastcall;
	enum bpf_return_type ret_type;
	union {
		struct {
			enum bpf_arg_type arg1_type, arg2_type, arg3_type, arg4_type;
			enum bpf_arg_type arg5_type;
		};
		enum bpf_arg_type arg_type[5];
	};
	union {
		struct {
			u32 *arg1_btf_id;
			u32 *arg2_btf_id;
			u32 *arg3_btf_id;
			u32 *arg4_btf_id;
			u32 *arg5_btf_id;
		};
		u32 *arg_btf_id[5];
		struct {
			size_t arg1_size, arg2_size, arg3_size, arg4_size, arg5_size;
		};
		size_t arg_size[5];
	};
	int *ret_btf_id;
	bool (*allowed)(const struct bpf_prog *);
};

struct bpf_loop_inline_state {
	unsigned int initialized : 1, fit_for_inline : 1;
	u32 callback_subprogno;
};

@since(6.12)
struct bpf_map_ptr_state {
	struct bpf_map *map_ptr;
	bool poison, unpriv;
};

struct bpf_insn_aux_data {
	union {
		enum bpf_reg_type ptr_type;
		@until(6.12) unsigned long map_ptr_state;
		@since(6.12) struct bpf_map_ptr_state map_ptr_state;
		s32 call_imm;
		u32 alu_limit;
		struct {
			u32 map_index, map_off;
		};
		struct {
			enum bpf_reg_type reg_type;
			union {
				struct {
					struct btf *btf;
					u32 btf_id;
				};
				u32 mem_size;
			};
		} btf_var;
		struct bpf_loop_inline_state loop_inline_state;
	};
	@since(6.12) {
		union {
			u64 obj_new_size, insert_off;
		};
		struct btf_struct_meta *kptr_struct_meta;
	}
	u64 map_key_state;
	int ctx_field_size;
	u32 seen;
	bool sanitize_stack_spill, zext_dst;
	@since(6.12) {
		bool needs_zext, storage_get_func_atomic, is_iter_next;
		bool call_with_percpu_alloc_ptr;
	}
	u8 alu_state;
	@since(6.12) {
		u8 fastcall_pattern : 1, fastcall_spills_num : 3;
	}
	unsigned int orig_idx;
	@since(6.12) bool jmp_point;
	bool prune_point;
	@until(6.12) bool jmp_point;
	@since(6.12) {
		bool force_checkpoint, calls_callback, jump_target;
	}
};

struct bpf_cand_cache {
	const char *name;
	u32 name_len;
	u16 kind, cnt;
	struct {
		const struct btf *btf;
		u32 id;
	} cands[0];
};

struct bpf_map_dev_ops {
	int (*map_get_next_key)(struct bpf_offloaded_map *, void *, void *);
	int (*map_lookup_elem)(struct bpf_offloaded_map *, void *, void *);
	int (*map_update_elem)(struct bpf_offloaded_map *, void *, void *, u64);
	int (*map_delete_elem)(struct bpf_offloaded_map *, void *);
};

typedef struct elf64_hdr Elf64_Ehdr;
typedef struct elf64_shdr Elf64_Shdr;
@until(6.12)
enum mptcp_data_avail { MPTCP_SUBFLOW_NODATA, MPTCP_SUBFLOW_DATA_AVAIL };

struct bpf_scratchpad {
	union {
		__be32 diff[128];
		u8 buff[512];
	};
	@since(6.12) local_lock_t bh_lock;
};

typedef struct fsnotify_mark_connector *fsnotify_connp_t;
@until(6.12)
typedef void (*io_req_tw_func_t)(struct io_kiocb *, bool *);
@since(6.12) typedef void (*io_req_tw_func_t)(struct io_kiocb *, struct io_tw_state *);
enum dma_data_direction { DMA_BIDIRECTIONAL, DMA_TO_DEVICE, DMA_FROM_DEVICE, DMA_NONE };
typedef __u8 mtrr_type;
enum bpf_text_poke_type { BPF_MOD_CALL, BPF_MOD_JUMP };

enum owner_state {
	OWNER_NULL = 1, OWNER_WRITER, OWNER_READER = 4, OWNER_NONSPINNABLE = 8
};

typedef int (*ftrace_mapper_func)(void *);

enum bpf_lru_list_type {
	BPF_LRU_LIST_T_ACTIVE, BPF_LRU_LIST_T_INACTIVE, BPF_LRU_LIST_T_FREE,
	BPF_LRU_LOCAL_LIST_T_FREE, BPF_LRU_LOCAL_LIST_T_PENDING
};

enum perf_bpf_event_type {
	PERF_BPF_EVENT_UNKNOWN, PERF_BPF_EVENT_PROG_LOAD, PERF_BPF_EVENT_PROG_UNLOAD,
	PERF_BPF_EVENT_MAX
};

enum sock_shutdown_cmd { SHUT_RD, SHUT_WR, SHUT_RDWR };
typedef unsigned long p4dval_t;
typedef struct { p4dval_t p4d; } p4d_t;
enum xen_mc_extend_args { XEN_MC_XE_OK, XEN_MC_XE_BAD_OP, XEN_MC_XE_NO_SPACE };

enum xen_mc_flush_reason {
	XEN_MC_FL_NONE, XEN_MC_FL_BATCH, XEN_MC_FL_ARGS, XEN_MC_FL_CALLBACK
};

typedef void (*xen_mc_callback_fn_t)(void *);
@until(6.12)
enum paravirt_lazy_mode { PARAVIRT_LAZY_NONE, PARAVIRT_LAZY_MMU, PARAVIRT_LAZY_CPU };
typedef phys_addr_t resource_size_t;
typedef unsigned long (*bpf_ctx_copy_t)(void *, const void *, unsigned long, unsigned long);
typedef void (*bpf_jit_fill_hole_t)(void *, unsigned int);
typedef unsigned long ulong;
enum bpf_access_type { BPF_READ = 1, BPF_WRITE };

@until(6.12)
enum bpf_type_flag {
	PTR_MAYBE_NULL = 256, MEM_RDONLY = 512, MEM_ALLOC = 1024, MEM_USER = 2048,
	MEM_PERCPU = 4096, OBJ_RELEASE = 8192, PTR_UNTRUSTED = 16384, MEM_UNINIT = 32768,
	DYNPTR_TYPE_LOCAL = 65536, DYNPTR_TYPE_RINGBUF = 131072, MEM_FIXED_SIZE = 262144,
	MEM_ALIGNED = 33554432, MEM_WRITE = 67108864, __BPF_TYPE_FLAG_MAX,
	__BPF_TYPE_LAST_FLAG = 67108864
};

@since(6.12)
enum bpf_type_flag {
	PTR_MAYBE_NULL = 256, MEM_RDONLY = 512, MEM_RINGBUF = 1024, MEM_USER = 2048,
	MEM_PERCPU = 4096, OBJ_RELEASE = 8192, PTR_UNTRUSTED = 16384, MEM_UNINIT = 32768,
	DYNPTR_TYPE_LOCAL = 65536, DYNPTR_TYPE_RINGBUF = 131072, MEM_FIXED_SIZE = 262144,
	MEM_ALLOC = 524288, PTR_TRUSTED = 1048576, MEM_RCU = 2097152, NON_OWN_REF = 4194304,
	DYNPTR_TYPE_SKB = 8388608, DYNPTR_TYPE_XDP = 16777216, MEM_ALIGNED = 33554432,
	MEM_WRITE = 67108864, __BPF_TYPE_FLAG_MAX, __BPF_TYPE_LAST_FLAG = 67108864
};

enum mptcp_pm_status {
	MPTCP_PM_ADD_ADDR_RECEIVED, MPTCP_PM_ADD_ADDR_SEND_ACK, MPTCP_PM_RM_ADDR_RECEIVED,
	MPTCP_PM_ESTABLISHED, MPTCP_PM_SUBFLOW_ESTABLISHED, MPTCP_PM_ALREADY_ESTABLISHED,
	MPTCP_PM_MPC_ENDPOINT_ACCOUNTED, MPTCP_PM_DESTROYING
};

enum tk_offsets { TK_OFFS_REAL, TK_OFFS_BOOT, TK_OFFS_TAI, TK_OFFS_MAX };

enum bpf_netdev_command {
	XDP_SETUP_PROG, XDP_SETUP_PROG_HW, BPF_OFFLOAD_MAP_ALLOC, BPF_OFFLOAD_MAP_FREE,
	XDP_SETUP_XSK_POOL
};

typedef u8 uprobe_opcode_t;
typedef struct ns_common *ns_get_path_helper_t(void *);
typedef void (*swap_r_func_t)(void *, void *, int, const void *);
typedef uint32_t grant_ref_t;
typedef int (*bpf_aux_classic_check_t)(struct sock_filter *, unsigned int);
typedef struct sock *(*udp_lookup_t)(const struct sk_buff *, __be16, __be16);

enum bpf_cgroup_storage_type {
	BPF_CGROUP_STORAGE_SHARED, BPF_CGROUP_STORAGE_PERCPU, __BPF_CGROUP_STORAGE_MAX
};

typedef int rmap_t;

@until(6.12)
enum linux_mptcp_mib_field {
	MPTCP_MIB_NUM, MPTCP_MIB_MPCAPABLEPASSIVE, MPTCP_MIB_MPCAPABLEACTIVE,
	MPTCP_MIB_MPCAPABLEACTIVEACK, MPTCP_MIB_MPCAPABLEPASSIVEACK,
	MPTCP_MIB_MPCAPABLEPASSIVEFALLBACK, MPTCP_MIB_MPCAPABLEACTIVEFALLBACK,
	MPTCP_MIB_MPCAPABLEENDPATTEMPT, MPTCP_MIB_TOKENFALLBACKINIT, MPTCP_MIB_RETRANSSEGS,
	MPTCP_MIB_JOINNOTOKEN, MPTCP_MIB_JOINSYNRX, MPTCP_MIB_JOINSYNBACKUPRX,
	MPTCP_MIB_JOINSYNACKRX, MPTCP_MIB_JOINSYNACKBACKUPRX, MPTCP_MIB_JOINSYNACKMAC,
	MPTCP_MIB_JOINACKRX, MPTCP_MIB_JOINACKMAC, MPTCP_MIB_DSSNOMATCH,
	MPTCP_MIB_DSSCORRUPTIONFALLBACK, MPTCP_MIB_DSSCORRUPTIONRESET, MPTCP_MIB_INFINITEMAPTX,
	MPTCP_MIB_INFINITEMAPRX, MPTCP_MIB_DSSTCPMISMATCH, MPTCP_MIB_DATACSUMERR,
	MPTCP_MIB_OFOQUEUETAIL, MPTCP_MIB_OFOQUEUE, MPTCP_MIB_OFOMERGE, MPTCP_MIB_NODSSWINDOW,
	MPTCP_MIB_DUPDATA, MPTCP_MIB_ADDADDR, MPTCP_MIB_ECHOADD, MPTCP_MIB_PORTADD,
	MPTCP_MIB_ADDADDRDROP, MPTCP_MIB_JOINPORTSYNRX, MPTCP_MIB_JOINPORTSYNACKRX,
	MPTCP_MIB_JOINPORTACKRX, MPTCP_MIB_MISMATCHPORTSYNRX, MPTCP_MIB_MISMATCHPORTACKRX,
	MPTCP_MIB_RMADDR, MPTCP_MIB_RMADDRDROP, MPTCP_MIB_RMSUBFLOW, MPTCP_MIB_MPPRIOTX,
	MPTCP_MIB_MPPRIORX, MPTCP_MIB_MPFAILTX, MPTCP_MIB_MPFAILRX, MPTCP_MIB_MPFASTCLOSETX,
	MPTCP_MIB_MPFASTCLOSERX, MPTCP_MIB_MPRSTTX, MPTCP_MIB_MPRSTRX, MPTCP_MIB_RCVPRUNED,
	MPTCP_MIB_SUBFLOWSTALE, MPTCP_MIB_SUBFLOWRECOVER, MPTCP_MIB_SNDWNDSHARED,
	MPTCP_MIB_RCVWNDSHARED, MPTCP_MIB_RCVWNDCONFLICTUPDATE, MPTCP_MIB_RCVWNDCONFLICT,
	__MPTCP_MIB_MAX
};

@since(6.12)
enum linux_mptcp_mib_field {
	MPTCP_MIB_NUM, MPTCP_MIB_MPCAPABLEPASSIVE, MPTCP_MIB_MPCAPABLEACTIVE,
	MPTCP_MIB_MPCAPABLEACTIVEACK, MPTCP_MIB_MPCAPABLEPASSIVEACK,
	MPTCP_MIB_MPCAPABLEPASSIVEFALLBACK, MPTCP_MIB_MPCAPABLEACTIVEFALLBACK,
	MPTCP_MIB_MPCAPABLEACTIVEDROP, MPTCP_MIB_MPCAPABLEACTIVEDISABLED,
	MPTCP_MIB_MPCAPABLEENDPATTEMPT, MPTCP_MIB_TOKENFALLBACKINIT, MPTCP_MIB_RETRANSSEGS,
	MPTCP_MIB_JOINNOTOKEN, MPTCP_MIB_JOINSYNRX, MPTCP_MIB_JOINSYNBACKUPRX,
	MPTCP_MIB_JOINSYNACKRX, MPTCP_MIB_JOINSYNACKBACKUPRX, MPTCP_MIB_JOINSYNACKMAC,
	MPTCP_MIB_JOINACKRX, MPTCP_MIB_JOINACKMAC, MPTCP_MIB_JOINSYNTX,
	MPTCP_MIB_JOINSYNTXCREATSKERR, MPTCP_MIB_JOINSYNTXBINDERR, MPTCP_MIB_JOINSYNTXCONNECTERR,
	MPTCP_MIB_DSSNOMATCH, MPTCP_MIB_DSSCORRUPTIONFALLBACK, MPTCP_MIB_DSSCORRUPTIONRESET,
	MPTCP_MIB_INFINITEMAPTX, MPTCP_MIB_INFINITEMAPRX, MPTCP_MIB_DSSTCPMISMATCH,
	MPTCP_MIB_DATACSUMERR, MPTCP_MIB_OFOQUEUETAIL, MPTCP_MIB_OFOQUEUE, MPTCP_MIB_OFOMERGE,
	MPTCP_MIB_NODSSWINDOW, MPTCP_MIB_DUPDATA, MPTCP_MIB_ADDADDR, MPTCP_MIB_ADDADDRTX,
	MPTCP_MIB_ADDADDRTXDROP, MPTCP_MIB_ECHOADD, MPTCP_MIB_ECHOADDTX, MPTCP_MIB_ECHOADDTXDROP,
	MPTCP_MIB_PORTADD, MPTCP_MIB_ADDADDRDROP, MPTCP_MIB_JOINPORTSYNRX,
	MPTCP_MIB_JOINPORTSYNACKRX, MPTCP_MIB_JOINPORTACKRX, MPTCP_MIB_MISMATCHPORTSYNRX,
	MPTCP_MIB_MISMATCHPORTACKRX, MPTCP_MIB_RMADDR, MPTCP_MIB_RMADDRDROP, MPTCP_MIB_RMADDRTX,
	MPTCP_MIB_RMADDRTXDROP, MPTCP_MIB_RMSUBFLOW, MPTCP_MIB_MPPRIOTX, MPTCP_MIB_MPPRIORX,
	MPTCP_MIB_MPFAILTX, MPTCP_MIB_MPFAILRX, MPTCP_MIB_MPFASTCLOSETX, MPTCP_MIB_MPFASTCLOSERX,
	MPTCP_MIB_MPRSTTX, MPTCP_MIB_MPRSTRX, MPTCP_MIB_RCVPRUNED, MPTCP_MIB_SUBFLOWSTALE,
	MPTCP_MIB_SUBFLOWRECOVER, MPTCP_MIB_SNDWNDSHARED, MPTCP_MIB_RCVWNDSHARED,
	MPTCP_MIB_RCVWNDCONFLICTUPDATE, MPTCP_MIB_RCVWNDCONFLICT, MPTCP_MIB_CURRESTAB,
	MPTCP_MIB_BLACKHOLE, MPTCP_MIB_MPCAPABLEDATAFALLBACK, MPTCP_MIB_MD5SIGFALLBACK,
	MPTCP_MIB_DSSFALLBACK, MPTCP_MIB_SIMULTCONNFALLBACK, MPTCP_MIB_FALLBACKFAILED,
	__MPTCP_MIB_MAX
};

typedef struct siginfo siginfo_t;
enum sig_handler { HANDLER_CURRENT, HANDLER_SIG_DFL, HANDLER_EXIT };
typedef __kernel_timer_t timer_t;
typedef struct dentry *instantiate_t(struct dentry *, struct task_struct *, const void *);
typedef uint32_t evtchn_port_t;
typedef void (*task_work_func_t)(struct callback_head *);
@until(6.12)
enum task_work_notify_mode { TWA_NONE, TWA_RESUME, TWA_SIGNAL, TWA_SIGNAL_NO_IPI };

@since(6.12)
enum task_work_notify_mode {
	TWA_NONE, TWA_RESUME, TWA_SIGNAL, TWA_SIGNAL_NO_IPI, TWA_NMI_CURRENT, TWA_FLAGS = 65280,
	TWAF_NO_ALLOC = 256
};

enum tick_dep_bits {
	TICK_DEP_BIT_POSIX_TIMER, TICK_DEP_BIT_PERF_EVENTS, TICK_DEP_BIT_SCHED,
	TICK_DEP_BIT_CLOCK_UNSTABLE, TICK_DEP_BIT_RCU, TICK_DEP_BIT_RCU_EXP
};

typedef u64 (*bpf_trampoline_enter_t)(struct bpf_prog *, struct bpf_tramp_run_ctx *);

@since(6.12)
struct bpf_idmap {
	u32 tmp_id_gen;
	struct bpf_id_pair map[600];
};

@since(6.12)
struct bpf_idset {
	u32 count, ids[600];
};

@since(6.12)
struct backtrack_state {
	struct bpf_verifier_env *env;
	u32 frame, reg_masks[8];
	u64 stack_masks[8];
};

struct bpf_verifier_env {
	u32 insn_idx, prev_insn_idx;
	struct bpf_prog *prog;
	const struct bpf_verifier_ops *ops;
	@since(6.12) struct module *attach_btf_mod;
	struct bpf_verifier_stack_elem *head;
	int stack_size;
	bool strict_alignment, test_state_freq;
	@since(6.12) bool test_reg_invariants;
	struct bpf_verifier_state *cur_state;
	struct bpf_verifier_state_list **explored_states;
	struct bpf_verifier_state_list *free_list;
	struct bpf_map *used_maps[64];
	struct btf_mod_pair used_btfs[64];
	u32 used_map_cnt, used_btf_cnt, id_gen;
	@since(6.12) {
		u32 hidden_subprog_cnt;
		int exception_callback_subprog;
	}
	bool explore_alu_limits, allow_ptr_leaks, allow_uninit_stack;
	@until(6.12) bool allow_ptr_to_map_access;
	bool bpf_capable, bypass_spec_v1, bypass_spec_v4, seen_direct_write;
	@since(6.12) bool seen_exception;
	struct bpf_insn_aux_data *insn_aux_data;
	const struct bpf_line_info *prev_linfo;
	struct bpf_verifier_log log;
	@until(6.12) {
		struct bpf_subprog_info subprog_info[257];
		struct bpf_id_pair idmap_scratch[75];
	}
	@since(6.12) {
		struct bpf_subprog_info subprog_info[258];
		union {
			struct bpf_idmap idmap_scratch;
			struct bpf_idset idset_scratch;
		};
	}
	struct {
		int *insn_state;
		int *insn_stack;
		int cur_stack;
	} cfg;
	@since(6.12) {
		struct backtrack_state bt;
		struct bpf_insn_hist_entry *insn_hist;
		struct bpf_insn_hist_entry *cur_hist_ent;
		u32 insn_hist_cap;
	}
	u32 pass_cnt, subprog_cnt, prev_insn_processed, insn_processed;
	u32 prev_jmps_processed, jmps_processed;
	u64 verification_time;
	u32 max_states_per_insn, total_states, peak_states, longest_mark_read_walk;
	bpfptr_t fd_array;
	u32 scratched_regs;
	u64 scratched_stack_slots;
	@until(6.12) {
		u32 prev_log_len, prev_insn_print_len;
		char type_str_buf[64];
	}
	@since(6.12) {
		u64 prev_log_pos, prev_insn_print_pos;
		struct bpf_reg_state fake_reg[2];
		char tmp_str_buf[320];
		struct bpf_insn insn_buf[32], epilogue_buf[32];
	}
};
