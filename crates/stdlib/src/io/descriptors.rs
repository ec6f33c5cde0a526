//! System calls on open files. What is written is on the disk at once; a transfer costs a system call each time a file
//! object's buffer would be full or empty.

use super::paths::stat_tuple;
use super::{
    BUFFER_BYTES, BYTES_PER_NS, OPEN_NS, STAT_NS, TRANSFER_NS, after_syscall, number, or_raise,
};
use interleave_python::builtins::{write_stderr, write_stdout};
use interleave_python::disk::{Descriptor, Errno, Kind, Target};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};

const WRITE_ONLY: i64 = 0o1;
const READ_WRITE: i64 = 0o2;
const CREATE: i64 = 0o100;
const EXCLUSIVE: i64 = 0o200;
const TRUNCATE: i64 = 0o1000;
const APPEND: i64 = 0o2000;
const FOLDER: i64 = 0o200_000;

/// `open(path, flags, mode)`: a descriptor.
pub(super) fn open(vm: &mut Vm, args: Args) -> NativeResult {
    let [path, flags, mode] = args.exact(vm, "open")?;
    let (text, flags, now_ns) = (
        vm.text(path).unwrap_or_default(),
        number(vm, flags),
        vm.epoch_ns(),
    );
    let rights = number(vm, mode) as u32 & 0o7777 & !vm.open_files.umask;
    let make = (flags & CREATE != 0).then_some(rights);
    let only_new = flags & EXCLUSIVE != 0;
    let found = vm
        .disk
        .open_file(&vm.open_files.folder, &text, make, only_new, now_ns);
    let inode = or_raise(vm, found, path)?;
    let is_folder = matches!(vm.disk.node(inode).kind, Kind::Folder { .. });
    let writable = flags & (WRITE_ONLY | READ_WRITE) != 0;
    if is_folder && writable {
        return Err(vm.os_error(Errno::EISDIR, path));
    }
    if !is_folder && flags & FOLDER != 0 {
        return Err(vm.os_error(Errno::ENOTDIR, path));
    }
    if flags & TRUNCATE != 0 {
        let result = vm.disk.truncate(inode, 0, now_ns);
        or_raise(vm, result, path)?;
    }
    let readable = flags & WRITE_ONLY == 0;
    let mut descriptor = Descriptor::new(Target::Node(inode), readable, writable);
    descriptor.appends = flags & APPEND != 0;
    let descriptor = vm.open_files.add(descriptor);
    after_syscall(vm, OPEN_NS, Value::Int(descriptor))
}

/// `close(descriptor)`
pub(super) fn close(vm: &mut Vm, args: Args) -> NativeResult {
    let [descriptor] = args.exact(vm, "close")?;
    let descriptor = number(vm, descriptor);
    if !vm.open_files.close(descriptor) {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    after_syscall(vm, STAT_NS, Value::None)
}

fn descriptor(vm: &mut Vm, value: Value) -> Result<(i64, Descriptor), Raised> {
    let number = number(vm, value);
    match vm.open_files.get(number) {
        Some(descriptor) => Ok((number, descriptor.clone())),
        None => Err(vm.os_error(Errno::EBADF, Value::Unbound)),
    }
}

/// The bytes of what a readable descriptor leads to, from where it stands; `look` says how many of them are taken.
fn take(vm: &mut Vm, value: Value, look: impl FnOnce(&[u8]) -> usize) -> NativeResult {
    let (number, mut open) = descriptor(vm, value)?;
    if !open.readable {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    let taken = match open.target {
        Target::Node(inode) => match &vm.disk.node(inode).kind {
            Kind::File(bytes) => {
                let rest = bytes.get(open.offset as usize..).unwrap_or_default();
                Ok(rest[..look(rest)].to_vec())
            }
            _ => vm
                .disk
                .read(inode, open.offset, look(&[0; BUFFER_BYTES as usize])),
        },
        Target::Stdin => {
            let rest = vm
                .open_files
                .stdin
                .get(open.offset as usize..)
                .unwrap_or_default();
            Ok(rest[..look(rest)].to_vec())
        }
        Target::Pipe(pipe) => {
            let pipe = &mut vm.open_files.pipes[pipe];
            let count = look(pipe);
            Ok(pipe.drain(..count).collect())
        }
        Target::Stdout | Target::Stderr => Err(Errno::EBADF),
    };
    let taken = or_raise(vm, taken, Value::Unbound)?;
    if matches!(open.target, Target::Pipe(_)) && taken.is_empty() {
        return Err(vm.not_supported("reading from an empty pipe"));
    }
    open.offset += taken.len() as u64;
    let (offset, count) = (open.offset, taken.len() as u64);
    let calls = offset > open.fetched_bytes || count == 0;
    if calls {
        open.fetched_bytes = offset.next_multiple_of(BUFFER_BYTES);
    }
    if let Some(there) = vm.open_files.get_mut(number) {
        *there = open;
    }
    let taken = vm.heap.value(Object::Bytes(taken.into()));
    if calls {
        after_syscall(vm, TRANSFER_NS + count / BYTES_PER_NS, taken)
    } else {
        vm.spend(count * 100);
        Ok(Flow::Value(taken))
    }
}

/// `read(descriptor, count)`: all there is where the count is negative.
pub(super) fn read(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.exact(vm, "read")?;
    let count = usize::try_from(number(vm, count)).unwrap_or(usize::MAX);
    take(vm, own, |rest| rest.len().min(count))
}

/// `line(descriptor, end, most)`: up to and with the line's end: `"\n"`, `"\r"`, `"\r\n"`, or any of them for `""`.
pub(super) fn line(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, end, most] = args.exact(vm, "line")?;
    let end = vm.text(end).unwrap_or_default();
    let most = usize::try_from(number(vm, most)).unwrap_or(usize::MAX);
    take(vm, own, |rest| line_bytes(rest, &end).min(most))
}

/// How many bytes the first line has, its end included.
fn line_bytes(bytes: &[u8], end: &str) -> usize {
    let found = match end {
        "\n" => bytes
            .iter()
            .position(|&byte| byte == b'\n')
            .map(|at| at + 1),
        "\r" => bytes
            .iter()
            .position(|&byte| byte == b'\r')
            .map(|at| at + 1),
        "\r\n" => bytes
            .windows(2)
            .position(|pair| pair == b"\r\n")
            .map(|at| at + 2),
        _ => bytes
            .iter()
            .position(|&byte| byte == b'\n' || byte == b'\r')
            .map(|at| match bytes[at..] {
                [b'\r', b'\n', ..] => at + 2,
                _ => at + 1,
            }),
    };
    found.unwrap_or(bytes.len())
}

/// `characters(descriptor, count)`: the bytes of so many characters of UTF-8.
pub(super) fn characters(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.exact(vm, "characters")?;
    let count = number(vm, count).max(0) as usize;
    take(vm, own, |rest| {
        let starts = rest
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte & 0xC0 != 0x80);
        starts.map(|(at, _)| at).nth(count).unwrap_or(rest.len())
    })
}

/// `write(descriptor, data, buffered)`: how many bytes.
pub(super) fn write(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, data, buffered] = args.exact(vm, "write")?;
    let data = match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        _ => {
            let text = format!(
                "a bytes-like object is required, not '{}'",
                vm.type_name(data)
            );
            return Err(vm.type_error(&text));
        }
    };
    let (number, mut open) = descriptor(vm, own)?;
    if !open.writable {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    let count = data.len() as u64;
    match open.target {
        Target::Node(inode) => {
            if open.appends {
                open.offset = vm.disk.node(inode).size_bytes();
            }
            vm.heap.grew(count);
            vm.check_heap_growth(open.offset.saturating_add(count))?;
            let now_ns = vm.epoch_ns();
            let result = vm.disk.write(inode, open.offset, &data, now_ns);
            or_raise(vm, result, Value::Unbound)?;
        }
        Target::Pipe(pipe) => vm.open_files.pipes[pipe].extend_from_slice(&data),
        Target::Stdin => return Err(vm.os_error(Errno::EBADF, Value::Unbound)),
        Target::Stdout | Target::Stderr => {
            let text = String::from_utf8_lossy(&data).into_owned();
            let flow = match open.target {
                Target::Stderr => write_stderr(vm, &text)?,
                _ => write_stdout(vm, &text, true)?,
            };
            return Ok(match flow {
                Flow::Block(mut blocking) => {
                    blocking.state = vec![Value::Int(count as i64)];
                    blocking.resume = |_, state, _| Ok(Flow::Value(state[0]));
                    Flow::Block(blocking)
                }
                _ => Flow::Value(Value::Int(count as i64)),
            });
        }
    }
    open.offset += count;
    open.unsent_bytes += count;
    let calls = buffered != Value::Bool(true) || open.unsent_bytes >= BUFFER_BYTES;
    if calls {
        open.unsent_bytes = 0;
    }
    if let Some(there) = vm.open_files.get_mut(number) {
        *there = open;
    }
    let written = Value::Int(count as i64);
    if calls {
        after_syscall(vm, TRANSFER_NS + count / BYTES_PER_NS, written)
    } else {
        vm.spend(count * 100);
        Ok(Flow::Value(written))
    }
}

/// `seek(descriptor, offset, whence)`: where it stands then.
pub(super) fn seek(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, offset, whence] = args.exact(vm, "seek")?;
    let (number_, mut open) = descriptor(vm, own)?;
    let base = match (open.target, number(vm, whence)) {
        (Target::Pipe(_), _) => return Err(vm.os_error(Errno::ESPIPE, Value::Unbound)),
        (_, 0) => 0,
        (_, 1) => open.offset as i64,
        (Target::Node(inode), 2) => vm.disk.node(inode).size_bytes() as i64,
        (Target::Stdin, 2) => vm.open_files.stdin.len() as i64,
        _ => return Err(vm.os_error(Errno::EINVAL, Value::Unbound)),
    };
    match base.checked_add(number(vm, offset)) {
        Some(offset) if offset >= 0 => open.offset = offset as u64,
        _ => return Err(vm.os_error(Errno::EINVAL, Value::Unbound)),
    }
    let offset = Value::Int(open.offset as i64);
    if let Some(there) = vm.open_files.get_mut(number_) {
        *there = open;
    }
    vm.spend(300_000);
    Ok(Flow::Value(offset))
}

/// `truncate(descriptor, size_bytes)`
pub(super) fn truncate(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, size] = args.exact(vm, "truncate")?;
    let (_, open) = descriptor(vm, own)?;
    let (Target::Node(inode), Ok(size_bytes), true) =
        (open.target, u64::try_from(number(vm, size)), open.writable)
    else {
        return Err(vm.os_error(Errno::EINVAL, Value::Unbound));
    };
    vm.check_heap_growth(size_bytes)?;
    let now_ns = vm.epoch_ns();
    let result = vm.disk.truncate(inode, size_bytes, now_ns);
    or_raise(vm, result, Value::Unbound)?;
    after_syscall(vm, STAT_NS, size)
}

/// `fstat(descriptor)`: as `stat`; None for what is not on the disk.
pub(super) fn fstat(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "fstat")?;
    let (_, open) = descriptor(vm, own)?;
    let stat = match open.target {
        Target::Node(inode) => stat_tuple(vm, inode),
        _ => Value::None,
    };
    after_syscall(vm, STAT_NS, stat)
}

/// `path_of(descriptor)`: the path of an open folder, None for anything else.
pub(super) fn path_of(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "path_of")?;
    let (_, open) = descriptor(vm, own)?;
    Ok(Flow::Value(match open.target {
        Target::Node(inode) if matches!(vm.disk.node(inode).kind, Kind::Folder { .. }) => {
            let path = vm.disk.path_of(inode);
            vm.heap.string(path)
        }
        _ => Value::None,
    }))
}

/// `pipe()`: the descriptors of its two ends.
pub(super) fn pipe(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "pipe")?;
    vm.open_files.pipes.push(Vec::new());
    let target = Target::Pipe(vm.open_files.pipes.len() - 1);
    let ends = [(true, false), (false, true)].map(|(readable, writable)| {
        let descriptor = Descriptor::new(target, readable, writable);
        Value::Int(vm.open_files.add(descriptor))
    });
    let ends = vm.heap.tuple(&ends);
    after_syscall(vm, OPEN_NS, ends)
}
