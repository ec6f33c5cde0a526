//! Memory that processes share: blocks of bytes, some with a name. A part of the world; what lies in a block, its users know.

use interleave_kernel::Op;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
use interleave_python::world::{Channel, WorldPart};
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::collections::BTreeMap;

/// The part's name.
const PART: &str = "shared memory";

/// What one process reads or writes of such memory, in ps: about that of an attribute.
const ACCESS_PS: u64 = 30_000;
/// A system call that makes, finds or drops a block, in ps. Source: shm_open and mmap, a few µs each; not measured.
const OPEN_PS: u64 = 8_000_000;

/// The world's blocks of shared memory.
#[derive(Clone, Debug, Default)]
struct Blocks {
    blocks: Vec<Vec<u8>>,
    names: BTreeMap<String, usize>,
}

impl WorldPart for Blocks {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn park(&mut self, _: Channel, _: bool, _: Option<u64>) -> Op {
        unreachable!("memory has no channels")
    }

    fn leave(&mut self, _: Channel, _: bool) {}
}

/// The natives behind `heap.py` and `shared_memory.py`.
pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "_shared_memory",
    functions: &[
        ("_allocate", allocate),
        ("_create", create),
        ("_attach", attach),
        ("_unlink", unlink),
        ("_read", read),
        ("_write", write),
        ("_load", load),
        ("_store", store),
    ],
    set_up: None,
    source: None,
    shown_as: "",
    support: Support::INTERNAL,
};

fn size_of(vm: &mut Vm, value: Value) -> Result<usize, Raised> {
    let size = vm.as_index(value)?.unwrap_or(0);
    usize::try_from(size).map_err(|_| vm.raise("ValueError", "size out of range"))
}

fn new_block(vm: &mut Vm, size: usize) -> usize {
    vm.heap.grew(size as u64);
    let blocks = &mut vm.world.part::<Blocks>(PART).blocks;
    blocks.push(vec![0; size]);
    blocks.len() - 1
}

/// `_allocate(size)`: a block's number.
fn allocate(vm: &mut Vm, args: Args) -> NativeResult {
    let [size] = args.exact(vm, "_allocate")?;
    let size = size_of(vm, size)?;
    let block = new_block(vm, size);
    Ok(Flow::Value(Value::Int(block as i64)))
}

/// `_create(name, size)`: a block's number; None where the name is taken.
fn create(vm: &mut Vm, args: Args) -> NativeResult {
    let [name, size] = args.exact(vm, "_create")?;
    let name = vm.text(name).unwrap_or_default().to_string();
    vm.spend(OPEN_PS);
    if vm.world.part::<Blocks>(PART).names.contains_key(&name) {
        return Ok(Flow::Value(Value::None));
    }
    let size = size_of(vm, size)?;
    let block = new_block(vm, size);
    vm.world.part::<Blocks>(PART).names.insert(name, block);
    Ok(Flow::Value(Value::Int(block as i64)))
}

/// `_attach(name)`: number and size of the block of that name; None where there is none.
fn attach(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_attach")?;
    let name = vm.text(name).unwrap_or_default();
    vm.spend(OPEN_PS);
    let blocks = vm.world.part::<Blocks>(PART);
    let Some(&block) = blocks.names.get(&*name) else {
        return Ok(Flow::Value(Value::None));
    };
    let size = blocks.blocks[block].len();
    let found = [block, size].map(|number| Value::Int(number as i64));
    Ok(Flow::Value(vm.heap.tuple(&found)))
}

/// `_unlink(name)`: whether there was a block of that name. Who has it open keeps it.
fn unlink(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_unlink")?;
    let name = vm.text(name).unwrap_or_default();
    vm.spend(OPEN_PS);
    let was_there = vm.world.part::<Blocks>(PART).names.remove(&*name);
    Ok(Flow::Value(Value::Bool(was_there.is_some())))
}

/// `count` bytes of a block.
fn piece(vm: &mut Vm, block: Value, start: usize, count: usize) -> Result<&mut [u8], Raised> {
    vm.spend(ACCESS_PS + count as u64 * 100);
    let block = vm.as_index(block)?.unwrap_or(-1) as usize;
    let is_there = {
        let known = vm.world.part::<Blocks>(PART).blocks.get(block);
        known.is_some_and(|known| start + count <= known.len())
    };
    if !is_there {
        return Err(vm.raise("ValueError", "outside the shared memory"));
    }
    Ok(&mut vm.world.part::<Blocks>(PART).blocks[block][start..start + count])
}

/// Bytes of an item of the type code, and whether it is a signed whole number.
fn width(code: char) -> (usize, bool) {
    match code {
        'b' => (1, true),
        'B' | 'c' | '?' => (1, false),
        'h' => (2, true),
        'H' => (2, false),
        'i' => (4, true),
        'I' | 'f' | 'u' => (4, false),
        'l' => (8, true),
        _ => (8, false),
    }
}

fn code_of(vm: &Vm, code: Value) -> char {
    let text = vm.text(code).unwrap_or_default();
    text.chars().next().unwrap_or('B')
}

/// `_read(block, code, offset)`: the item of that type code.
fn read(vm: &mut Vm, args: Args) -> NativeResult {
    let [block, code, offset] = args.exact(vm, "_read")?;
    let code = code_of(vm, code);
    let (count, is_signed) = width(code);
    let offset = size_of(vm, offset)?;
    let mut word = [0; 8];
    word[..count].copy_from_slice(piece(vm, block, offset, count)?);
    let raw = u64::from_le_bytes(word);
    let value = match code {
        'f' => Value::Float(f64::from(f32::from_bits(raw as u32))),
        'd' => Value::Float(f64::from_bits(raw)),
        '?' => Value::Bool(raw != 0),
        'c' => vm.heap.value(Object::Bytes([raw as u8][..].into())),
        'u' => {
            let c = char::from_u32(raw as u32).unwrap_or('\u{fffd}');
            vm.heap.string(c.to_string())
        }
        _ if is_signed => {
            let unused_bits = 64 - 8 * count as u32;
            Value::Int((raw << unused_bits) as i64 >> unused_bits)
        }
        _ => match i64::try_from(raw) {
            Ok(small) => Value::Int(small),
            Err(_) => vm.int_value(BigInt::from(raw)),
        },
    };
    Ok(Flow::Value(value))
}

/// `_write(block, code, offset, value)`: a value that fits the type code.
fn write(vm: &mut Vm, args: Args) -> NativeResult {
    let [block, code, offset, value] = args.exact(vm, "_write")?;
    let code = code_of(vm, code);
    let (count, _) = width(code);
    let offset = size_of(vm, offset)?;
    let raw = match (code, value) {
        ('f', Value::Float(x)) => u64::from((x as f32).to_bits()),
        ('d', Value::Float(x)) => x.to_bits(),
        ('c', value) => match vm.object(value) {
            Some(Object::Bytes(bytes)) => bytes.first().copied().map_or(0, u64::from),
            _ => 0,
        },
        (_, Value::Int(n)) => n as u64,
        (_, Value::Bool(b)) => u64::from(b),
        (_, value) => vm.big(value).and_then(|n| n.to_u64()).unwrap_or(0),
    };
    let own = piece(vm, block, offset, count)?;
    own.copy_from_slice(&raw.to_le_bytes()[..count]);
    Ok(Flow::Value(Value::None))
}

/// `_load(block, start, stop)`: bytes.
fn load(vm: &mut Vm, args: Args) -> NativeResult {
    let [block, start, stop] = args.exact(vm, "_load")?;
    let (start, stop) = (size_of(vm, start)?, size_of(vm, stop)?);
    let bytes = piece(vm, block, start, stop.saturating_sub(start))?.to_vec();
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// `_store(block, start, data)`
fn store(vm: &mut Vm, args: Args) -> NativeResult {
    let [block, start, data] = args.exact(vm, "_store")?;
    let start = size_of(vm, start)?;
    let bytes = match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        _ => return Err(vm.type_error("a bytes-like object is required")),
    };
    piece(vm, block, start, bytes.len())?.copy_from_slice(&bytes);
    Ok(Flow::Value(Value::None))
}
