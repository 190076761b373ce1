// SPDX-License-Identifier: Apache-2.0
/* One program for each kind of CO-RE relocation; tests/core_matrix.py has the kernels. */

#define SEC(name) __attribute__((section(name), used))
#define CORE __attribute__((preserve_access_index))

struct CORE inner {
	int x;
	int y;
};

struct CORE thing {
	int pad;
	long value;
	unsigned int bits : 5;
	int signed_bits : 7;
	unsigned short narrow;
	struct inner inner;
	char name[16];
	struct thing *next;
};

struct CORE thing___flavour {
	long value;
};

enum colour {
	RED = 1,
	BLUE = 2,
};

enum wide {
	NEAR = 1,
	FAR = 0x1122334455667788,
};

typedef struct thing thing_t;

#define INFO(name, field, kind)                                                                    \
	SEC("kprobe")                                                                              \
	long name(void *ctx)                                                                       \
	{                                                                                          \
		struct thing *thing = ctx;                                                         \
                                                                                                   \
		return __builtin_preserve_field_info(thing->field, kind);                          \
	}

INFO(byte_off, value, 0)
INFO(byte_size, value, 1)
INFO(field_exists, value, 2)
INFO(field_signed, value, 3)
INFO(nested_off, inner.y, 0)
INFO(element_off, name[3], 0)
INFO(bits_off, bits, 0)
INFO(bits_size, bits, 1)
INFO(bits_signed, signed_bits, 3)
INFO(lshift, bits, 4)
INFO(rshift, bits, 5)
INFO(signed_lshift, signed_bits, 4)

SEC("kprobe")
long load_long(struct thing *thing)
{
	return thing->value;
}

SEC("kprobe")
long load_narrow(struct thing *thing)
{
	return thing->narrow;
}

SEC("kprobe")
long load_pointer(struct thing *thing)
{
	return (long)thing->next;
}

SEC("kprobe")
long flavour_off(struct thing___flavour *thing)
{
	return __builtin_preserve_field_info(thing->value, 0);
}

SEC("kprobe")
long type_id_local(void)
{
	return __builtin_btf_type_id(*(struct thing *)0, 0);
}

SEC("kprobe")
long type_id_target(void)
{
	return __builtin_btf_type_id(*(struct thing *)0, 1);
}

SEC("kprobe")
long type_exists(void)
{
	return __builtin_preserve_type_info(*(struct thing *)0, 0);
}

SEC("kprobe")
long type_size(void)
{
	return __builtin_preserve_type_info(*(struct thing *)0, 1);
}

SEC("kprobe")
long type_matches(void)
{
	return __builtin_preserve_type_info(*(struct thing *)0, 2);
}

SEC("kprobe")
long typedef_exists(void)
{
	return __builtin_preserve_type_info(*(thing_t *)0, 0);
}

SEC("kprobe")
long enum_exists(void)
{
	return __builtin_preserve_enum_value(*(enum colour *)BLUE, 0);
}

SEC("kprobe")
long enum_value(void)
{
	return __builtin_preserve_enum_value(*(enum colour *)BLUE, 1);
}

SEC("kprobe")
long wide_value(void)
{
	return __builtin_preserve_enum_value(*(enum wide *)FAR, 1);
}

char LICENSE[] SEC("license") = "GPL";
