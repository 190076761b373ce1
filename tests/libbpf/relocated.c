// SPDX-License-Identifier: Apache-2.0
/*
 * relocated: what libbpf makes of objects, without a kernel.
 *
 *     relocated VMLINUX_BTF OBJECT[@PROGRAM]...
 *
 * Every program (or that one) is loaded with the given types; bpf(2) is answered here, so nothing is loaded
 * anywhere. Prints "# FILE", a line "NAME HEX" for each program that libbpf would load, libbpf's
 * warnings ("! …") and "= ERRNO". Built by tests/record_relocations.py.
 */
#define _GNU_SOURCE
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *vmlinux;
static int is_loading;

struct btf *__wrap_btf__load_vmlinux_btf(void)
{
	return btf__parse(vmlinux, NULL);
}

/* A target that the kernel lacks does not stop the object. */
int __real_btf__find_by_name_kind(const struct btf *btf, const char *name, __u32 kind);
int __wrap_btf__find_by_name_kind(const struct btf *btf, const char *name, __u32 kind)
{
	int id = __real_btf__find_by_name_kind(btf, name, kind);

	if (id < 0 && is_loading && (kind == BTF_KIND_FUNC || kind == BTF_KIND_TYPEDEF))
		return 1;
	return id;
}

static void print_program(const union bpf_attr *attr)
{
	const unsigned char *code = (const void *)(unsigned long)attr->insns;

	printf("%s ", attr->prog_name);
	for (unsigned int i = 0; i < attr->insn_cnt * 8; i++)
		printf("%02x", code[i]);
	printf("\n");
}

long __real_syscall(long nr, ...);
long __wrap_syscall(long nr, ...)
{
	long args[6];
	va_list list;

	va_start(list, nr);
	for (int i = 0; i < 6; i++)
		args[i] = va_arg(list, long);
	va_end(list);
	if (nr != SYS_bpf)
		return __real_syscall(nr, args[0], args[1], args[2], args[3], args[4], args[5]);

	const union bpf_attr *attr = (const void *)args[1];

	switch (args[0]) {
	case BPF_BTF_GET_NEXT_ID:
		errno = ENOENT;
		return -1;
	case BPF_OBJ_GET_INFO_BY_FD:
		errno = EINVAL;
		return -1;
	case BPF_MAP_UPDATE_ELEM:
	case BPF_MAP_FREEZE:
	case BPF_PROG_BIND_MAP:
		return 0;
	case BPF_PROG_LOAD:
		/* not what libbpf loads to learn what a kernel can do */
		if (is_loading && attr->prog_name[0] && strncmp(attr->prog_name, "libbpf_", 7))
			print_program(attr);
		return open("/dev/null", O_RDONLY);
	default:
		return open("/dev/null", O_RDONLY);
	}
}

static int print_warning(enum libbpf_print_level level, const char *format, va_list args)
{
	if (level == LIBBPF_WARN) {
		printf("! ");
		vprintf(format, args);
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	vmlinux = argv[1];
	libbpf_set_print(print_warning);
	for (int i = 2; i < argc; i++) {
		char *only = strchr(argv[i], '@');

		if (only)
			*only++ = 0;

		struct bpf_object *obj = bpf_object__open_file(argv[i], NULL);
		struct bpf_program *prog;
		struct bpf_map *map;
		int err;

		printf("# %s\n", argv[i]);
		if (!obj) {
			printf("= %d\n", -errno);
			continue;
		}
		bpf_object__for_each_program(prog, obj)
			bpf_program__set_autoload(
				prog, !only || !strcmp(only, bpf_program__name(prog)));
		bpf_object__for_each_map(map, obj)
			if (!bpf_map__max_entries(map))
				bpf_map__set_max_entries(map, 1);
		is_loading = 1;
		err = bpf_object__load(obj);
		is_loading = 0;
		printf("= %d\n", err);
		bpf_object__close(obj);
	}
	return 0;
}
