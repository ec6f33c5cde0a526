//! What each instruction takes from the frame's stack and leaves on it, and where it may jump.

use crate::code::Instr;

/// The stack effect of one instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    /// Operands it takes.
    pub(super) pops: u32,
    /// Values it leaves when it goes on with the next instruction.
    pub(super) pushes: u32,
    /// Values it leaves when it jumps.
    pub(super) pushes_on_jump: u32,
}

/// The effect of `instr`.
pub(super) fn effect(instr: &Instr) -> Effect {
    let (pops, pushes) = match *instr {
        Instr::Nop
        | Instr::DeleteFast(_)
        | Instr::DeleteCell(_)
        | Instr::DeleteGlobal(_)
        | Instr::DeleteName(_)
        | Instr::Jump(_)
        | Instr::JumpBack(_)
        | Instr::PopExcept => (0, 0),
        Instr::LoadConst(_)
        | Instr::LoadFast(_)
        | Instr::LoadCell(_)
        | Instr::PushCell(_)
        | Instr::LoadClassCell { .. }
        | Instr::LoadGlobal(_)
        | Instr::LoadName(_)
        | Instr::LoadBuildClass
        | Instr::LoadAssertionError
        | Instr::LoadStopAsyncIteration
        | Instr::GetAnext
        | Instr::Import { .. } => (0, 1),
        Instr::StoreFast(_)
        | Instr::StoreCell(_)
        | Instr::StoreGlobal(_)
        | Instr::StoreName(_)
        | Instr::Pop
        | Instr::DropIterator
        | Instr::DeleteAttr(_)
        | Instr::PopJumpIfFalse(_)
        | Instr::PopJumpIfTrue(_)
        | Instr::PopJumpIfNone(_)
        | Instr::Return
        | Instr::Reraise
        | Instr::ImportStar
        | Instr::ListAppend(_)
        | Instr::SetAdd(_)
        | Instr::ListExtend(_)
        | Instr::SetUpdate(_)
        | Instr::DictUpdate(_)
        | Instr::DictMerge(_) => (1, 0),
        Instr::JumpIfFalseOrPop(_) | Instr::JumpIfTrueOrPop(_) => {
            return Effect {
                pops: 1,
                pushes: 0,
                pushes_on_jump: 1,
            };
        }
        Instr::ForIter(_) => {
            return Effect {
                pops: 1,
                pushes: 2,
                pushes_on_jump: 0,
            };
        }
        Instr::Send(_) => {
            return Effect {
                pops: 2,
                pushes: 2,
                pushes_on_jump: 1,
            };
        }
        Instr::Dup
        | Instr::LoadMethod(_)
        | Instr::BeforeWith
        | Instr::BeforeAsyncWith
        | Instr::ImportFrom(_) => (1, 2),
        Instr::Dup2 => (2, 4),
        Instr::Swap | Instr::YieldFromItem | Instr::CheckExcMatch => (2, 2),
        Instr::RotateThree => (3, 3),
        Instr::RotateFour => (4, 4),
        Instr::LoadAttr(_)
        | Instr::Unary(_)
        | Instr::GetIter
        | Instr::GetYieldFromIter
        | Instr::GetAwaitable(_)
        | Instr::GetAiter
        | Instr::ListToTuple
        | Instr::Yield => (1, 1),
        Instr::StoreAttr(_) | Instr::DeleteSubscript | Instr::MapAdd(_) => (2, 0),
        Instr::StoreSubscript => (3, 0),
        Instr::LoadSubscript
        | Instr::Binary(_)
        | Instr::InPlace(_)
        | Instr::Compare(_)
        | Instr::Is { .. }
        | Instr::Contains { .. } => (2, 1),
        Instr::BuildSlice(count)
        | Instr::BuildTuple(count)
        | Instr::BuildList(count)
        | Instr::BuildSet(count)
        | Instr::BuildString(count) => (count, 1),
        Instr::BuildMap(count) => (count * 2, 1),
        Instr::UnpackSequence(count) => (1, count),
        Instr::UnpackStarred { before, after } => (1, u32::from(before) + 1 + u32::from(after)),
        Instr::FormatValue { has_spec, .. } => (1 + u32::from(has_spec), 1),
        Instr::MakeFunction {
            defaults,
            keyword_defaults,
            annotations,
            closure,
        } => {
            let parts = [defaults, keyword_defaults, annotations, closure];
            (1 + parts.iter().filter(|&&part| part).count() as u32, 1)
        }
        Instr::Call(count) => (count + 1, 1),
        Instr::CallKeywords { count, .. } => (u32::from(count) + 1, 1),
        Instr::CallStarred { keywords } => (2 + u32::from(keywords), 1),
        Instr::CallMethod(count) => (count + 2, 1),
        Instr::CallMethodKeywords { count, .. } => (u32::from(count) + 2, 1),
        Instr::Raise(count) => (count, 0),
        Instr::WithExceptStart | Instr::MatchKeys => (2, 3),
        Instr::Rotate(count) => (count, count),
        Instr::MatchSequence | Instr::MatchMapping | Instr::MatchLength { .. } => (1, 2),
        Instr::MatchRest | Instr::MatchClass { .. } | Instr::PrepareReraise => (2, 1),
        Instr::CheckGroupMatch => (2, 2),
    };
    Effect {
        pops,
        pushes,
        pushes_on_jump: pushes,
    }
}

/// The target of `instr`, if it may jump.
pub(super) fn jump_target(instr: &mut Instr) -> Option<&mut u32> {
    match instr {
        Instr::Jump(target)
        | Instr::JumpBack(target)
        | Instr::PopJumpIfFalse(target)
        | Instr::PopJumpIfTrue(target)
        | Instr::PopJumpIfNone(target)
        | Instr::JumpIfFalseOrPop(target)
        | Instr::JumpIfTrueOrPop(target)
        | Instr::ForIter(target)
        | Instr::Send(target) => Some(target),
        _ => None,
    }
}

/// Whether control never goes on with the next instruction.
pub(super) fn ends_flow(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::Jump(_) | Instr::JumpBack(_) | Instr::Return | Instr::Raise(_) | Instr::Reraise
    )
}
