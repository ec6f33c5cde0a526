//! Class definitions and their bodies.

use ruff_python_ast::StmtClassDef;

use super::unit::Unit;
use super::{Compiled, Compiler, docstring, span};
use crate::code::{CodeKind, Const, Instr};

impl<'a> Compiler<'a, '_> {
    pub(super) fn class_def(&mut self, def: &'a StmtClassDef) -> Compiled {
        self.decorators(&def.decorator_list)?;
        let qualname = self.qualname(&def.name.id);
        let type_params = def.type_params.as_deref();
        self.with_type_params(type_params, &def.name.id, |this| {
            this.class_value(def, qualname)
        })?;
        self.apply_decorators(&def.decorator_list)?;
        self.store_name(&def.name.id);
        Ok(())
    }

    /// `→ class`
    fn class_value(&mut self, def: &'a StmtClassDef, qualname: String) -> Compiled {
        self.emit(Instr::LoadBuildClass);
        let unit = Unit::new(
            self.scopes.of_node(def.range)?,
            def.name.id.to_string(),
            qualname,
            Some(def.name.id.as_str().into()),
            span(def.range),
        );
        let code = self.nested(unit, CodeKind::Class, |this| this.class_body(def))?;
        self.make_closure(code);
        self.load_const(Const::Str(def.name.id.as_str().into()));
        match &def.arguments {
            Some(arguments) => self.call_with(arguments, 2)?,
            None => self.emit(Instr::Call(2)),
        }
        Ok(())
    }

    fn class_body(&mut self, def: &'a StmtClassDef) -> Compiled {
        self.load_name("__name__");
        self.store_name("__module__");
        let qualname = self.unit.qualname.as_str().into();
        self.load_const(Const::Str(qualname));
        self.store_name("__qualname__");
        if let Some(type_params) = def.type_params.as_deref() {
            self.type_param_tuple(Some(type_params));
            self.store_name("__type_params__");
        }
        self.prepare_annotations();
        if let Some((doc, doc_span)) = docstring(&def.body) {
            self.unit.asm.span = doc_span;
            self.load_const(Const::Str(doc.clone()));
            self.store_name("__doc__");
            self.unit.doc = Some(doc);
        }
        self.body_after_doc(&def.body)?;
        let cell = self.symbols.intern("__class__");
        match self.scope().cell_index(cell) {
            Some(index) if (index as usize) < self.scope().own_cell_count => {
                self.unit.asm.span = self.unit.asm.last_span();
                self.emit(Instr::PushCell(index));
                self.emit(Instr::Return);
            }
            _ => self.return_none(),
        }
        Ok(())
    }
}
