// SPDX-License-Identifier: Apache-2.0
/* Runs system calls in the kernel oracle's guest, one a line of standard input (tests/map_jobs.py).
 *
 *   a BUF HEX             fill a buffer           a BUF z LEN        with zeros
 *   p BUF OFF b BUF2      put a buffer's address there (8 bytes); p BUF OFF f SLOT: a slot (4 bytes)
 *   y SLOT NR ARG...      call; the result is kept in the slot and printed. ARG: 12, b3, f4
 *   o BUF OFF LEN         print bytes of a buffer
 *   m SLOT OFF LEN        print bytes of memory at a slot's value
 *   w SLOT OFF HEX        write bytes there
 *   k SLOT LEN MAX        print keys of the map in the slot in its order, at most MAX, then "."
 *
 * No libc: built with -nostdlib.
 */
typedef unsigned char u8;
typedef unsigned long u64;
typedef long s64;

enum { NR_BUFS = 256, NR_SLOTS = 512, HEAP = 64 << 20, LINE = 4 << 20 };

static u8 heap[HEAP], line[LINE], in[1 << 16], out[1 << 16];
static u8 *bufs[NR_BUFS];
static s64 slots[NR_SLOTS];
static u64 used, in_at, in_len, out_len;

static s64 sys(u64 nr, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f)
{
	register u64 r10 __asm__("r10") = d;
	register u64 r8 __asm__("r8") = e;
	register u64 r9 __asm__("r9") = f;
	s64 ret;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return ret;
}

static void flush(void)
{
	u64 at = 0;

	while (at < out_len) {
		s64 n = sys(1, 1, (u64)out + at, out_len - at, 0, 0, 0);

		if (n <= 0)
			break;
		at += n;
	}
	out_len = 0;
}

static void put(u8 c)
{
	if (out_len == sizeof out)
		flush();
	out[out_len++] = c;
}

static void put_hex(const u8 *p, u64 n)
{
	for (u64 i = 0; i < n; i++) {
		put("0123456789abcdef"[p[i] >> 4]);
		put("0123456789abcdef"[p[i] & 15]);
	}
	put('\n');
}

static void put_number(s64 v)
{
	u8 digits[24];
	int n = 0;
	u64 u = v < 0 ? -(u64)v : (u64)v;

	if (v < 0)
		put('-');
	do
		digits[n++] = '0' + u % 10;
	while (u /= 10);
	while (n)
		put(digits[--n]);
	put('\n');
}

static int get_line(void)
{
	u64 n = 0;

	for (;;) {
		if (in_at == in_len) {
			s64 got = sys(0, 0, (u64)in, sizeof in, 0, 0, 0);

			if (got <= 0)
				return 0;
			in_at = 0;
			in_len = got;
		}
		u8 c = in[in_at++];
		line[n] = c;
		if (c == '\n') {
			line[n] = 0;
			return 1;
		}
		if (n < LINE - 2)
			n++;
	}
}

static u8 *p;

static void skip(void)
{
	while (*p == ' ')
		p++;
}

static s64 number(void)
{
	u64 v = 0;
	int minus;

	skip();
	minus = *p == '-';
	p += minus;
	while (*p >= '0' && *p <= '9')
		v = v * 10 + *p++ - '0';
	return minus ? -v : v;
}

static u8 nibble(u8 c)
{
	return c <= '9' ? c - '0' : c - 'a' + 10;
}

static u64 hex_to(u8 *to)
{
	u64 n = 0;

	skip();
	for (; *p && *p != ' '; p += 2)
		to[n++] = nibble(p[0]) << 4 | nibble(p[1]);
	return n;
}

static s64 argument(void)
{
	skip();
	if (*p == 'b') {
		p++;
		return (s64)bufs[number()];
	}
	if (*p == 'f') {
		p++;
		return slots[number()];
	}
	return number();
}

static void fill(void)
{
	u64 i = number();

	bufs[i] = heap + used;
	skip();
	if (*p == 'z') {
		u64 n;

		p++;
		n = number();
		for (u64 j = 0; j < n; j++)
			bufs[i][j] = 0;
		used += n;
	} else {
		used += hex_to(bufs[i]);
	}
	used = (used + 63) & ~63ul;
}

static void patch(void)
{
	u64 i = number(), at = number();
	u8 kind;

	skip();
	kind = *p;
	u64 v = argument();
	for (int j = 0; j < (kind == 'b' ? 8 : 4); j++)
		bufs[i][at + j] = v >> 8 * j;
}

static void call(void)
{
	u64 slot = number(), nr = number(), a[6] = { 0 };

	for (int i = 0; i < 6 && *p; i++)
		a[i] = argument();
	slots[slot] = sys(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
	put_number(slots[slot]);
}

static void walk(void)
{
	u64 slot = number(), len = number(), max = number();
	static u8 keys[2][4096];
	u64 attr[4];

	for (u64 i = 0; i < max; i++) {
		attr[0] = (unsigned)slots[slot];
		attr[1] = i ? (u64)keys[i & 1] : 0;
		attr[2] = (u64)keys[~i & 1];
		attr[3] = 0;
		if (sys(321, 4, (u64)attr, sizeof attr, 0, 0, 0) < 0)
			break;
		put_hex(keys[~i & 1], len);
	}
	put('.');
	put('\n');
}

static void run(void)
{
	u8 what = *p++;
	s64 a, b, c;

	if (what == 'a') {
		fill();
	} else if (what == 'p') {
		patch();
	} else if (what == 'y') {
		call();
	} else if (what == 'k') {
		walk();
	} else if (what == 'o' || what == 'm') {
		a = number();
		b = number();
		c = number();
		put_hex((what == 'o' ? bufs[a] : (u8 *)slots[a]) + b, c);
	} else if (what == 'w') {
		a = number();
		b = number();
		hex_to((u8 *)slots[a] + b);
	}
}

__attribute__((force_align_arg_pointer)) void _start(void)
{
	while (get_line()) {
		p = line;
		run();
	}
	flush();
	sys(231, 0, 0, 0, 0, 0, 0);
}
