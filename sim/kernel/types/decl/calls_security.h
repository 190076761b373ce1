/* Security checks that a program may attach to. */

bool capable(int cap);
bool ns_capable(struct user_namespace *ns, int cap);
int cap_capable(const struct cred *cred, struct user_namespace *targ_ns, int cap,
	unsigned int opts);
struct cred *prepare_kernel_cred(struct task_struct *daemon);
void revert_creds(const struct cred *old);
const struct cred *override_creds(const struct cred *new);
int commit_creds(struct cred *new);
struct cred *prepare_creds(void);
void __put_cred(struct cred *cred);
int security_perf_event_write(struct perf_event *event);
int security_perf_event_read(struct perf_event *event);
void security_perf_event_free(struct perf_event *event);
int security_perf_event_alloc(struct perf_event *event);
@until(6.12) int security_perf_event_open(struct perf_event_attr *attr, int type);
@since(6.12) int security_perf_event_open(int type);
@until(6.12) void security_bpf_prog_free(struct bpf_prog_aux *aux);
@since(6.12) void security_bpf_prog_free(struct bpf_prog *prog);
void security_bpf_map_free(struct bpf_map *map);
@until(6.12) int security_bpf_prog_alloc(struct bpf_prog_aux *aux);
@until(6.12) int security_bpf_map_alloc(struct bpf_map *map);
int security_bpf_prog(struct bpf_prog *prog);
int security_bpf_map(struct bpf_map *map, fmode_t fmode);
int security_bpf(int cmd, union bpf_attr *attr, unsigned int size);
int security_socket_getpeersec_dgram(struct socket *sock, struct sk_buff *skb, u32 *secid);
@until(6.12) int security_socket_getpeersec_stream(struct socket *sock, char *optval, int *optlen,
	unsigned int len);
@since(6.12) int security_socket_getpeersec_stream(struct socket *sock, sockptr_t optval,
	sockptr_t optlen, unsigned int len);
int security_socket_shutdown(struct socket *sock, int how);
int security_socket_setsockopt(struct socket *sock, int level, int optname);
int security_socket_getsockopt(struct socket *sock, int level, int optname);
int security_socket_getpeername(struct socket *sock);
int security_socket_getsockname(struct socket *sock);
int security_socket_recvmsg(struct socket *sock, struct msghdr *msg, int size, int flags);
int security_socket_sendmsg(struct socket *sock, struct msghdr *msg, int size);
int security_socket_accept(struct socket *sock, struct socket *newsock);
int security_socket_listen(struct socket *sock, int backlog);
int security_socket_connect(struct socket *sock, struct sockaddr *address, int addrlen);
int security_socket_bind(struct socket *sock, struct sockaddr *address, int addrlen);
int security_socket_socketpair(struct socket *socka, struct socket *sockb);
int security_socket_post_create(struct socket *sock, int family, int type, int protocol,
	int kern);
int security_socket_create(int family, int type, int protocol, int kern);
int security_inode_getsecctx(struct inode *inode, void **ctx, u32 *ctxlen);
int security_inode_setsecctx(struct dentry *dentry, void *ctx, u32 ctxlen);
int security_inode_notifysecctx(struct inode *inode, void *ctx, u32 ctxlen);
void security_inode_invalidate_secctx(struct inode *inode);
int security_kernel_post_load_data(char *buf, loff_t size, enum kernel_load_data_id id,
	char *description);
int security_kernel_load_data(enum kernel_load_data_id id, bool contents);
int security_kernel_post_read_file(struct file *file, char *buf, loff_t size,
	enum kernel_read_file_id id);
int security_kernel_read_file(struct file *file, enum kernel_read_file_id id, bool contents);
int security_kernel_module_request(char *kmod_name);
int security_kernel_create_files_as(struct cred *new, struct inode *inode);
int security_kernel_act_as(struct cred *new, u32 secid);
void security_cred_getsecid(const struct cred *c, u32 *secid);
void security_cred_free(struct cred *cred);
int security_cred_alloc_blank(struct cred *cred, gfp_t gfp);
int security_file_open(struct file *file);
int security_file_receive(struct file *file);
int security_file_send_sigiotask(struct task_struct *tsk, struct fown_struct *fown, int sig);
void security_file_set_fowner(struct file *file);
int security_file_fcntl(struct file *file, unsigned int cmd, unsigned long arg);
int security_file_lock(struct file *file, unsigned int cmd);
int security_file_mprotect(struct vm_area_struct *vma, unsigned long reqprot, unsigned long prot);
int security_mmap_addr(unsigned long addr);
int security_mmap_file(struct file *file, unsigned long prot, unsigned long flags);
int security_file_ioctl_compat(struct file *file, unsigned int cmd, unsigned long arg);
int security_file_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
void security_file_free(struct file *file);
int security_file_alloc(struct file *file);
int security_file_permission(struct file *file, int mask);
@until(6.12) int security_inode_copy_up_xattr(const char *name);
@since(6.12) int security_inode_copy_up_xattr(struct dentry *src, const char *name);
int security_inode_copy_up(struct dentry *src, struct cred **new);
void security_inode_getsecid(struct inode *inode, u32 *secid);
int security_inode_listsecurity(struct inode *inode, char *buffer, size_t buffer_size);
int security_inode_setsecurity(struct inode *inode, const char *name, const void *value,
	size_t size, int flags);
@until(6.3) int security_inode_getsecurity(struct user_namespace *mnt_userns, struct inode *inode,
	const char *name, void **buffer, bool alloc);
@since(6.3) int security_inode_getsecurity(struct mnt_idmap *idmap, struct inode *inode,
	const char *name, void **buffer, bool alloc); // abf08576afe3
@until(6.3) int security_inode_killpriv(struct user_namespace *mnt_userns, struct dentry *dentry);
@since(6.3) int security_inode_killpriv(struct mnt_idmap *idmap, struct dentry *dentry); // abf08576afe3
int security_inode_need_killpriv(struct dentry *dentry);
@until(6.3) int security_inode_removexattr(struct user_namespace *mnt_userns, struct dentry *dentry,
	const char *name);
@since(6.3) int security_inode_removexattr(struct mnt_idmap *idmap, struct dentry *dentry,
	const char *name); // abf08576afe3
int security_inode_listxattr(struct dentry *dentry);
int security_inode_getxattr(struct dentry *dentry, const char *name);
void security_inode_post_setxattr(struct dentry *dentry, const char *name, const void *value,
	size_t size, int flags);
@until(6.3) int security_inode_setxattr(struct user_namespace *mnt_userns, struct dentry *dentry,
	const char *name, const void *value, size_t size, int flags);
@since(6.3) int security_inode_setxattr(struct mnt_idmap *idmap, struct dentry *dentry,
	const char *name, const void *value, size_t size, int flags); // abf08576afe3
int security_inode_getattr(const struct path *path);
@until(6.3) int security_inode_setattr(struct user_namespace *mnt_userns, struct dentry *dentry,
	struct iattr *attr);
@since(6.3) int security_inode_setattr(struct mnt_idmap *idmap, struct dentry *dentry,
	struct iattr *attr); // abf08576afe3
int security_inode_permission(struct inode *inode, int mask);
int security_inode_follow_link(struct dentry *dentry, struct inode *inode, bool rcu);
int security_inode_readlink(struct dentry *dentry);
int security_inode_rename(struct inode *old_dir, struct dentry *old_dentry, struct inode *new_dir,
	struct dentry *new_dentry, unsigned int flags);
int security_inode_mknod(struct inode *dir, struct dentry *dentry, umode_t mode, dev_t dev);
int security_inode_rmdir(struct inode *dir, struct dentry *dentry);
int security_inode_mkdir(struct inode *dir, struct dentry *dentry, umode_t mode);
int security_inode_symlink(struct inode *dir, struct dentry *dentry, const char *old_name);
int security_inode_unlink(struct inode *dir, struct dentry *dentry);
int security_inode_link(struct dentry *old_dentry, struct inode *dir, struct dentry *new_dentry);
int security_inode_create(struct inode *dir, struct dentry *dentry, umode_t mode);
int security_path_chroot(const struct path *path);
int security_path_chown(const struct path *path, kuid_t uid, kgid_t gid);
int security_path_chmod(const struct path *path, umode_t mode);
int security_path_truncate(const struct path *path);
int security_path_rename(const struct path *old_dir, struct dentry *old_dentry,
	const struct path *new_dir, struct dentry *new_dentry, unsigned int flags);
int security_path_link(struct dentry *old_dentry, const struct path *new_dir,
	struct dentry *new_dentry);
int security_path_symlink(const struct path *dir, struct dentry *dentry, const char *old_name);
int security_path_unlink(const struct path *dir, struct dentry *dentry);
int security_path_rmdir(const struct path *dir, struct dentry *dentry);
int security_path_mkdir(const struct path *dir, struct dentry *dentry, umode_t mode);
int security_path_mknod(const struct path *dir, struct dentry *dentry, umode_t mode,
	unsigned int dev);
int security_inode_init_security_anon(struct inode *inode, const struct qstr *name,
	const struct inode *context_inode);
int security_inode_init_security(struct inode *inode, struct inode *dir, const struct qstr *qstr,
	const initxattrs initxattrs, void *fs_data);
void security_inode_free(struct inode *inode);
@until(6.12) int security_inode_alloc(struct inode *inode);
@since(6.12) int security_inode_alloc(struct inode *inode, gfp_t gfp);
int security_path_notify(const struct path *path, u64 mask, unsigned int obj_type);
int security_move_mount(const struct path *from_path, const struct path *to_path);
int security_sb_clone_mnt_opts(const struct super_block *oldsb, struct super_block *newsb,
	unsigned long kern_flags, unsigned long *set_kern_flags);
int security_sb_set_mnt_opts(struct super_block *sb, void *mnt_opts, unsigned long kern_flags,
	unsigned long *set_kern_flags);
int security_sb_pivotroot(const struct path *old_path, const struct path *new_path);
int security_sb_umount(struct vfsmount *mnt, int flags);
int security_sb_mount(const char *dev_name, const struct path *path, const char *type,
	unsigned long flags, void *data);
int security_sb_statfs(struct dentry *dentry);
int security_sb_show_options(struct seq_file *m, struct super_block *sb);
@until(6.12) int security_sb_kern_mount(struct super_block *sb);
@since(6.12) int security_sb_kern_mount(const struct super_block *sb);
int security_sb_remount(struct super_block *sb, void *mnt_opts);
int security_sb_mnt_opts_compat(struct super_block *sb, void *mnt_opts);
int security_sb_eat_lsm_opts(char *options, void **mnt_opts);
void security_sb_free(struct super_block *sb);
void security_sb_delete(struct super_block *sb);
int security_sb_alloc(struct super_block *sb);
@until(6.12) void security_bprm_committed_creds(struct linux_binprm *bprm);
@since(6.12) void security_bprm_committed_creds(const struct linux_binprm *bprm);
@until(6.12) void security_bprm_committing_creds(struct linux_binprm *bprm);
@since(6.12) void security_bprm_committing_creds(const struct linux_binprm *bprm);
int security_bprm_check(struct linux_binprm *bprm);
@until(6.12) int security_bprm_creds_from_file(struct linux_binprm *bprm, struct file *file);
@since(6.12) int security_bprm_creds_from_file(struct linux_binprm *bprm, const struct file *file);
int security_bprm_creds_for_exec(struct linux_binprm *bprm);
int security_capable(const struct cred *cred, struct user_namespace *ns, int cap,
	unsigned int opts);
int security_ptrace_traceme(struct task_struct *parent);
int security_ptrace_access_check(struct task_struct *child, unsigned int mode);
