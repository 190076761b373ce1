/* What a task is made of: all members, all offsets. */

struct thread_info {
	unsigned long flags, syscall_work;
	u32 status;
	@since(5.16) u32 cpu; // bcf9033e5449
};

union rcu_special {
	struct { u8 blocked, need_qs, exp_hint, need_mb; } b;
	u32 s;
};

@until(6.1) // 7964cf8caa4d
struct vmacache {
	u64 seqnum;
	struct vm_area_struct *vmas[4];
};

@until(6.2) // f1a7941243c1
struct task_rss_stat {
	int events;
	int count[4];
};

typedef int __kernel_clockid_t;
typedef __kernel_clockid_t clockid_t;
enum timespec_type { TT_NONE, TT_NATIVE, TT_COMPAT };

struct restart_block {
	unsigned long arch_data;
	long (*fn)(struct restart_block *);
	union {
		struct {
			u32 *uaddr;
			u32 val, flags, bitset;
			u64 time;
			u32 *uaddr2;
		} futex;
		struct {
			clockid_t clockid;
			enum timespec_type type;
			union {
				struct __kernel_timespec *rmtp;
				struct old_timespec32 *compat_rmtp;
			};
			u64 expires;
		} nanosleep;
		struct {
			struct pollfd *ufds;
			int nfds, has_timeout;
			unsigned long tv_sec, tv_nsec;
		} poll;
	};
};

struct prev_cputime {
	u64 utime, stime;
	raw_spinlock_t lock;
};

enum vtime_state { VTIME_INACTIVE, VTIME_IDLE, VTIME_SYS, VTIME_USER, VTIME_GUEST };

struct vtime {
	seqcount_t seqcount;
	unsigned long long starttime;
	enum vtime_state state;
	unsigned int cpu;
	u64 utime, stime, gtime;
};

struct timerqueue_head { struct rb_root_cached rb_root; };

struct posix_cputimer_base {
	u64 nextevt;
	struct timerqueue_head tqhead;
};

struct posix_cputimers {
	struct posix_cputimer_base bases[3];
	unsigned int timers_active, expiry_active;
};

struct posix_cputimers_work {
	struct callback_head work;
	struct mutex mutex;
	unsigned int scheduled;
};

struct sysv_sem { struct sem_undo_list *undo_list; };
struct sysv_shm { struct list_head shm_clist; };

struct seccomp {
	int mode;
	atomic_t filter_count;
	struct seccomp_filter *filter;
};

struct syscall_user_dispatch {
	char *selector;
	unsigned long offset, len;
	bool on_dispatch;
};

struct wake_q_node { struct wake_q_node *next; };

struct task_io_accounting {
	u64 rchar, wchar, syscr, syscw, read_bytes, write_bytes, cancelled_write_bytes;
};

struct arch_tlbflush_unmap_batch { struct cpumask cpumask; };

struct tlbflush_unmap_batch {
	struct arch_tlbflush_unmap_batch arch;
	bool flush_required, writable;
};

struct page_frag {
	struct page *page;
	__u32 offset, size;
};

struct kmap_ctrl {
};

struct desc_struct {
	u16 limit0, base0, base1 : 8, type : 4, s : 1, dpl : 2, p : 1, limit1 : 4, avl : 1, l : 1;
	u16 d : 1, g : 1, base2 : 8;
};

struct fpu_state_perm {
	u64 __state_perm;
	unsigned int __state_size, __user_state_size;
};

struct fregs_state {
	u32 cwd, swd, twd, fip, fcs, foo, fos;
	u32 st_space[20];
	u32 status;
};

struct fxregs_state {
	u16 cwd, swd, twd, fop;
	union {
		struct { u64 rip, rdp; };
		struct { u32 fip, fcs, foo, fos; };
	};
	u32 mxcsr, mxcsr_mask;
	u32 st_space[32];
	u32 xmm_space[64];
	u32 padding[12];
	union {
		u32 padding1[12];
		u32 sw_reserved[12];
	};
};

struct swregs_state {
	u32 cwd, swd, twd, fip, fcs, foo, fos;
	u32 st_space[20];
	u8 ftop, changed, lookahead, no_update, rm, alimit;
	struct math_emu_info *info;
	u32 entry_eip;
};

struct xstate_header {
	u64 xfeatures, xcomp_bv;
	u64 reserved[6];
};

struct xregs_state {
	struct fxregs_state i387;
	struct xstate_header header;
	u8 extended_state_area[0];
};

union fpregs_state {
	struct fregs_state fsave;
	struct fxregs_state fxsave;
	struct swregs_state soft;
	struct xregs_state xsave;
	u8 __padding[4096];
};

struct fpstate {
	unsigned int size, user_size;
	u64 xfeatures, user_xfeatures, xfd;
	unsigned int is_valloc : 1, is_guest : 1, is_confidential : 1, in_use : 1;
	union fpregs_state regs __attribute__((aligned(32)));
};

struct fpu {
	unsigned int last_cpu;
	unsigned long avx512_timestamp;
	struct fpstate *fpstate;
	struct fpstate *__task_fpstate;
	struct fpu_state_perm perm, guest_perm;
	struct fpstate __fpstate;
};

@since(6.12)
struct thread_shstk {
	u64 base, size;
};

struct thread_struct {
	struct desc_struct tls_array[3];
	unsigned long sp;
	unsigned short es, ds, fsindex, gsindex;
	unsigned long fsbase, gsbase;
	struct perf_event *ptrace_bps[4];
	unsigned long virtual_dr6, ptrace_dr7, cr2, trap_nr, error_code;
	struct io_bitmap *io_bitmap;
	unsigned long iopl_emul;
	unsigned int iopl_warn : 1;
	u32 pkru;
	@until(6.12) struct fpu fpu __attribute__((aligned(64)));
	@since(6.12) {
		unsigned long features, features_locked;
		struct thread_shstk shstk;
		struct fpu fpu __attribute__((aligned(16)));
	}
};
