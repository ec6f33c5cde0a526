//! The bytes of a pickle as they are written: numbers, texts, frames, the memo. Knows no objects of the heap but by number.

use super::opcode::*;
use std::collections::BTreeMap;

/// A frame is closed once it has so many bytes.
const FRAME_TARGET_BYTES: usize = 64 * 1024;
/// A smaller one is not worth its header.
const FRAME_LEAST_BYTES: usize = 4;
const FRAME_HEADER_BYTES: usize = 9;

/// A pickle under way.
pub(super) struct Output {
    bytes: Vec<u8>,
    pub(super) protocol: u8,
    /// Where the open frame's header is.
    frame: Option<usize>,
    framing: bool,
    /// The number of each object written so far, by its place in the heap.
    memo: BTreeMap<u32, u32>,
}

impl Output {
    pub(super) fn new(protocol: u8) -> Output {
        let mut output = Output {
            bytes: Vec::new(),
            protocol,
            frame: None,
            framing: false,
            memo: BTreeMap::new(),
        };
        if protocol >= 2 {
            output.write(&[PROTO, protocol]);
        }
        output.framing = protocol >= 4;
        output
    }

    pub(super) fn write(&mut self, bytes: &[u8]) {
        if self.framing && self.frame.is_none() {
            self.frame = Some(self.bytes.len());
            self.bytes.extend([0; FRAME_HEADER_BYTES]);
        }
        self.bytes.extend_from_slice(bytes);
    }

    pub(super) fn op(&mut self, opcode: u8) {
        self.write(&[opcode]);
    }

    fn close_frame(&mut self) {
        let Some(start) = self.frame.take() else {
            return;
        };
        let length = self.bytes.len() - start - FRAME_HEADER_BYTES;
        if length >= FRAME_LEAST_BYTES {
            self.bytes[start] = FRAME;
            let header = &mut self.bytes[start + 1..start + FRAME_HEADER_BYTES];
            header.copy_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.bytes.drain(start..start + FRAME_HEADER_BYTES);
        }
    }

    /// An object is whole: a large frame ends here.
    pub(super) fn boundary(&mut self) {
        let large =
            |start: usize| self.bytes.len() - start - FRAME_HEADER_BYTES >= FRAME_TARGET_BYTES;
        if self.frame.is_some_and(large) {
            self.close_frame();
        }
    }

    /// A header and data that are not put into a frame if they are large.
    pub(super) fn data(&mut self, header: &[u8], data: &[u8]) {
        let framing = self.framing;
        if data.len() >= FRAME_TARGET_BYTES {
            self.close_frame();
            self.framing = false;
        }
        self.write(header);
        self.write(data);
        self.framing = framing;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.op(STOP);
        self.close_frame();
        self.bytes
    }

    pub(super) fn length(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn int(&mut self, int: i64) {
        match (int, i32::try_from(int)) {
            (0..256, _) if self.protocol > 0 => self.write(&[BININT1, int as u8]),
            (0..65_536, _) if self.protocol > 0 => {
                let [a, b] = (int as u16).to_le_bytes();
                self.write(&[BININT2, a, b]);
            }
            (_, Ok(int)) if self.protocol > 0 => {
                let [a, b, c, d] = int.to_le_bytes();
                self.write(&[BININT, a, b, c, d]);
            }
            (_, Ok(int)) => self.write(format!("I{int}\n").as_bytes()),
            _ => self.long(&int.into()),
        }
    }

    pub(super) fn long(&mut self, int: &num_bigint::BigInt) {
        if self.protocol < 2 {
            self.write(format!("L{int}L\n").as_bytes());
            return;
        }
        let bytes = int.to_signed_bytes_le();
        match u8::try_from(bytes.len()) {
            Ok(length) => self.write(&[LONG1, length]),
            Err(_) => {
                self.op(LONG4);
                self.write(&(bytes.len() as u32).to_le_bytes());
            }
        }
        self.write(&bytes);
    }

    pub(super) fn float(&mut self, float: f64) {
        if self.protocol == 0 {
            let text = interleave_python::text::float::repr(float);
            self.write(format!("F{text}\n").as_bytes());
        } else {
            self.op(BINFLOAT);
            self.write(&float.to_be_bytes());
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.protocol == 0 {
            let mut line = String::from("V");
            for c in text.chars() {
                match c as u32 {
                    code @ (0 | 0x0a | 0x0d | 0x1a | 0x5c | 0x100..=0xffff) => {
                        line.push_str(&format!("\\u{code:04x}"));
                    }
                    code @ 0x10000.. => line.push_str(&format!("\\U{code:08x}")),
                    _ => line.push(c),
                }
            }
            line.push('\n');
            let latin: Vec<u8> = line.chars().map(|c| c as u32 as u8).collect();
            self.write(&latin);
            return;
        }
        let header = self.header(text.len(), (SHORT_BINUNICODE, BINUNICODE), 4);
        self.data(&header, text.as_bytes());
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        let header = self.header(bytes.len(), (SHORT_BINBYTES, BINBYTES), 3);
        self.data(&header, bytes);
    }

    fn header(&self, length: usize, (short, long): (u8, u8), since: u8) -> Vec<u8> {
        match u8::try_from(length) {
            Ok(length) if self.protocol >= since => vec![short, length],
            _ => {
                let mut header = vec![long];
                header.extend((length as u32).to_le_bytes());
                header
            }
        }
    }

    /// Remembers the object that was written last.
    pub(super) fn memoize(&mut self, object: u32) {
        let number = self.memo.len() as u32;
        self.memo.insert(object, number);
        match (self.protocol, u8::try_from(number)) {
            (4.., _) => self.op(MEMOIZE),
            (0, _) => self.write(format!("p{number}\n").as_bytes()),
            (_, Ok(number)) => self.write(&[BINPUT, number]),
            _ => {
                self.op(LONG_BINPUT);
                self.write(&number.to_le_bytes());
            }
        }
    }

    pub(super) fn remembers(&self, object: u32) -> bool {
        self.memo.contains_key(&object)
    }

    /// Writes a reference to an object that was written before, if it was.
    pub(super) fn recall(&mut self, object: u32) -> bool {
        let Some(&number) = self.memo.get(&object) else {
            return false;
        };
        match (self.protocol, u8::try_from(number)) {
            (0, _) => self.write(format!("g{number}\n").as_bytes()),
            (_, Ok(number)) => self.write(&[BINGET, number]),
            _ => {
                self.op(LONG_BINGET);
                self.write(&number.to_le_bytes());
            }
        }
        true
    }
}
