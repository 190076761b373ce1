// In which order the programs at one function and one system call run: each notes its turn.
#include "vmlinux.h"
#include "bpfsim_helpers.h"

char LICENSE[] SEC("license") = "GPL";

__u64 turns;
int target_pid;

#define TURN(name, section)                                                                       \
	__u64 name##_turn;                                                                        \
	SEC(section) int name(void *ctx)                                                          \
	{                                                                                         \
		int mine = !target_pid || (bpf_get_current_pid_tgid() >> 32) == target_pid;       \
		if (mine && !name##_turn)                                                         \
			name##_turn = ++turns;                                                    \
		return 0;                                                                         \
	}

TURN(fentry_1, "fentry/do_sys_openat2")
TURN(fentry_2, "fentry/do_sys_openat2")
TURN(kprobe_1, "kprobe/do_sys_openat2")
TURN(kprobe_2, "kprobe/do_sys_openat2")
TURN(kretprobe_1, "kretprobe/do_sys_openat2")
TURN(kretprobe_2, "kretprobe/do_sys_openat2")
TURN(multi_1, "kprobe.multi/do_sys_openat2")
TURN(multi_2, "kprobe.multi/do_sys_openat2")
TURN(retmulti_1, "kretprobe.multi/do_sys_openat2")
TURN(retmulti_2, "kretprobe.multi/do_sys_openat2")
TURN(fexit_1, "fexit/do_sys_openat2")
TURN(fexit_2, "fexit/do_sys_openat2")
TURN(syscall_1, "tp/syscalls/sys_enter_openat")
TURN(raw_tp_1, "raw_tp/sys_enter")
TURN(raw_syscalls, "tp/raw_syscalls/sys_enter")
TURN(tp_btf_1, "tp_btf/sys_enter")
TURN(syscall_2, "tp/syscalls/sys_enter_openat")
TURN(exit_1, "tp/syscalls/sys_exit_openat")
TURN(exit_2, "tp/syscalls/sys_exit_openat")
