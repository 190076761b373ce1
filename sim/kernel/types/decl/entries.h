/* Further functions of locks, timers, work and the rest. */

int __down_common(struct semaphore *sem, long state, long timeout);
int __down_interruptible(struct semaphore *sem);
int __down_timeout(struct semaphore *sem, long timeout);
@until(6.12) int __sys_bpf(int cmd, bpfptr_t uattr, unsigned int size);
@since(6.12) int __sys_bpf(enum bpf_cmd cmd, bpfptr_t uattr, unsigned int size);
void acct_process(void);
void acct_write_process(struct bsd_acct_struct *acct);
int audit_enable(char *str);
void audit_get_watch(struct audit_watch *watch);
void audit_log(struct audit_context *ctx, gfp_t gfp_mask, int type, const char *fmt, ...);
@until(6.12) void audit_log_cap(struct audit_buffer *ab, char *prefix, kernel_cap_t *cap);
void audit_log_common_recv_msg(struct audit_context *context, struct audit_buffer **ab,
	u16 msg_type);
int audit_log_config_change(char *function_name, u32 new, u32 old, int allow_changes);
void audit_log_end(struct audit_buffer *ab);
void audit_log_format(struct audit_buffer *ab, const char *fmt, ...);
void audit_log_key(struct audit_buffer *ab, char *key);
void audit_log_lost(const char *message);
void audit_log_multicast(int group, const char *op, int err);
void audit_log_n_hex(struct audit_buffer *ab, const unsigned char *buf, size_t len);
void audit_log_n_string(struct audit_buffer *ab, const char *string, size_t slen);
void audit_log_n_untrustedstring(struct audit_buffer *ab, const char *string, size_t len);
@until(6.12) int audit_log_nf_skb(struct audit_buffer *ab, const struct sk_buff *skb, u8 nfproto);
void audit_log_session_info(struct audit_buffer *ab);
void audit_log_untrustedstring(struct audit_buffer *ab, const char *string);
void audit_log_uring(struct audit_context *ctx);
void audit_log_vformat(struct audit_buffer *ab, const char *fmt, struct __va_list_tag *args);
void audit_put_chunk(struct audit_chunk *chunk);
void audit_put_tree(struct audit_tree *tree);
void audit_put_watch(struct audit_watch *watch);
int audit_register_class(int class, unsigned int *list);
int balance_pgdat(pg_data_t *pgdat, int order, int highest_zoneidx);
void call_srcu(struct srcu_struct *ssp, struct callback_head *rhp, rcu_callback_t func);
int call_usermodehelper(const char *path, char **argv, char **envp, int wait);
struct subprocess_info *call_usermodehelper_setup(const char *path, char **argv, char **envp,
	gfp_t gfp_mask, int (*init)(struct subprocess_info *, struct cred *),
	void (*cleanup)(struct subprocess_info *), void *data);
bool cancel_delayed_work(struct delayed_work *dwork);
bool cancel_work(struct work_struct *work);
bool cancel_work_sync(struct work_struct *work);
int clockevents_program_event(struct clock_event_device *dev, ktime_t expires, bool force);
int clockevents_program_min_delta(struct clock_event_device *dev);
struct ipc_namespace *copy_ipcs(unsigned long flags, struct user_namespace *user_ns,
	struct ipc_namespace *ns);
void copy_map_value_locked(struct bpf_map *map, void *dst, void *src, bool lock_src);
struct uts_namespace *copy_utsname(unsigned long flags, struct user_namespace *user_ns,
	struct uts_namespace *old_ns);
int create_event_filter(struct trace_array *tr, struct trace_event_call *call, char *filter_str,
	bool set_str, struct event_filter **filterp);
void do_notify_parent_cldstop(struct task_struct *tsk, bool for_ptracer, int why);
int do_prlimit(struct task_struct *tsk, unsigned int resource, struct rlimit *new_rlim,
	struct rlimit *old_rlim);
void do_sysctl_args(void);
int do_syslog(int type, char *buf, int len, int source);
void do_timer(unsigned long ticks);
int do_timer_create(clockid_t which_clock, struct sigevent *event, timer_t *created_timer_id);
int do_timer_gettime(timer_t timer_id, struct itimerspec64 *setting);
int do_timer_settime(timer_t timer_id, int tmr_flags, struct itimerspec64 *new_spec64,
	struct itimerspec64 *old_spec64);
int down_interruptible(struct semaphore *sem);
int down_timeout(struct semaphore *sem, long timeout);
int down_trylock(struct semaphore *sem);
struct vm_area_struct *expand_stack(struct mm_struct *mm, unsigned long addr);
int finish_clean_context(struct fs_context *fc);
vm_fault_t finish_fault(struct vm_fault *vmf);
@until(6.12) vm_fault_t finish_mkwrite_fault(struct vm_fault *vmf);
@since(6.12) vm_fault_t finish_mkwrite_fault(struct vm_fault *vmf, struct folio *folio);
int finish_range(handle_t *handle, struct inode *inode, struct migrate_struct *lb);
bool flush_delayed_work(struct delayed_work *dwork);
void force_disable_hpet(int num, int slot, int func);
void force_disable_hpet_msi(struct pci_dev *unused);
int ftrace_check_record(struct dyn_ftrace *rec, bool enable, bool update);
int ftrace_check_sync(void);
void ftrace_check_work_func(struct work_struct *work);
@until(6.12) int ftrace_enable_sysctl(struct ctl_table *table, int write, void *buffer, size_t *lenp,
	loff_t *ppos);
@since(6.12) int ftrace_enable_sysctl(const struct ctl_table *table, int write, void *buffer,
	size_t *lenp, loff_t *ppos);
bool ftrace_event_is_function(struct trace_event_call *call);
int ftrace_event_register(struct trace_event_call *call, enum trace_reg type, void *data);
int ftrace_event_release(struct inode *inode, struct file *file);
ssize_t ftrace_event_write(struct file *file, const char *ubuf, size_t cnt, loff_t *ppos);
unsigned long ftrace_get_addr_curr(struct dyn_ftrace *rec);
unsigned long ftrace_get_addr_new(struct dyn_ftrace *rec);
void ftrace_release_mod(struct module *mod);
void ftrace_syscall_enter(void *data, struct pt_regs *regs, long id);
const char *get_syscall_name(int syscall);
int huge_node(struct vm_area_struct *vma, unsigned long addr, gfp_t gfp_flags,
	struct mempolicy **mpol, nodemask_t **nodemask);
struct irq_domain *irq_get_default_host(void);
struct irq_data *irq_get_irq_data(unsigned int irq);
int irq_get_irqchip_state(unsigned int irq, enum irqchip_irq_state which, bool *state);
unsigned int irq_get_next_irq(unsigned int offset);
@until(6.12) int kallsyms_callback(void *data, const char *name, struct module *mod, unsigned long addr);
@since(6.12) int kallsyms_callback(void *data, const char *name, unsigned long addr);
int kallsyms_on_each_match_symbol(int (*fn)(void *, unsigned long), const char *name, void *data);
@until(6.12) int kallsyms_on_each_symbol(int (*fn)(void *, const char *, struct module *, unsigned long),
	void *data);
@since(6.12) int kallsyms_on_each_symbol(int (*fn)(void *, const char *, unsigned long),
	void *data);
bool kallsyms_show_value(const struct cred *cred);
int kernel_bind(struct socket *sock, struct sockaddr *addr, int addrlen);
int kernel_get_mempolicy(int *policy, unsigned long *nmask, unsigned long maxnode,
	unsigned long addr, unsigned long flags);
ssize_t kernel_read(struct file *file, void *buf, size_t count, loff_t *pos);
u32 kernel_sock_ip_overhead(struct sock *sk);
int kernel_sock_shutdown(struct socket *sock, enum sock_shutdown_cmd how);
ssize_t kernel_write(struct file *file, const void *buf, size_t count, loff_t *pos);
int kprobe_event_define_fields(struct trace_event_call *event_call);
int kprobe_event_delete(const char *name);
int kprobe_get_kallsym(unsigned int symnum, unsigned long *value, char *type, char *sym);
ktime_t ktime_get_boottime(void);
ktime_t ktime_get_clocktai(void);
void ktime_get_coarse_real_ts64(struct timespec64 *ts);
void ktime_get_coarse_ts64(struct timespec64 *ts);
ktime_t ktime_get_coarse_with_offset(enum tk_offsets offs);
void ktime_get_fast_timestamps(struct ktime_timestamps *snapshot);
ktime_t ktime_get_raw(void);
void ktime_get_raw_ts64(struct timespec64 *ts);
ktime_t ktime_get_real(void);
time64_t ktime_get_real_seconds(void);
time64_t ktime_get_seconds(void);
void ktime_get_snapshot(struct system_time_snapshot *systime_snapshot);
void ktime_get_ts64(struct timespec64 *ts);
ktime_t ktime_get_update_offsets_now(unsigned int *cwsseq, ktime_t *offs_real,
	ktime_t *offs_boot, ktime_t *offs_tai);
ktime_t ktime_get_with_offset(enum tk_offsets offs);
void mmput_async(struct mm_struct *mm);
void mmput_async_fn(struct work_struct *work);
bool mod_delayed_work_on(int cpu, struct workqueue_struct *wq, struct delayed_work *dwork,
	unsigned long delay);
@until(6.12) bool module_check_misalignment(const struct module *mod);
void module_destroy_params(const struct kernel_param *params, unsigned int num);
@until(6.12) void module_enable_nx(const struct module *mod);
@until(6.12) void module_enable_ro(const struct module *mod, bool after_init);
@until(6.12) void module_enable_x(const struct module *mod);
int module_get_kallsym(unsigned int symnum, unsigned long *value, char *type, char *name,
	char *module_name, int *exported);
@until(6.12) long module_get_offset(struct module *mod, unsigned int *size, Elf64_Shdr *sechdr,
	unsigned int section);
void module_layout(struct module *mod, struct modversion_info *ver, struct kernel_param *kp,
	struct kernel_symbol *ks, struct tracepoint *const *tp);
int module_refcount(struct module *mod);
ssize_t module_sect_read(struct file *file, struct kobject *kobj, struct bin_attribute *battr,
	char *buf, loff_t pos, size_t count);
bool mutex_is_locked(struct mutex *lock);
void mutex_lock_io(struct mutex *lock);
bool mutex_spin_on_owner(struct mutex *lock, struct task_struct *owner,
	struct ww_acquire_ctx *ww_ctx, struct mutex_waiter *waiter);
void perf_check_microcode(void);
void perf_event__header_size(struct perf_event *event);
void perf_event__id_header_size(struct perf_event *event);
void perf_event__output_id_sample(struct perf_event *event, struct perf_output_handle *handle,
	struct perf_sample_data *sample);
int perf_event_account_interrupt(struct perf_event *event);
void perf_event_addr_filters_apply(struct perf_event *event);
void perf_event_addr_filters_sync(struct perf_event *event);
int perf_event_attach_bpf_prog(struct perf_event *event, struct bpf_prog *prog, u64 bpf_cookie);
const struct perf_event_attr *perf_event_attrs(struct perf_event *event);
void perf_event_aux_event(struct perf_event *event, unsigned long head, unsigned long size,
	u64 flags);
void perf_event_bpf_event(struct bpf_prog *prog, enum perf_bpf_event_type type, u16 flags);
void perf_event_bpf_output(struct perf_event *event, void *data);
struct perf_event *perf_event_create_kernel_counter(struct perf_event_attr *attr, int cpu,
	struct task_struct *task, perf_overflow_handler_t overflow_handler, void *context);
void perf_event_delayed_put(struct task_struct *task);
void perf_event_detach_bpf_prog(struct perf_event *event);
void perf_event_disable(struct perf_event *event);
void perf_event_disable_inatomic(struct perf_event *event);
void perf_event_disable_local(struct perf_event *event);
void perf_event_enable(struct perf_event *event);
void perf_event_for_each_child(struct perf_event *event, void (*func)(struct perf_event *));
struct file *perf_event_get(unsigned int fd);
@until(6.12) struct perf_event *perf_event_groups_first(struct perf_event_groups *groups, int cpu,
	struct cgroup *cgrp);
@since(6.12) struct perf_event *perf_event_groups_first(struct perf_event_groups *groups, int cpu,
	struct pmu *pmu, struct cgroup *cgrp);
@until(6.12) void perf_event_header__init_id(struct perf_event_header *header, struct perf_sample_data *data,
	struct perf_event *event);
int perf_event_idx_default(struct perf_event *event);
void perf_event_ksymbol(u16 ksym_type, u64 addr, u32 len, bool unregister, const char *sym);
void perf_event_ksymbol_output(struct perf_event *event, void *data);
void perf_event_namespaces(struct task_struct *task);
void perf_event_namespaces_output(struct perf_event *event, void *data);
int perf_event_nop_int(struct perf_event *event, u64 value);
int perf_event_output(struct perf_event *event, struct perf_sample_data *data,
	struct pt_regs *regs);
void perf_event_output_backward(struct perf_event *event, struct perf_sample_data *data,
	struct pt_regs *regs);
void perf_event_output_forward(struct perf_event *event, struct perf_sample_data *data,
	struct pt_regs *regs);
int perf_event_overflow(struct perf_event *event, struct perf_sample_data *data,
	struct pt_regs *regs);
u64 perf_event_pause(struct perf_event *event, bool reset);
int perf_event_period(struct perf_event *event, u64 value);
void perf_event_print_debug(void);
int perf_event_query_prog_array(struct perf_event *event, void *info);
int perf_event_read(struct perf_event *event, bool group);
void perf_event_read_event(struct perf_event *event, struct task_struct *task);
int perf_event_read_local(struct perf_event *event, u64 *value, u64 *enabled, u64 *running);
int perf_event_refresh(struct perf_event *event, int refresh);
int perf_event_release_kernel(struct perf_event *event);
int perf_event_set_bpf_prog(struct perf_event *event, struct bpf_prog *prog, u64 bpf_cookie);
int perf_event_set_output(struct perf_event *event, struct perf_event *output_event);
void perf_event_set_state(struct perf_event *event, enum perf_event_state state);
void perf_event_switch_output(struct perf_event *event, void *data);
void perf_event_text_poke(const void *addr, const void *old_bytes, size_t old_len,
	const void *new_bytes, size_t new_len);
void perf_event_text_poke_output(struct perf_event *event, void *data);
void perf_event_update_time(struct perf_event *event);
int perf_ftrace_event_register(struct trace_event_call *call, enum trace_reg type, void *data);
void perf_ftrace_function_call(unsigned long ip, unsigned long parent_ip,
	struct ftrace_ops *ops, struct ftrace_regs *fregs);
void *perf_get_aux(struct perf_output_handle *handle);
int perf_get_aux_event(struct perf_event *event, struct perf_event *group_leader);
const struct perf_event *perf_get_event(struct file *file);
u64 perf_get_hw_event_config(int hw_event);
void perf_get_regs_user(struct perf_regs *regs_user, struct pt_regs *regs);
void perf_get_x86_pmu_capability(struct x86_pmu_capability *cap);
void perf_log_lost_samples(struct perf_event *event, u64 lost);
void perf_log_throttle(struct perf_event *event, int enable);
ssize_t perf_read(struct file *file, char *buf, size_t count, loff_t *ppos);
int perf_release(struct inode *inode, struct file *file);
void perf_syscall_enter(void *ignore, struct pt_regs *regs, long id);
long prctl_get_seccomp(void);
void pty_close(struct tty_struct *tty, struct file *filp);
@until(6.12) int pty_write(struct tty_struct *tty, const u8 *buf, int c);
@since(6.12) ssize_t pty_write(struct tty_struct *tty, const u8 *buf, size_t c);
bool queue_delayed_work_on(int cpu, struct workqueue_struct *wq, struct delayed_work *dwork,
	unsigned long delay);
void queue_io(struct bdi_writeback *wb, struct wb_writeback_work *work,
	unsigned long dirtied_before);
void queue_process(struct work_struct *work);
@until(6.3) int ramfs_create(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl);
@since(6.3) int ramfs_create(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, bool excl); // abf08576afe3
int ramfs_get_tree(struct fs_context *fc);
@until(6.3) int ramfs_mkdir(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode);
@since(6.3) int ramfs_mkdir(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode); // abf08576afe3
@until(6.3) int ramfs_mknod(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev);
@since(6.3) int ramfs_mknod(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	umode_t mode, dev_t dev); // abf08576afe3
@until(6.3) int ramfs_symlink(struct user_namespace *mnt_userns, struct inode *dir, struct dentry *dentry,
	const char *symname);
@since(6.3) int ramfs_symlink(struct mnt_idmap *idmap, struct inode *dir, struct dentry *dentry,
	const char *symname); // abf08576afe3
void rcu_barrier(void);
@until(6.12) void rcu_core_si(struct softirq_action *h);
@since(6.12) void rcu_core_si(void);
void rcu_gp_cleanup(void);
void rcu_gp_fqs_loop(void);
bool rcu_gp_is_expedited(void);
bool rcu_gp_is_normal(void);
bool rcu_gp_might_be_stalled(void);
void rcu_gp_slow(int delay);
void rcu_gp_slow_register(atomic_t *rgssp);
void rcu_gp_slow_unregister(atomic_t *rgssp);
void rcu_read_unlock_special(struct task_struct *t);
void rcu_read_unlock_trace_special(struct task_struct *t);
enum owner_state rwsem_spin_on_owner(struct rw_semaphore *sem);
@until(6.12) void security_add_hooks(struct security_hook_list *hooks, int count, const char *lsm);
@since(6.12) void security_add_hooks(struct security_hook_list *hooks, int count,
	const struct lsm_id *lsmid);
int security_audit_rule_known(struct audit_krule *krule);
int security_audit_rule_match(u32 secid, u32 field, u32 op, void *lsmrule);
int security_binder_set_context_mgr(const struct cred *mgr);
@until(6.12) int security_capget(struct task_struct *target, kernel_cap_t *effective,
	kernel_cap_t *inheritable, kernel_cap_t *permitted);
@since(6.12) int security_capget(const struct task_struct *target, kernel_cap_t *effective,
	kernel_cap_t *inheritable, kernel_cap_t *permitted);
int security_capset(struct cred *new, const struct cred *old, const kernel_cap_t *effective,
	const kernel_cap_t *inheritable, const kernel_cap_t *permitted);
@until(6.12) int security_change_sid(struct selinux_state *state, u32 ssid, u32 tsid, u16 tclass,
	u32 *out_sid);
@since(6.12) int security_change_sid(u32 ssid, u32 tsid, u16 tclass, u32 *out_sid);
@until(6.12) void security_compute_av(struct selinux_state *state, u32 ssid, u32 tsid, u16 orig_tclass,
	struct av_decision *avd, struct extended_perms *xperms);
@since(6.12) void security_compute_av(u32 ssid, u32 tsid, u16 orig_tclass, struct av_decision *avd,
	struct extended_perms *xperms);
@until(6.12) void security_compute_av_user(struct selinux_state *state, u32 ssid, u32 tsid, u16 tclass,
	struct av_decision *avd);
@since(6.12) void security_compute_av_user(u32 ssid, u32 tsid, u16 tclass, struct av_decision *avd);
@until(6.12) int security_compute_sid(struct selinux_state *state, u32 ssid, u32 tsid, u16 orig_tclass,
	u32 specified, const char *objname, u32 *out_sid, bool kern);
@since(6.12) int security_compute_sid(u32 ssid, u32 tsid, u16 orig_tclass, u16 specified,
	const char *objname, u32 *out_sid, bool kern);
@until(6.12) void security_compute_xperms_decision(struct selinux_state *state, u32 ssid, u32 tsid,
	u16 orig_tclass, u8 driver, struct extended_perms_decision *xpermd);
@since(6.12) void security_compute_xperms_decision(u32 ssid, u32 tsid, u16 orig_tclass, u8 driver,
	struct extended_perms_decision *xpermd);
@until(6.12) int security_context_str_to_sid(struct selinux_state *state, const char *scontext, u32 *sid,
	gfp_t gfp);
@since(6.12) int security_context_str_to_sid(const char *scontext, u32 *sid, gfp_t gfp);
@until(6.12) int security_context_to_sid(struct selinux_state *state, const char *scontext, u32 scontext_len,
	u32 *sid, gfp_t gfp);
@since(6.12) int security_context_to_sid(const char *scontext, u32 scontext_len, u32 *sid,
	gfp_t gfp);
@until(6.12) int security_context_to_sid_core(struct selinux_state *state, const char *scontext,
	u32 scontext_len, u32 *sid, u32 def_sid, gfp_t gfp_flags, int force);
@since(6.12) int security_context_to_sid_core(const char *scontext, u32 scontext_len, u32 *sid,
	u32 def_sid, gfp_t gfp_flags, int force);
@until(6.12) int security_context_to_sid_default(struct selinux_state *state, const char *scontext,
	u32 scontext_len, u32 *sid, u32 def_sid, gfp_t gfp_flags);
@since(6.12) int security_context_to_sid_default(const char *scontext, u32 scontext_len, u32 *sid,
	u32 def_sid, gfp_t gfp_flags);
@until(6.12) int security_context_to_sid_force(struct selinux_state *state, const char *scontext,
	u32 scontext_len, u32 *sid);
@since(6.12) int security_context_to_sid_force(const char *scontext, u32 scontext_len, u32 *sid);
void security_current_getsecid_subj(u32 *secid);
@until(6.12) int security_fs_use(struct selinux_state *state, struct super_block *sb);
@since(6.12) int security_fs_use(struct super_block *sb);
@until(6.12) int security_genfs_sid(struct selinux_state *state, const char *fstype, const char *path,
	u16 orig_sclass, u32 *sid);
@since(6.12) int security_genfs_sid(const char *fstype, const char *path, u16 orig_sclass,
	u32 *sid);
@until(6.12) int security_get_allow_unknown(struct selinux_state *state);
@since(6.12) int security_get_allow_unknown(void);
@until(6.12) int security_get_bool_value(struct selinux_state *state, u32 index);
@since(6.12) int security_get_bool_value(u32 index);
int security_get_bools(struct selinux_policy *policy, u32 *len, char ***names, int **values);
int security_get_classes(struct selinux_policy *policy, char ***classes, u32 *nclasses);
const char *security_get_initial_sid_context(u32 sid);
@until(6.12) int security_get_reject_unknown(struct selinux_state *state);
@since(6.12) int security_get_reject_unknown(void);
@until(6.12) int security_get_user_sids(struct selinux_state *state, u32 fromsid, char *username, u32 **sids,
	u32 *nel);
@since(6.12) int security_get_user_sids(u32 fromsid, char *username, u32 **sids, u32 *nel);
@until(6.12) int security_getprocattr(struct task_struct *p, const char *lsm, const char *name, char **value);
@since(6.12) int security_getprocattr(struct task_struct *p, int lsmid, const char *name,
	char **value);
int security_ib_pkey_access(void *sec, u64 subnet_prefix, u16 pkey);
@until(6.12) int security_ib_pkey_sid(struct selinux_state *state, u64 subnet_prefix, u16 pkey_num,
	u32 *out_sid);
@since(6.12) int security_ib_pkey_sid(u64 subnet_prefix, u16 pkey_num, u32 *out_sid);
void security_inet_conn_established(struct sock *sk, struct sk_buff *skb);
int security_inet_conn_request(const struct sock *sk, struct sk_buff *skb,
	struct request_sock *req);
void security_inet_csk_clone(struct sock *newsk, const struct request_sock *req);
void security_ipc_getsecid(struct kern_ipc_perm *ipcp, u32 *secid);
int security_ipc_permission(struct kern_ipc_perm *ipcp, short flag);
int security_ismaclabel(const char *name);
int security_key_getsecurity(struct key *key, char **_buffer);
int security_key_permission(key_ref_t key_ref, const struct cred *cred,
	enum key_need_perm need_perm);
@until(6.12) int security_load_policy(struct selinux_state *state, void *data, size_t len,
	struct selinux_load_state *load_state);
@since(6.12) int security_load_policy(void *data, size_t len,
	struct selinux_load_state *load_state);
int security_locked_down(enum lockdown_reason what);
@until(6.12) int security_member_sid(struct selinux_state *state, u32 ssid, u32 tsid, u16 tclass,
	u32 *out_sid);
@since(6.12) int security_member_sid(u32 ssid, u32 tsid, u16 tclass, u32 *out_sid);
@until(6.12) int security_mls_enabled(struct selinux_state *state);
@since(6.12) int security_mls_enabled(void);
int security_msg_queue_associate(struct kern_ipc_perm *msq, int msqflg);
int security_msg_queue_msgctl(struct kern_ipc_perm *msq, int cmd);
int security_msg_queue_msgrcv(struct kern_ipc_perm *msq, struct msg_msg *msg,
	struct task_struct *target, long type, int mode);
int security_msg_queue_msgsnd(struct kern_ipc_perm *msq, struct msg_msg *msg, int msqflg);
@until(6.12) int security_net_peersid_resolve(struct selinux_state *state, u32 nlbl_sid, u32 nlbl_type,
	u32 xfrm_sid, u32 *peer_sid);
@since(6.12) int security_net_peersid_resolve(u32 nlbl_sid, u32 nlbl_type, u32 xfrm_sid,
	u32 *peer_sid);
@until(6.12) int security_netif_sid(struct selinux_state *state, char *name, u32 *if_sid);
@since(6.12) int security_netif_sid(char *name, u32 *if_sid);
@until(6.12) int security_netlbl_secattr_to_sid(struct selinux_state *state,
	struct netlbl_lsm_secattr *secattr, u32 *sid);
@since(6.12) int security_netlbl_secattr_to_sid(struct netlbl_lsm_secattr *secattr, u32 *sid);
@until(6.12) int security_netlbl_sid_to_secattr(struct selinux_state *state, u32 sid,
	struct netlbl_lsm_secattr *secattr);
@since(6.12) int security_netlbl_sid_to_secattr(u32 sid, struct netlbl_lsm_secattr *secattr);
int security_netlink_send(struct sock *sk, struct sk_buff *skb);
@until(6.12) int security_node_sid(struct selinux_state *state, u16 domain, void *addrp, u32 addrlen,
	u32 *out_sid);
@since(6.12) int security_node_sid(u16 domain, void *addrp, u32 addrlen, u32 *out_sid);
int security_quota_on(struct dentry *dentry);
@until(6.12) int security_quotactl(int cmds, int type, int id, struct super_block *sb);
@since(6.12) int security_quotactl(int cmds, int type, int id, const struct super_block *sb);
@until(6.12) int security_read_policy(struct selinux_state *state, void **data, size_t *len);
@since(6.12) int security_read_policy(void **data, size_t *len);
@until(6.12) int security_read_state_kernel(struct selinux_state *state, void **data, size_t *len);
@since(6.12) int security_read_state_kernel(void **data, size_t *len);
void security_release_secctx(char *secdata, u32 seclen);
void security_req_classify_flow(const struct request_sock *req, struct flowi_common *flic);
int security_sctp_assoc_established(struct sctp_association *asoc, struct sk_buff *skb);
int security_sctp_assoc_request(struct sctp_association *asoc, struct sk_buff *skb);
int security_sctp_bind_connect(struct sock *sk, int optname, struct sockaddr *address,
	int addrlen);
void security_sctp_sk_clone(struct sctp_association *asoc, struct sock *sk, struct sock *newsk);
int security_secctx_to_secid(const char *secdata, u32 seclen, u32 *secid);
int security_secid_to_secctx(u32 secid, char **secdata, u32 *seclen);
void security_secmark_refcount_dec(void);
void security_secmark_refcount_inc(void);
int security_secmark_relabel_packet(u32 secid);
int security_sem_associate(struct kern_ipc_perm *sma, int semflg);
int security_sem_semctl(struct kern_ipc_perm *sma, int cmd);
int security_sem_semop(struct kern_ipc_perm *sma, struct sembuf *sops, unsigned int nsops,
	int alter);
@until(6.12) int security_set_bools(struct selinux_state *state, u32 len, int *values);
@since(6.12) int security_set_bools(u32 len, int *values);
@until(6.12) int security_setprocattr(const char *lsm, const char *name, void *value, size_t size);
@since(6.12) int security_setprocattr(int lsmid, const char *name, void *value, size_t size);
int security_settime64(const struct timespec64 *ts, const struct timezone *tz);
int security_shm_associate(struct kern_ipc_perm *shp, int shmflg);
int security_shm_shmat(struct kern_ipc_perm *shp, char *shmaddr, int shmflg);
int security_shm_shmctl(struct kern_ipc_perm *shp, int cmd);
@until(6.12) int security_sid_mls_copy(struct selinux_state *state, u32 sid, u32 mls_sid, u32 *new_sid);
@since(6.12) int security_sid_mls_copy(u32 sid, u32 mls_sid, u32 *new_sid);
@until(6.12) int security_sid_to_context(struct selinux_state *state, u32 sid, char **scontext,
	u32 *scontext_len);
@since(6.12) int security_sid_to_context(u32 sid, char **scontext, u32 *scontext_len);
@until(6.12) int security_sid_to_context_core(struct selinux_state *state, u32 sid, char **scontext,
	u32 *scontext_len, int force, int only_invalid);
@since(6.12) int security_sid_to_context_core(u32 sid, char **scontext, u32 *scontext_len,
	int force, int only_invalid);
@until(6.12) int security_sid_to_context_force(struct selinux_state *state, u32 sid, char **scontext,
	u32 *scontext_len);
@since(6.12) int security_sid_to_context_force(u32 sid, char **scontext, u32 *scontext_len);
@until(6.12) int security_sid_to_context_inval(struct selinux_state *state, u32 sid, char **scontext,
	u32 *scontext_len);
@since(6.12) int security_sid_to_context_inval(u32 sid, char **scontext, u32 *scontext_len);
@until(6.12) int security_sidtab_hash_stats(struct selinux_state *state, char *page);
@since(6.12) int security_sidtab_hash_stats(char *page);
@until(6.12) void security_sk_classify_flow(struct sock *sk, struct flowi_common *flic);
@since(6.12) void security_sk_classify_flow(const struct sock *sk, struct flowi_common *flic);
void security_sk_clone(const struct sock *sk, struct sock *newsk);
void security_skb_classify_flow(struct sk_buff *skb, struct flowi_common *flic);
void security_sock_graft(struct sock *sk, struct socket *parent);
int security_sock_rcv_skb(struct sock *sk, struct sk_buff *skb);
int security_syslog(int type);
int security_tun_dev_attach(struct sock *sk, void *security);
int security_tun_dev_attach_queue(void *security);
int security_tun_dev_create(void);
int security_unix_may_send(struct socket *sock, struct socket *other);
int security_unix_stream_connect(struct sock *sock, struct sock *other, struct sock *newsk);
int security_uring_cmd(struct io_uring_cmd *ioucmd);
int security_uring_sqpoll(void);
int security_xfrm_decode_session(struct sk_buff *skb, u32 *secid);
int security_xfrm_policy_clone(struct xfrm_sec_ctx *old_ctx, struct xfrm_sec_ctx **new_ctxp);
int security_xfrm_policy_delete(struct xfrm_sec_ctx *ctx);
int security_xfrm_state_delete(struct xfrm_state *x);
int setup_disable_pku(char *arg);
int setup_disableapic(char *arg);
void setup_log_buf(int early);
void srcu_barrier(struct srcu_struct *ssp);
bool srcu_readers_active(struct srcu_struct *ssp);
void synchronize_rcu_expedited(void);
void synchronize_srcu(struct srcu_struct *ssp);
void synchronize_srcu_expedited(struct srcu_struct *ssp);
irqreturn_t timer_interrupt(int irq, void *dev_id);
int timer_irq_works(void);
@until(6.12) void trace_check_vprintf(struct trace_iterator *iter, const char *fmt, struct __va_list_tag *ap);
struct trace_event_file *trace_create_new_event(struct trace_event_call *call,
	struct trace_array *tr);
void trace_destroy_fields(struct trace_event_call *call);
int trace_get_user(struct trace_parser *parser, const char *ubuf, size_t cnt, loff_t *ppos);
int trace_release(struct inode *inode, struct file *file);
void update_curr_fair(struct rq *rq);
void update_curr_stop(struct rq *rq);
void update_process_times(int user_tick);
void update_rq_clock(struct rq *rq);
int uprobe_event_define_fields(struct trace_event_call *event_call);
unsigned long uprobe_get_swbp_addr(struct pt_regs *regs);
unsigned long uprobe_get_trap_addr(struct pt_regs *regs);
void uprobe_notify_resume(struct pt_regs *regs);
@until(6.12) int uprobe_register(struct inode *inode, loff_t offset, struct uprobe_consumer *uc);
@since(6.12) struct uprobe *uprobe_register(struct inode *inode, loff_t offset,
	loff_t ref_ctr_offset, struct uprobe_consumer *uc);
@until(6.12) int uprobe_register_refctr(struct inode *inode, loff_t offset, loff_t ref_ctr_offset,
	struct uprobe_consumer *uc);
@until(6.12) void uprobe_unregister(struct inode *inode, loff_t offset, struct uprobe_consumer *uc);
int uprobe_write_opcode(struct arch_uprobe *auprobe, struct mm_struct *mm, unsigned long vaddr,
	uprobe_opcode_t opcode);
@until(6.12) int user_destroy(void *key, void *datum, void *p);
@since(6.12) void user_destroy(struct key *key);
void user_disable_single_step(struct task_struct *child);
void user_enable_block_step(struct task_struct *child);
void user_enable_single_step(struct task_struct *child);
struct super_block *user_get_super(dev_t dev, bool excl);
@until(6.12) int user_read(struct policydb *p, struct symtab *s, void *fp);
@since(6.12) long user_read(const struct key *key, char *buffer, size_t buflen);
void user_reader_timeout(struct timer_list *t);
int user_write(void *vkey, void *datum, void *ptr);
int ww_mutex_lock(struct ww_mutex *lock, struct ww_acquire_ctx *ctx);
int ww_mutex_lock_interruptible(struct ww_mutex *lock, struct ww_acquire_ctx *ctx);
int ww_mutex_trylock(struct ww_mutex *ww, struct ww_acquire_ctx *ww_ctx);
void ww_mutex_unlock(struct ww_mutex *lock);
