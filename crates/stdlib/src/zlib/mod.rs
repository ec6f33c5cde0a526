//! `zlib` and `gzip`: deflate's streams; the formats around them are Python.

use crate::binascii::{adler32, bytes_of, crc32};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "zlib",
        functions: &[
            ("crc32", crc32),
            ("adler32", adler32),
            ("_deflate", deflate),
            ("_inflate", inflate),
        ],
        set_up: None,
        source: Some(include_str!("zlib.py")),
        shown_as: "",
        support: Support {
            there: "`compress`, `decompress`, `compressobj`, `decompressobj`, `crc32`, `adler32`",
            partial: &[(
                "compressed bytes",
                "another encoder's: they differ from zlib's, and so may their number",
            )],
            refused: &[("`zdict`, `copy`", "rarely used")],
        },
    },
    ModuleDef {
        name: "gzip",
        functions: &[],
        set_up: None,
        source: Some(include_str!("gzip.py")),
        shown_as: "/usr/lib/python3.11/gzip.py",
        support: Support {
            there: "`open`, `GzipFile`, `compress`, `decompress`, `BadGzipFile`",
            partial: &[("compressed bytes", "another encoder's than zlib's")],
            refused: &[("the command line", "there is no shell")],
        },
    },
];

/// What compressing a byte costs, in ps. Source: CPython's zlib at level 6 does some 50 MB/s.
const DEFLATE_PS: u64 = 20_000;
/// What a byte costs that comes out again, in ps.
const INFLATE_PS: u64 = 3_000;

/// `_deflate(data, level)`: a bare stream.
fn deflate(vm: &mut Vm, args: Args) -> NativeResult {
    let [data, level] = args.exact(vm, "_deflate")?;
    let bytes = bytes_of(vm, data, false)?;
    let level = vm.as_index(level)?.unwrap_or(6).clamp(0, 9) as u8;
    vm.spend(DEFLATE_PS * bytes.len() as u64);
    let packed = compress_to_vec(&bytes, level);
    Ok(Flow::Value(vm.heap.value(Object::Bytes(packed.into()))))
}

/// `_inflate(data)`: the bytes, how many of `data` they took, and whether the stream ended; `None` for what is no stream.
fn inflate(vm: &mut Vm, args: Args) -> NativeResult {
    let [data] = args.exact(vm, "_inflate")?;
    let bytes = bytes_of(vm, data, false)?;
    let mut state = Box::<DecompressorOxide>::default();
    let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut out = vec![0; bytes.len().saturating_mul(2).max(64)];
    let (mut taken, mut made) = (0, 0);
    loop {
        let (status, read, written) =
            decompress(&mut state, &bytes[taken..], &mut out, made, flags);
        (taken, made) = (taken + read, made + written);
        match status {
            TINFLStatus::HasMoreOutput => {
                vm.check_heap_growth(out.len() as u64)?;
                out.resize(out.len() * 2, 0);
            }
            TINFLStatus::Done
            | TINFLStatus::NeedsMoreInput
            | TINFLStatus::FailedCannotMakeProgress => {
                out.truncate(made);
                vm.spend(INFLATE_PS * made as u64);
                let out = vm.heap.value(Object::Bytes(out.into()));
                let has_ended = Value::Bool(status == TINFLStatus::Done);
                return Ok(Flow::Value(vm.heap.tuple(&[
                    out,
                    Value::Int(taken as i64),
                    has_ended,
                ])));
            }
            _ => return Ok(Flow::Value(Value::None)),
        }
    }
}
