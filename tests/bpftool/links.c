/* Attaches the programs of shapes.bpf.o, pinned under /sys/fs/bpf/p, and pins the links. */
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static long bpf(int command, const uint64_t *attr, int size)
{
	return syscall(SYS_bpf, command, attr, size);
}

static int get(const char *path)
{
	uint64_t attr[16] = {(uint64_t)path};

	return bpf(BPF_OBJ_GET, attr, 16);
}

static void pin(const char *path, int fd)
{
	uint64_t attr[16] = {(uint64_t)path, fd};

	printf("%s %ld\n", path, bpf(BPF_OBJ_PIN, attr, 16));
}

static int number_in(const char *path)
{
	char text[64] = {0};
	FILE *file = fopen(path, "r");

	return file && fgets(text, sizeof(text), file) ? atoi(text) : -1;
}

static void attach(const char *path, int prog, uint32_t type, uint64_t config, const char *function)
{
	struct perf_event_attr wanted = {.type = type, .size = sizeof(wanted), .config = config};
	uint64_t attr[16] = {0};
	int event;

	wanted.kprobe_func = (uint64_t)function;
	wanted.sample_period = function ? 0 : 1;
	event = syscall(SYS_perf_event_open, &wanted, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
	attr[0] = (uint64_t)event << 32 | prog;
	attr[1] = BPF_PERF_EVENT;
	pin(path, bpf(BPF_LINK_CREATE, attr, 64));
}

int main(void)
{
	int kprobe = number_in("/sys/bus/event_source/devices/kprobe/type");
	uint64_t raw[16] = {(uint64_t)"sys_enter", get("/sys/fs/bpf/p/on_enter")};
	uint64_t tracing[16] = {get("/sys/fs/bpf/p/on_open"), BPF_TRACE_FENTRY};

	attach("/sys/fs/bpf/l1", get("/sys/fs/bpf/p/on_read"), kprobe, 0, "vfs_read");
	pin("/sys/fs/bpf/l2", bpf(BPF_RAW_TRACEPOINT_OPEN, raw, 16));
	attach("/sys/fs/bpf/l3", get("/sys/fs/bpf/p/on_openat"), PERF_TYPE_TRACEPOINT,
	       number_in("/sys/kernel/tracing/events/syscalls/sys_enter_openat/id"), 0);
	pin("/sys/fs/bpf/l4", bpf(BPF_LINK_CREATE, tracing, 64));
	return 0;
}
