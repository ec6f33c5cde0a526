//! System calls on paths. The Python side has made each path a `str`; errors name it as it was given.

use super::{CHANGE_NS, STAT_NS, after_syscall, number, or_raise};
use interleave_python::disk::{Disk, ERRNOS, Errno, Inode, Kind};
use interleave_python::heap::{Dict, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};

fn find(vm: &mut Vm, path: Value, follow: bool) -> Result<Inode, Raised> {
    let text = vm.text(path).unwrap_or_default();
    let found = vm.world.disk.find(&vm.open_files.folder, &text, follow);
    or_raise(vm, found, path)
}

/// `(mode, inode, links, size_bytes, accessed_ns, modified_ns, changed_ns)`
pub(super) fn stat_tuple(vm: &mut Vm, inode: Inode) -> Value {
    let node = vm.world.disk.node(inode);
    let links = match &node.kind {
        Kind::Folder { .. } => 2,
        _ => node.links,
    };
    let numbers = [
        u64::from(node.mode()),
        // A fresh disk's first inodes are the system's own.
        inode as u64 + 131_073,
        u64::from(links),
        node.size_bytes(),
        node.accessed_ns,
        node.modified_ns,
        node.changed_ns,
    ];
    let items = numbers.map(|number| Value::Int(number as i64));
    vm.heap.tuple(&items)
}

/// `stat(path, follow)`
pub(super) fn stat(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, follow] = args.exact(vm, "stat")?;
    let inode = find(vm, path, number(vm, follow) != 0)?;
    let stat = stat_tuple(vm, inode);
    after_syscall(vm, STAT_NS, stat)
}

/// `kind(path, follow)`: `"file"`, `"folder"`, `"link"`, `"device"`, or None where there is nothing.
pub(super) fn kind(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, follow] = args.exact(vm, "kind")?;
    let text = vm.text(path).unwrap_or_default();
    let found = vm
        .world
        .disk
        .find(&vm.open_files.folder, &text, number(vm, follow) != 0);
    let kind = found.map(|inode| match vm.world.disk.node(inode).kind {
        Kind::File(_) => "file",
        Kind::Folder { .. } => "folder",
        Kind::Link(_) => "link",
        Kind::Device(_) => "device",
    });
    let value = match kind {
        Ok(kind) => vm.heap.str(kind),
        Err(_) => Value::None,
    };
    after_syscall(vm, STAT_NS, value)
}

/// `names(path)`: what lies in a folder, sorted.
pub(super) fn names(vm: &mut Vm, args: Args) -> NativeResult {
    let [path] = args.exact(vm, "names")?;
    let inode = find(vm, path, true)?;
    let names = vm.world.disk.names(inode);
    let names = or_raise(vm, names, path)?;
    let items = names.iter().map(|name| vm.heap.str(name)).collect();
    let list = vm.heap.list(items);
    after_syscall(vm, STAT_NS, list)
}

/// Changes the disk: the folder that paths are seen from and the time of day go with it.
fn change<T>(
    vm: &mut Vm,
    path: Value,
    act: impl FnOnce(&mut Disk, &str, &str, u64) -> Result<T, Errno>,
) -> NativeResult {
    let (text, now_ns) = (vm.text(path).unwrap_or_default(), vm.epoch_ns());
    let result = act(&mut vm.world.disk, &vm.open_files.folder, &text, now_ns);
    or_raise(vm, result, path)?;
    after_syscall(vm, CHANGE_NS, Value::None)
}

/// Changes the disk about two paths.
fn change_two(
    vm: &mut Vm,
    args: Args,
    name: &str,
    act: fn(&mut Disk, &str, &str, &str, u64) -> Result<(), Errno>,
) -> NativeResult {
    let [old, new] = args.exact(vm, name)?;
    let (old_text, new_text) = (
        vm.text(old).unwrap_or_default(),
        vm.text(new).unwrap_or_default(),
    );
    let now_ns = vm.epoch_ns();
    match act(
        &mut vm.world.disk,
        &vm.open_files.folder,
        &old_text,
        &new_text,
        now_ns,
    ) {
        Ok(()) => after_syscall(vm, CHANGE_NS, Value::None),
        Err(errno) => Err(vm.os_error_between(errno, old, new)),
    }
}

/// `mkdir(path, mode)`
pub(super) fn mkdir(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, mode] = args.exact(vm, "mkdir")?;
    let rights = number(vm, mode) as u32 & 0o7777 & !vm.open_files.umask;
    change(vm, path, |disk, from, path, now_ns| {
        disk.make_folder(from, path, rights, now_ns)
    })
}

/// `rmdir(path)`
pub(super) fn rmdir(vm: &mut Vm, args: Args) -> NativeResult {
    let [path] = args.exact(vm, "rmdir")?;
    change(vm, path, |disk, from, path, now_ns| {
        disk.remove_folder(from, path, now_ns)
    })
}

/// `unlink(path)`
pub(super) fn unlink(vm: &mut Vm, args: Args) -> NativeResult {
    let [path] = args.exact(vm, "unlink")?;
    change(vm, path, |disk, from, path, now_ns| {
        disk.remove_file(from, path, now_ns)
    })
}

/// `rename(old, new)`
pub(super) fn rename(vm: &mut Vm, args: Args) -> NativeResult {
    change_two(vm, args, "rename", Disk::rename)
}

/// `symlink(target, path)`
pub(super) fn symlink(vm: &mut Vm, args: Args) -> NativeResult {
    change_two(vm, args, "symlink", |disk, from, target, path, now_ns| {
        disk.make_link(from, target, path, now_ns).map(|_| ())
    })
}

/// `link(old, new)`
pub(super) fn link(vm: &mut Vm, args: Args) -> NativeResult {
    change_two(vm, args, "link", Disk::add_name)
}

/// `readlink(path)`
pub(super) fn readlink(vm: &mut Vm, args: Args) -> NativeResult {
    let [path] = args.exact(vm, "readlink")?;
    let inode = find(vm, path, false)?;
    let Kind::Link(target) = &vm.world.disk.node(inode).kind else {
        return Err(vm.os_error(Errno::EINVAL, path));
    };
    let target = target.clone();
    let target = vm.heap.str(&target);
    after_syscall(vm, STAT_NS, target)
}

/// `chmod(path, mode)`
pub(super) fn chmod(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, mode] = args.exact(vm, "chmod")?;
    let (inode, rights) = (find(vm, path, true)?, number(vm, mode) as u32 & 0o7777);
    let now_ns = vm.epoch_ns();
    let node = vm.world.disk.node_mut(inode);
    node.rights = rights;
    node.changed_ns = now_ns;
    after_syscall(vm, CHANGE_NS, Value::None)
}

/// `utime(path, accessed_ns, modified_ns)`; None: now.
pub(super) fn utime(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, accessed, modified] = args.exact(vm, "utime")?;
    let (inode, now_ns) = (find(vm, path, true)?, vm.epoch_ns());
    let given = [accessed, modified].map(|value| match value {
        Value::None => now_ns,
        value => number(vm, value) as u64,
    });
    let node = vm.world.disk.node_mut(inode);
    [node.accessed_ns, node.modified_ns] = given;
    node.changed_ns = now_ns;
    after_syscall(vm, CHANGE_NS, Value::None)
}

/// `chdir(path)`
pub(super) fn chdir(vm: &mut Vm, args: Args) -> NativeResult {
    let [path] = args.exact(vm, "chdir")?;
    let inode = find(vm, path, true)?;
    if !matches!(vm.world.disk.node(inode).kind, Kind::Folder { .. }) {
        return Err(vm.os_error(Errno::ENOTDIR, path));
    }
    vm.open_files.folder = vm.world.disk.path_of(inode);
    after_syscall(vm, STAT_NS, Value::None)
}

/// `getcwd()`
pub(super) fn getcwd(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getcwd")?;
    let folder = vm.open_files.folder.clone();
    Ok(Flow::Value(vm.heap.string(folder)))
}

/// `umask(mask)`: the one before.
pub(super) fn umask(vm: &mut Vm, args: Args) -> NativeResult {
    let [mask] = args.exact(vm, "umask")?;
    let mask = number(vm, mask) as u32 & 0o777;
    let old = std::mem::replace(&mut vm.open_files.umask, mask);
    Ok(Flow::Value(Value::Int(i64::from(old))))
}

/// `strerror(code)`
pub(super) fn strerror(vm: &mut Vm, args: Args) -> NativeResult {
    let [code] = args.exact(vm, "strerror")?;
    let text = Errno(number(vm, code)).text();
    Ok(Flow::Value(vm.heap.string(text)))
}

/// `errors()`: a dict of the errors' names and numbers.
pub(super) fn errors(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "errors")?;
    let dict = vm.heap.dict(Dict::default());
    for &(number, name, _) in ERRNOS {
        let name = vm.heap.str(name);
        vm.dict_set(dict, name, Value::Int(number))?;
    }
    Ok(Flow::Value(dict))
}
