//! f-strings.

use ruff_python_ast::{
    ConversionFlag, FStringPart, FStringValue, InterpolatedElement, InterpolatedStringElement,
};

use super::{Compiled, Compiler};
use crate::code::{Const, Conversion, Instr};

/// The pieces of an f-string compiled so far.
#[derive(Default)]
struct Pieces {
    /// Values on the stack.
    count: u32,
    /// Text that is not on the stack yet.
    text: String,
}

impl<'a> Compiler<'a, '_> {
    /// `→ str`
    pub(super) fn fstring(&mut self, value: &'a FStringValue) -> Compiled {
        let mut pieces = Pieces::default();
        for part in value.iter() {
            match part {
                FStringPart::Literal(literal) => pieces.text.push_str(&literal.value),
                FStringPart::FString(fstring) => {
                    for element in &fstring.elements {
                        self.element_of_fstring(element, &mut pieces)?;
                    }
                }
            }
        }
        self.join(pieces);
        Ok(())
    }

    fn element_of_fstring(
        &mut self,
        element: &'a InterpolatedStringElement,
        pieces: &mut Pieces,
    ) -> Compiled {
        match element {
            InterpolatedStringElement::Literal(literal) => pieces.text.push_str(&literal.value),
            InterpolatedStringElement::Interpolation(interpolation) => {
                self.interpolation(interpolation, pieces)?;
            }
        }
        Ok(())
    }

    fn interpolation(&mut self, part: &'a InterpolatedElement, pieces: &mut Pieces) -> Compiled {
        if let Some(debug) = &part.debug_text {
            pieces.text.push_str(debug.as_str());
        }
        self.flush(pieces);
        self.expr(&part.expression)?;
        let has_spec = part.format_spec.is_some();
        if let Some(spec) = &part.format_spec {
            let mut inner = Pieces::default();
            for element in &spec.elements {
                self.element_of_fstring(element, &mut inner)?;
            }
            self.join(inner);
        }
        let conversion = match part.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::Ascii => Conversion::Ascii,
            // `{x=}` shows the repr, unless a format is asked for.
            ConversionFlag::None if part.debug_text.is_some() && !has_spec => Conversion::Repr,
            ConversionFlag::None => Conversion::None,
        };
        self.emit(Instr::FormatValue {
            conversion,
            has_spec,
        });
        pieces.count += 1;
        Ok(())
    }

    fn flush(&mut self, pieces: &mut Pieces) {
        if !pieces.text.is_empty() {
            let text = std::mem::take(&mut pieces.text);
            self.load_const(Const::Str(text.into()));
            pieces.count += 1;
        }
    }

    fn join(&mut self, mut pieces: Pieces) {
        if pieces.count == 0 {
            self.load_const(Const::Str(pieces.text.into()));
            return;
        }
        self.flush(&mut pieces);
        if pieces.count > 1 {
            self.emit(Instr::BuildString(pieces.count));
        }
    }
}
