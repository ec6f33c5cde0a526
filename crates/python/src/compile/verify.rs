//! Checks what the VM takes for granted about code objects: jumps in range, one stack depth and
//! one handled depth at every instruction, operands there, the exception table's depths true.

use super::effect::{effect, ends_flow, jump_target};
use crate::code::{Code, Const, Instr};

/// Checks `code` and the code objects inside it; the message names the code and the instruction.
pub fn verify(code: &Code) -> Result<(), String> {
    check(code).map_err(|message| format!("{}: {message}", code.qualname))?;
    for value in &code.consts {
        if let Const::Code(inner) = value {
            verify(inner)?;
        }
    }
    Ok(())
}

/// Depth of the stack and of the handled exceptions before an instruction.
type Depths = (u32, u32);

struct Flow {
    depths: Vec<Option<Depths>>,
    pending: Vec<usize>,
    max_depth: u32,
}

impl Flow {
    fn reach(&mut self, from: usize, to: u32, depths: Depths) -> Result<(), String> {
        self.max_depth = self.max_depth.max(depths.0);
        let Some(known) = self.depths.get_mut(to as usize) else {
            return Err(format!("{from} goes on at {to}, past the end"));
        };
        match known {
            None => {
                *known = Some(depths);
                self.pending.push(to as usize);
                Ok(())
            }
            Some(known) if *known == depths => Ok(()),
            Some(known) => Err(format!(
                "{to} is reached with depths {known:?} and, from {from}, {depths:?}"
            )),
        }
    }
}

fn check(code: &Code) -> Result<(), String> {
    let count = code.instrs.len();
    if code.spans.len() != count || code.lines.len() != count {
        return Err("spans, lines and instructions differ in number".into());
    }
    let own = code.own_cell_count as usize;
    if own > code.cells.len() || code.cell_parameters.len() != own {
        return Err("own cells are miscounted".into());
    }
    check_table(code)?;
    let mut flow = Flow {
        depths: vec![None; count],
        pending: Vec::new(),
        max_depth: 0,
    };
    flow.reach(0, 0, (0, 0))?;
    while let Some(index) = flow.pending.pop() {
        if let Some(depths) = flow.depths[index] {
            step(code, &mut flow, index, depths)
                .map_err(|message| format!("{index} {:?}: {message}", code.instrs[index]))?;
        }
    }
    if let Some(dead) = flow.depths.iter().position(Option::is_none) {
        return Err(format!("{dead} {:?} is never reached", code.instrs[dead]));
    }
    if flow.max_depth != code.max_stack {
        return Err(format!(
            "the stack grows to {}, but max_stack is {}",
            flow.max_depth, code.max_stack
        ));
    }
    Ok(())
}

fn check_table(code: &Code) -> Result<(), String> {
    let mut end = 0;
    for row in &code.handlers {
        if row.start < end || row.end <= row.start || row.end as usize > code.instrs.len() {
            return Err(format!("exception row {row:?} is out of order or of range"));
        }
        end = row.end;
    }
    Ok(())
}

fn step(
    code: &Code,
    flow: &mut Flow,
    index: usize,
    (depth, handled): Depths,
) -> Result<(), String> {
    let mut instr = code.instrs[index];
    check_operand(code, &instr)?;
    let effect = effect(&instr);
    let Some(kept) = depth.checked_sub(effect.pops) else {
        return Err(format!("takes {} of {depth} values", effect.pops));
    };
    let reached_down = match instr {
        Instr::ListAppend(below)
        | Instr::SetAdd(below)
        | Instr::MapAdd(below)
        | Instr::ListExtend(below)
        | Instr::SetUpdate(below)
        | Instr::DictUpdate(below) => below,
        Instr::DictMerge(below) => below + 2,
        _ => 0,
    };
    if kept < reached_down {
        return Err(format!("reaches {reached_down} down into {kept} values"));
    }
    for row in &code.handlers {
        if (row.start..row.end).contains(&(index as u32)) {
            if row.stack_depth > kept || row.handled_depth > handled {
                return Err(format!("depths {kept}, {handled} are below {row:?}"));
            }
            let depths = (row.stack_depth + 1, row.handled_depth + 1);
            flow.reach(index, row.target, depths)?;
        }
    }
    let after = match instr {
        Instr::PopExcept => handled
            .checked_sub(1)
            .ok_or("no exception is being handled")?,
        _ => handled,
    };
    let conditional = !ends_flow(&instr);
    let goes_back = matches!(instr, Instr::JumpBack(_));
    if let Some(&mut target) = jump_target(&mut instr) {
        if (target as usize <= index) != goes_back {
            return Err("jumps the wrong way".into());
        }
        flow.reach(index, target, (kept + effect.pushes_on_jump, handled))?;
    }
    if conditional {
        flow.reach(index, index as u32 + 1, (kept + effect.pushes, after))?;
    }
    Ok(())
}

fn check_operand(code: &Code, instr: &Instr) -> Result<(), String> {
    let (operand, limit) = match *instr {
        Instr::LoadConst(index) => (index, code.consts.len()),
        Instr::CallKeywords { names, count } | Instr::CallMethodKeywords { names, count } => {
            let names = code.consts.get(names as usize);
            return match names {
                Some(Const::Tuple(names)) if names.len() <= count as usize => Ok(()),
                _ => Err("its keyword names are no fitting tuple".into()),
            };
        }
        Instr::LoadFast(index) | Instr::StoreFast(index) | Instr::DeleteFast(index) => {
            (index, code.locals.len())
        }
        Instr::LoadCell(index)
        | Instr::StoreCell(index)
        | Instr::DeleteCell(index)
        | Instr::PushCell(index)
        | Instr::LoadClassCell { cell: index } => (index, code.cells.len()),
        _ => return Ok(()),
    };
    if (operand as usize) < limit {
        Ok(())
    } else {
        Err(format!("operand {operand} of {limit}"))
    }
}
