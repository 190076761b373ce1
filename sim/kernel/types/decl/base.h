/* Integer names, lists, locks, timers, work: all members, all offsets. */

typedef unsigned int __u32;
typedef __u32 u32;
typedef struct { int counter; } atomic_t;
struct llist_node { struct llist_node *next; };
typedef unsigned short __u16;
typedef __u16 u16;

struct rb_node {
	unsigned long __rb_parent_color;
	struct rb_node *rb_right;
	struct rb_node *rb_left;
};

struct list_head {
	struct list_head *next;
	struct list_head *prev;
};

typedef long long __s64;
typedef __s64 s64;
typedef s64 ktime_t;

struct timerqueue_node {
	struct rb_node node;
	ktime_t expires;
};

enum hrtimer_restart { HRTIMER_NORESTART, HRTIMER_RESTART };
typedef unsigned char __u8;
typedef __u8 u8;

struct hrtimer {
	struct timerqueue_node node;
	ktime_t _softexpires;
	enum hrtimer_restart (*function)(struct hrtimer *);
	struct hrtimer_clock_base *base;
	u8 state, is_rel, is_soft, is_hard;
};

struct cpumask { unsigned long bits[128]; };

struct hlist_node {
	struct hlist_node *next;
	struct hlist_node **pprev;
};

typedef struct raw_spinlock raw_spinlock_t;
typedef struct qspinlock arch_spinlock_t;

struct qspinlock {
	union {
		atomic_t val;
		struct { u8 locked, pending; };
		struct { u16 locked_pending, tail; };
	};
};

struct raw_spinlock { arch_spinlock_t raw_lock; };

struct callback_head {
	struct callback_head *next;
	void (*func)(struct callback_head *);
};

typedef struct { s64 counter; } atomic64_t;
typedef atomic64_t atomic_long_t;
struct optimistic_spin_queue { atomic_t tail; };

struct mutex {
	atomic_long_t owner;
	raw_spinlock_t wait_lock;
	struct optimistic_spin_queue osq;
	struct list_head wait_list;
};

typedef struct spinlock spinlock_t;
struct spinlock { union { struct raw_spinlock rlock; }; };
typedef unsigned int gfp_t;

struct timer_list {
	struct hlist_node entry;
	unsigned long expires;
	void (*function)(struct timer_list *);
	u32 flags;
};

struct rw_semaphore {
	atomic_long_t count, owner;
	struct optimistic_spin_queue osq;
	raw_spinlock_t wait_lock;
	struct list_head wait_list;
};

typedef void (*work_func_t)(struct work_struct *);

struct work_struct {
	atomic_long_t data;
	struct list_head entry;
	work_func_t func;
};

struct wait_queue_head {
	spinlock_t lock;
	struct list_head head;
};

struct xarray {
	spinlock_t xa_lock;
	gfp_t xa_flags;
	void *xa_head;
};

struct hlist_bl_node {
	struct hlist_bl_node *next;
	struct hlist_bl_node **pprev;
};

typedef __s64 time64_t;

struct timespec64 {
	time64_t tv_sec;
	long tv_nsec;
};

struct hlist_nulls_node {
	struct hlist_nulls_node *next;
	struct hlist_nulls_node **pprev;
};

typedef int __s32;
typedef int (*wait_queue_func_t)(struct wait_queue_entry *, unsigned int, int, void *);

struct wait_queue_entry {
	unsigned int flags;
	void *private;
	wait_queue_func_t func;
	struct list_head entry;
};

struct swait_queue_head {
	raw_spinlock_t lock;
	struct list_head task_list;
};

struct completion {
	unsigned int done;
	struct swait_queue_head wait;
};

typedef __s32 s32;

struct percpu_counter {
	raw_spinlock_t lock;
	s64 count;
	struct list_head list;
	s32 *counters;
};

struct delayed_work {
	struct work_struct work;
	struct timer_list timer;
	struct workqueue_struct *wq;
	int cpu;
};
