/* Registers, signals and what programs of perf events get: all members, all offsets. */

typedef int __kernel_pid_t;
typedef struct { unsigned long sig[1]; } sigset_t;

struct sigpending {
	struct list_head list;
	sigset_t signal;
};

typedef unsigned long __kernel_ulong_t;
typedef unsigned int __kernel_uid32_t;
typedef long __kernel_long_t;
struct rlimit { __kernel_ulong_t rlim_cur, rlim_max; };
typedef void __signalfn_t(int);
typedef __signalfn_t *__sighandler_t;
typedef void __restorefn_t(void);
typedef __restorefn_t *__sigrestore_t;

struct sigaction {
	__sighandler_t sa_handler;
	unsigned long sa_flags;
	__sigrestore_t sa_restorer;
	sigset_t sa_mask;
};

struct k_sigaction { struct sigaction sa; };
typedef int __kernel_timer_t;
typedef union sigval sigval_t;

union sigval {
	int sival_int;
	void *sival_ptr;
};

typedef __kernel_long_t __kernel_clock_t;

union __sifields {
	struct {
		__kernel_pid_t _pid;
		__kernel_uid32_t _uid;
	} _kill;
	struct {
		__kernel_timer_t _tid;
		int _overrun;
		sigval_t _sigval;
		int _sys_private;
	} _timer;
	struct {
		__kernel_pid_t _pid;
		__kernel_uid32_t _uid;
		sigval_t _sigval;
	} _rt;
	struct {
		__kernel_pid_t _pid;
		__kernel_uid32_t _uid;
		int _status;
		__kernel_clock_t _utime, _stime;
	} _sigchld;
	struct {
		void *_addr;
		union {
			int _trapno;
			short _addr_lsb;
			struct {
				char _dummy_bnd[8];
				void *_lower;
				void *_upper;
			} _addr_bnd;
			struct {
				char _dummy_pkey[8];
				__u32 _pkey;
			} _addr_pkey;
			struct {
				unsigned long _data;
				__u32 _type, _flags;
			} _perf;
		};
	} _sigfault;
	struct {
		long _band;
		int _fd;
	} _sigpoll;
	struct {
		void *_call_addr;
		int _syscall;
		unsigned int _arch;
	} _sigsys;
};

struct kernel_siginfo {
	struct {
		int si_signo, si_errno, si_code;
		union __sifields _sifields;
	};
};

typedef struct pt_regs bpf_user_pt_regs_t;

typedef unsigned long long __u64;

typedef __u64 u64;

@since(6.12)
struct fred_cs {
	u64 cs : 16, sl : 2, wfe : 1;
};

@since(6.12)
struct fred_ss {
	u64 ss : 16, sti : 1, swevent : 1, nmi : 1;
	unsigned int : 13;
	u64 vector : 8;
	unsigned int : 8;
	u64 type : 4;
	unsigned int : 4;
	u64 enclave : 1, lm : 1, nested : 1;
	unsigned int : 1;
	u64 insnlen : 4;
};

struct pt_regs {
	unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di;
	unsigned long orig_ax, ip;
	@until(6.12) unsigned long cs;
	@since(6.12) union {
		u16 cs;
		u64 csx;
		struct fred_cs fred_cs;
	};
	unsigned long flags, sp;
	@until(6.12) unsigned long ss;
	@since(6.12) union {
		u16 ss;
		u64 ssx;
		struct fred_ss fred_ss;
	};
};

struct bpf_perf_event_data {
	bpf_user_pt_regs_t regs;
	__u64 sample_period, addr;
};

struct ftrace_regs {
	@until(6.12) struct pt_regs regs;
};
