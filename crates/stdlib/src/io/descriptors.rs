//! System calls on open files. What is written is on the disk at once; a transfer costs a system call each time a file
//! object's buffer would be full or empty.

use super::channels;
use super::paths::stat_tuple;
use super::{
    BUFFER_BYTES, BYTES_PER_NS, OPEN_NS, STAT_NS, TRANSFER_NS, after_syscall, number, or_raise,
};
use interleave_python::disk::{Errno, Kind};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use interleave_python::world::{Descriptor, Target};
use interleave_trace::Stream;
use std::rc::Rc;

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
        .world
        .disk
        .open_file(&vm.open_files.folder, &text, make, only_new, now_ns);
    let inode = or_raise(vm, found, path)?;
    let is_folder = matches!(vm.world.disk.node(inode).kind, Kind::Folder { .. });
    let writable = flags & (WRITE_ONLY | READ_WRITE) != 0;
    if is_folder && writable {
        return Err(vm.os_error(Errno::EISDIR, path));
    }
    if !is_folder && flags & FOLDER != 0 {
        return Err(vm.os_error(Errno::ENOTDIR, path));
    }
    if flags & TRUNCATE != 0 {
        let result = vm.world.disk.truncate(inode, 0, now_ns);
        or_raise(vm, result, path)?;
    }
    let readable = flags & WRITE_ONLY == 0;
    let mut descriptor = Descriptor::new(Target::Node(inode), readable, writable);
    descriptor.appends = flags & APPEND != 0;
    let descriptor = vm.world.open(&mut vm.open_files, descriptor);
    after_syscall(vm, OPEN_NS, Value::Int(descriptor))
}

/// `close(descriptor)`
pub(super) fn close(vm: &mut Vm, args: Args) -> NativeResult {
    let [descriptor] = args.exact(vm, "close")?;
    let descriptor = number(vm, descriptor);
    let mut wakes = Vec::new();
    if !vm.world.close(&mut vm.open_files, descriptor, &mut wakes) {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    vm.note_redirection();
    vm.wake_then(wakes, STAT_NS, Value::None)
}

/// `dup(descriptor, from)`: another one, the lowest not below `from`.
pub(super) fn dup(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, from] = args.exact(vm, "dup")?;
    let (own, from) = (number(vm, own), number(vm, from));
    match vm.world.duplicate(&mut vm.open_files, own, None, from) {
        Some(copy) => after_syscall(vm, STAT_NS, Value::Int(copy)),
        None => Err(vm.os_error(Errno::EBADF, Value::Unbound)),
    }
}

/// `dup2(descriptor, copy)`: `copy` leads where the descriptor does; what it led to is closed.
pub(super) fn dup2(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, copy] = args.exact(vm, "dup2")?;
    let (from, to) = (number(vm, own), number(vm, copy));
    if to < 0 || vm.world.descriptor(&vm.open_files, from).is_none() {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    let mut wakes = Vec::new();
    if from != to {
        vm.world.close(&mut vm.open_files, to, &mut wakes);
        vm.world.duplicate(&mut vm.open_files, from, Some(to), 0);
        vm.note_redirection();
    }
    vm.wake_then(wakes, STAT_NS, copy)
}

/// `blocking(descriptor, set)`: whether what would have to wait does; `set` is None, or what it is from now on.
pub(super) fn blocking(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, set] = args.exact(vm, "blocking")?;
    let number = number(vm, own);
    let Some(open) = vm.world.descriptor_mut(&vm.open_files, number) else {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    };
    if let Value::Bool(set) = set {
        open.is_nonblocking = !set;
    }
    Ok(Flow::Value(Value::Bool(!open.is_nonblocking)))
}

pub(super) fn descriptor(vm: &mut Vm, value: Value) -> Result<(i64, Descriptor), Raised> {
    let number = number(vm, value);
    match vm.world.descriptor(&vm.open_files, number) {
        Some(descriptor) => Ok((number, descriptor.clone())),
        None => Err(vm.os_error(Errno::EBADF, Value::Unbound)),
    }
}

/// What a reader wants of the bytes ahead.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// Up to so many, as soon as there are any.
    Any(usize),
    /// So many.
    All(usize),
    /// A line with this end, up to so many bytes.
    Line(Rc<str>, usize),
    /// So many characters of UTF-8.
    Characters(usize),
}

impl Wanted {
    /// How many of `rest` it takes where nothing follows.
    fn of_rest(&self, rest: &[u8]) -> usize {
        match self {
            Wanted::Any(count) | Wanted::All(count) => rest.len().min(*count),
            Wanted::Line(end, most) => line_bytes(rest, end).min(*most),
            Wanted::Characters(count) => {
                let starts = rest.iter().enumerate();
                let mut starts = starts.filter(|(_, byte)| **byte & 0xC0 != 0x80);
                starts.nth(*count).map_or(rest.len(), |(at, _)| at)
            }
        }
    }

    /// How many of `ahead` it takes although more may follow; `None`: more is needed.
    pub(super) fn of_ahead(&self, ahead: &[u8]) -> Option<usize> {
        let count = self.of_rest(ahead);
        match self {
            Wanted::Any(most) => (count > 0 || *most == 0).then_some(count),
            Wanted::All(most) => (count == *most).then_some(count),
            Wanted::Line(end, most) => {
                let last = ahead.get(..count).and_then(<[u8]>::last);
                let ends = match &**end {
                    "\n" | "\r\n" => last == Some(&b'\n'),
                    "\r" => last == Some(&b'\r'),
                    // A line feed may follow.
                    _ => last == Some(&b'\n') || count < ahead.len(),
                };
                (ends || count == *most).then_some(count)
            }
            Wanted::Characters(_) => (count < ahead.len()).then_some(count),
        }
    }

    /// How many bytes to ask a channel for when so many are ahead.
    pub(super) fn to_fetch(&self, ahead: usize) -> usize {
        match self {
            Wanted::Any(count) | Wanted::All(count) => count.saturating_sub(ahead),
            Wanted::Line(..) | Wanted::Characters(_) => BUFFER_BYTES as usize,
        }
    }
}

/// The bytes of what a readable descriptor leads to, from where it stands.
fn take(vm: &mut Vm, value: Value, wanted: Wanted) -> NativeResult {
    let (number, mut open) = descriptor(vm, value)?;
    if !open.readable {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    }
    let taken = match open.target {
        Target::Node(inode) => match &vm.world.disk.node(inode).kind {
            Kind::File(bytes) => {
                let rest = bytes.get(open.offset as usize..).unwrap_or_default();
                Ok(rest[..wanted.of_rest(rest)].to_vec())
            }
            _ => {
                let count = wanted.of_rest(&[0; BUFFER_BYTES as usize]);
                vm.world.disk.read(inode, open.offset, count)
            }
        },
        Target::Stdin => {
            let rest = vm.world.stdin.get(open.offset as usize..);
            let rest = rest.unwrap_or_default();
            Ok(rest[..wanted.of_rest(rest)].to_vec())
        }
        Target::Channel(channel) => return channels::read(vm, value, channel, wanted),
        Target::Stdout | Target::Stderr => Err(Errno::EBADF),
    };
    let taken = or_raise(vm, taken, Value::Unbound)?;
    open.offset += taken.len() as u64;
    let (offset, count) = (open.offset, taken.len() as u64);
    let calls = offset > open.fetched_bytes || count == 0;
    if calls {
        open.fetched_bytes = offset.next_multiple_of(BUFFER_BYTES);
    }
    if let Some(there) = vm.world.descriptor_mut(&vm.open_files, number) {
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

fn most(vm: &Vm, count: Value) -> usize {
    usize::try_from(number(vm, count)).unwrap_or(usize::MAX)
}

/// `read(descriptor, count)`: all there is where the count is negative.
pub(super) fn read(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.exact(vm, "read")?;
    let count = most(vm, count);
    take(vm, own, Wanted::All(count))
}

/// `read_some(descriptor, count)`: at most so many bytes, as soon as there are any; none at the end.
pub(super) fn read_some(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.exact(vm, "read_some")?;
    let count = most(vm, count);
    take(vm, own, Wanted::Any(count))
}

/// `line(descriptor, end, most)`: up to and with the line's end: `"\n"`, `"\r"`, `"\r\n"`, or any of them for `""`.
pub(super) fn line(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, end, count] = args.exact(vm, "line")?;
    let end = vm.text(end).unwrap_or_default();
    let count = most(vm, count);
    take(vm, own, Wanted::Line(end, count))
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
    take(vm, own, Wanted::Characters(count))
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
                open.offset = vm.world.disk.node(inode).size_bytes();
            }
            vm.heap.grew(count);
            vm.check_heap_growth(open.offset.saturating_add(count))?;
            let now_ns = vm.epoch_ns();
            let result = vm.world.disk.write(inode, open.offset, &data, now_ns);
            or_raise(vm, result, Value::Unbound)?;
        }
        Target::Channel(channel) => return channels::write(vm, own, channel, data.into(), 0),
        Target::Stdin => return Err(vm.os_error(Errno::EBADF, Value::Unbound)),
        Target::Stdout | Target::Stderr => {
            let text = String::from_utf8_lossy(&data).into_owned();
            let stream = match open.target {
                Target::Stderr => Stream::Stderr,
                _ => Stream::Stdout,
            };
            vm.write_now(stream, &text);
            let ns = vm.costs.write / 1000;
            return after_syscall(vm, ns, Value::Int(count as i64));
        }
    }
    open.offset += count;
    open.unsent_bytes += count;
    let calls = buffered != Value::Bool(true) || open.unsent_bytes >= BUFFER_BYTES;
    if calls {
        open.unsent_bytes = 0;
    }
    if let Some(there) = vm.world.descriptor_mut(&vm.open_files, number) {
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
        (Target::Channel(_), _) => return Err(vm.os_error(Errno::ESPIPE, Value::Unbound)),
        (_, 0) => 0,
        (_, 1) => open.offset as i64,
        (Target::Node(inode), 2) => vm.world.disk.node(inode).size_bytes() as i64,
        (Target::Stdin, 2) => vm.world.stdin.len() as i64,
        _ => return Err(vm.os_error(Errno::EINVAL, Value::Unbound)),
    };
    match base.checked_add(number(vm, offset)) {
        Some(offset) if offset >= 0 => open.offset = offset as u64,
        _ => return Err(vm.os_error(Errno::EINVAL, Value::Unbound)),
    }
    let offset = Value::Int(open.offset as i64);
    if let Some(there) = vm.world.descriptor_mut(&vm.open_files, number_) {
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
    let result = vm.world.disk.truncate(inode, size_bytes, now_ns);
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
        Target::Node(inode) if matches!(vm.world.disk.node(inode).kind, Kind::Folder { .. }) => {
            let path = vm.world.disk.path_of(inode);
            vm.heap.string(path)
        }
        _ => Value::None,
    }))
}
