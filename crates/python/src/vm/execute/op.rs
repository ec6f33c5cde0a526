//! What the instruction loop runs: an op for each instruction, at the same index, with a frequent run of instructions
//! done by the op of its first one. Jumps into such a run still land on ops of their own. Also what an instruction
//! costs, as sums, so that the loop accounts for a run of them at once. Knows no values. (Over 400 lines because it is
//! one table of ops.)

use crate::code::{BinaryOp, Code, CompareOp, Instr, Symbol, UnaryOp};
use crate::costs::Costs;

/// One step of the instruction loop. `F` stands for a local, `C` for a constant, `S` for the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Opcode {
    /// What is not among the others: the instruction itself says.
    Other,
    Nop,
    Const(u32),
    Fast(u32),
    StoreFast(u32),
    Cell(u32),
    StoreCell(u32),
    PushCell(u32),
    Global(Symbol),
    StoreGlobal(Symbol),
    Pop,
    Dup,
    Dup2,
    Rotate(u32),
    Attr(Symbol),
    Method(Symbol),
    StoreAttr(Symbol),
    Subscript,
    StoreSubscript,
    Binary {
        op: BinaryOp,
        in_place: bool,
    },
    Unary(UnaryOp),
    Compare(CompareOp),
    Is {
        negate: bool,
    },
    Contains {
        negate: bool,
    },
    Jump(u32),
    JumpBack(u32),
    JumpIf {
        target: u32,
        truth: bool,
    },
    JumpIfOrPop {
        target: u32,
        truth: bool,
    },
    JumpIfNone(u32),
    GetIter,
    ForIter(u32),
    BuildTuple(u32),
    BuildList(u32),
    ListAppend(u32),
    Unpack(u32),
    LoadBuildClass,
    Call(u32),
    CallMethod(u32),
    Return,
    Yield,
    /// Two loads.
    FastFast {
        a: u16,
        b: u16,
    },
    /// Two loads.
    FastConst {
        a: u16,
        c: u16,
    },
    /// A store, then a load.
    StoreFastFast {
        to: u16,
        from: u16,
    },
    /// `F op F`
    BinaryFF {
        op: BinaryOp,
        a: u16,
        b: u16,
    },
    /// `F op C`
    BinaryFC {
        op: BinaryOp,
        a: u16,
        c: u16,
    },
    /// `S op F`
    BinarySF {
        op: BinaryOp,
        b: u16,
    },
    /// `S op C`
    BinarySC {
        op: BinaryOp,
        c: u16,
    },
    /// `F = F op F`
    BinaryFFStore {
        op: BinaryOp,
        a: u16,
        b: u16,
        to: u16,
    },
    /// `F = F op C`
    BinaryFCStore {
        op: BinaryOp,
        a: u16,
        c: u16,
        to: u16,
    },
    /// `F = S op S`
    BinaryStore {
        op: BinaryOp,
        to: u16,
    },
    /// Jumps unless `S op S`.
    CompareJump {
        op: CompareOp,
        target: u32,
    },
    /// Jumps unless `S op C`.
    CompareSCJump {
        op: CompareOp,
        c: u16,
        target: u32,
    },
    /// Jumps unless `F op F`.
    CompareFFJump {
        op: CompareOp,
        a: u16,
        b: u16,
        target: u32,
    },
    /// Jumps unless `F op C`.
    CompareFCJump {
        op: CompareOp,
        a: u16,
        c: u16,
        target: u32,
    },
    /// The next item of a loop into a local.
    ForFast {
        to: u16,
        target: u32,
    },
    /// The next item of a loop into a global.
    ForGlobal {
        to: Symbol,
        target: u32,
    },
    /// `F.name`
    AttrF {
        a: u16,
        name: Symbol,
    },
    /// `F.name` to be called.
    MethodF {
        a: u16,
        name: Symbol,
    },
    /// `F.name = S`
    StoreAttrF {
        a: u16,
        name: Symbol,
    },
    /// `F[F]`
    SubscriptFF {
        a: u16,
        b: u16,
    },
    /// `F[F] = S`
    StoreSubscriptFF {
        a: u16,
        b: u16,
    },
    /// `G op C`
    BinaryGC {
        op: BinaryOp,
        a: Symbol,
        c: u32,
    },
    /// `G op G`
    BinaryGG {
        op: BinaryOp,
        a: Symbol,
        b: Symbol,
    },
    /// `G = S op S`
    BinaryStoreG {
        op: BinaryOp,
        to: Symbol,
    },
    /// `G = G op C`, the same one.
    BinaryGCStore {
        op: BinaryOp,
        a: Symbol,
        c: u32,
    },
    /// `G = G op G`, the first one.
    BinaryGGStore {
        op: BinaryOp,
        a: Symbol,
        b: Symbol,
    },
    /// `return F`
    ReturnFast(u32),
    /// `return C`
    ReturnConst(u32),
}

impl Opcode {
    /// The local that it returns.
    pub(super) fn returned(&self) -> Option<u32> {
        match *self {
            Opcode::ReturnFast(index) => Some(index),
            _ => None,
        }
    }
}

/// The ops of `code`; runs of instructions are one op where `fuse` is set.
pub(crate) fn ops_of(code: &Code, fuse: bool) -> Box<[Opcode]> {
    let instrs = &code.instrs[..];
    (0..instrs.len())
        .map(|at| {
            let fused = if fuse { fused(&instrs[at..]) } else { None };
            fused.unwrap_or_else(|| plain(instrs[at]))
        })
        .collect()
}

/// What a turn of a loop costs at least, in ps: CPython looks for signals and other threads in each.
const LEAST_TURN_PS: u32 = 10_000;

/// `sums[i]`: what the first `i` instructions cost together, in ps, modulo 2³².
pub(crate) fn cost_sums(code: &Code, costs: &Costs) -> Box<[u32]> {
    let mut sum = 0_u32;
    let mut sums = Vec::with_capacity(code.instrs.len() + 1);
    sums.push(0);
    for (at, &instr) in code.instrs.iter().enumerate() {
        let mut own = cost(instr, costs) as u32;
        if let Instr::JumpBack(target) = instr {
            let body = sum.wrapping_sub(sums[(target as usize).min(at)]);
            own = own.max(LEAST_TURN_PS.saturating_sub(body));
        }
        sum = sum.wrapping_add(own);
        sums.push(sum);
    }
    sums.into()
}

fn cost(instr: Instr, costs: &Costs) -> u64 {
    match instr {
        Instr::LoadConst(_)
        | Instr::LoadFast(_)
        | Instr::StoreFast(_)
        | Instr::LoadCell(_)
        | Instr::StoreCell(_)
        | Instr::ListAppend(_)
        | Instr::Return
        | Instr::Yield => costs.fast,
        Instr::LoadGlobal(_) | Instr::StoreGlobal(_) => costs.global,
        Instr::LoadAttr(_) | Instr::LoadMethod(_) | Instr::StoreAttr(_) => costs.attribute,
        Instr::LoadSubscript | Instr::StoreSubscript => costs.subscript,
        Instr::Binary(_) | Instr::InPlace(_) | Instr::Unary(_) => costs.arithmetic,
        Instr::Compare(_) => costs.compare,
        Instr::JumpBack(_) => costs.jump,
        Instr::GetIter | Instr::ForIter(_) => costs.iterate,
        Instr::BuildTuple(_) | Instr::BuildList(_) | Instr::UnpackSequence(_) => costs.build,
        Instr::Contains { .. } => costs.subscript,
        _ => 0,
    }
}

fn plain(instr: Instr) -> Opcode {
    match instr {
        Instr::Nop => Opcode::Nop,
        Instr::LoadConst(index) => Opcode::Const(index),
        Instr::LoadFast(index) => Opcode::Fast(index),
        Instr::StoreFast(index) => Opcode::StoreFast(index),
        Instr::LoadCell(index) => Opcode::Cell(index),
        Instr::StoreCell(index) => Opcode::StoreCell(index),
        Instr::PushCell(index) => Opcode::PushCell(index),
        Instr::LoadGlobal(name) => Opcode::Global(name),
        Instr::StoreGlobal(name) => Opcode::StoreGlobal(name),
        Instr::Pop => Opcode::Pop,
        Instr::Dup => Opcode::Dup,
        Instr::Dup2 => Opcode::Dup2,
        Instr::Swap => Opcode::Rotate(2),
        Instr::RotateThree => Opcode::Rotate(3),
        Instr::RotateFour => Opcode::Rotate(4),
        Instr::LoadAttr(name) => Opcode::Attr(name),
        Instr::LoadMethod(name) => Opcode::Method(name),
        Instr::StoreAttr(name) => Opcode::StoreAttr(name),
        Instr::LoadSubscript => Opcode::Subscript,
        Instr::StoreSubscript => Opcode::StoreSubscript,
        Instr::Binary(op) => Opcode::Binary {
            op,
            in_place: false,
        },
        Instr::InPlace(op) => Opcode::Binary { op, in_place: true },
        Instr::Unary(op) => Opcode::Unary(op),
        Instr::Compare(op) => Opcode::Compare(op),
        Instr::Is { negate } => Opcode::Is { negate },
        Instr::Contains { negate } => Opcode::Contains { negate },
        Instr::Jump(target) => Opcode::Jump(target),
        Instr::JumpBack(target) => Opcode::JumpBack(target),
        Instr::PopJumpIfFalse(target) => Opcode::JumpIf {
            target,
            truth: false,
        },
        Instr::PopJumpIfTrue(target) => Opcode::JumpIf {
            target,
            truth: true,
        },
        Instr::JumpIfFalseOrPop(target) => Opcode::JumpIfOrPop {
            target,
            truth: false,
        },
        Instr::JumpIfTrueOrPop(target) => Opcode::JumpIfOrPop {
            target,
            truth: true,
        },
        Instr::PopJumpIfNone(target) => Opcode::JumpIfNone(target),
        Instr::GetIter => Opcode::GetIter,
        Instr::ForIter(target) => Opcode::ForIter(target),
        Instr::BuildTuple(n) => Opcode::BuildTuple(n),
        Instr::BuildList(n) => Opcode::BuildList(n),
        Instr::ListAppend(n) => Opcode::ListAppend(n),
        Instr::UnpackSequence(n) => Opcode::Unpack(n),
        Instr::LoadBuildClass => Opcode::LoadBuildClass,
        Instr::Call(n) => Opcode::Call(n),
        Instr::CallMethod(n) => Opcode::CallMethod(n),
        Instr::Return => Opcode::Return,
        Instr::Yield => Opcode::Yield,
        _ => Opcode::Other,
    }
}

fn small(index: u32) -> Option<u16> {
    u16::try_from(index).ok()
}

fn fused(instrs: &[Instr]) -> Option<Opcode> {
    let third = instrs.get(2).copied();
    let fourth = instrs.get(3).copied();
    Some(match (instrs[0], *instrs.get(1)?) {
        (Instr::LoadFast(a), Instr::LoadFast(b)) => {
            let (a, b) = (small(a)?, small(b)?);
            match (third, fourth) {
                (Some(Instr::Binary(op) | Instr::InPlace(op)), Some(Instr::StoreFast(to))) => {
                    let to = small(to)?;
                    Opcode::BinaryFFStore { op, a, b, to }
                }
                (Some(Instr::Binary(op) | Instr::InPlace(op)), _) => Opcode::BinaryFF { op, a, b },
                (Some(Instr::Compare(op)), Some(Instr::PopJumpIfFalse(target))) => {
                    Opcode::CompareFFJump { op, a, b, target }
                }
                (Some(Instr::LoadSubscript), _) => Opcode::SubscriptFF { a, b },
                (Some(Instr::StoreSubscript), _) => Opcode::StoreSubscriptFF { a, b },
                _ => Opcode::FastFast { a, b },
            }
        }
        (Instr::LoadFast(a), Instr::LoadConst(c)) => {
            let (a, c) = (small(a)?, small(c)?);
            match (third, fourth) {
                (Some(Instr::Binary(op) | Instr::InPlace(op)), Some(Instr::StoreFast(to))) => {
                    let to = small(to)?;
                    Opcode::BinaryFCStore { op, a, c, to }
                }
                (Some(Instr::Binary(op) | Instr::InPlace(op)), _) => Opcode::BinaryFC { op, a, c },
                (Some(Instr::Compare(op)), Some(Instr::PopJumpIfFalse(target))) => {
                    Opcode::CompareFCJump { op, a, c, target }
                }
                _ => Opcode::FastConst { a, c },
            }
        }
        (Instr::LoadGlobal(a), Instr::LoadConst(c)) => match (third, fourth) {
            (Some(Instr::Binary(op) | Instr::InPlace(op)), Some(Instr::StoreGlobal(to)))
                if to == a =>
            {
                Opcode::BinaryGCStore { op, a, c }
            }
            (Some(Instr::Binary(op) | Instr::InPlace(op)), _) => Opcode::BinaryGC { op, a, c },
            _ => return None,
        },
        (Instr::LoadGlobal(a), Instr::LoadGlobal(b)) => match (third, fourth) {
            (Some(Instr::Binary(op) | Instr::InPlace(op)), Some(Instr::StoreGlobal(to)))
                if to == a =>
            {
                Opcode::BinaryGGStore { op, a, b }
            }
            (Some(Instr::Binary(op) | Instr::InPlace(op)), _) => Opcode::BinaryGG { op, a, b },
            _ => return None,
        },
        (Instr::Binary(op) | Instr::InPlace(op), Instr::StoreGlobal(to)) => {
            Opcode::BinaryStoreG { op, to }
        }
        (Instr::LoadFast(a), Instr::LoadAttr(name)) => Opcode::AttrF { a: small(a)?, name },
        (Instr::LoadFast(a), Instr::LoadMethod(name)) => Opcode::MethodF { a: small(a)?, name },
        (Instr::LoadFast(a), Instr::StoreAttr(name)) => Opcode::StoreAttrF { a: small(a)?, name },
        (Instr::LoadFast(b), Instr::Binary(op) | Instr::InPlace(op)) => {
            Opcode::BinarySF { op, b: small(b)? }
        }
        (Instr::LoadConst(c), Instr::Binary(op) | Instr::InPlace(op)) => {
            Opcode::BinarySC { op, c: small(c)? }
        }
        (Instr::LoadConst(c), Instr::Compare(op)) => match third {
            Some(Instr::PopJumpIfFalse(target)) => {
                let c = small(c)?;
                Opcode::CompareSCJump { op, c, target }
            }
            _ => return None,
        },
        (Instr::LoadFast(index), Instr::Return) => Opcode::ReturnFast(index),
        (Instr::LoadConst(index), Instr::Return) => Opcode::ReturnConst(index),
        (Instr::Binary(op) | Instr::InPlace(op), Instr::StoreFast(to)) => {
            Opcode::BinaryStore { op, to: small(to)? }
        }
        (Instr::Compare(op), Instr::PopJumpIfFalse(target)) => Opcode::CompareJump { op, target },
        (Instr::StoreFast(to), Instr::LoadFast(from)) => Opcode::StoreFastFast {
            to: small(to)?,
            from: small(from)?,
        },
        (Instr::ForIter(target), Instr::StoreFast(to)) => Opcode::ForFast {
            to: small(to)?,
            target,
        },
        (Instr::ForIter(target), Instr::StoreGlobal(to)) => Opcode::ForGlobal { to, target },
        _ => return None,
    })
}
