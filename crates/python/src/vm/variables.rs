//! What the variables of a program hold at an instant, as text, for somebody who looks. Meant for a machine that will not
//! go on: Python code that a `__repr__` needs runs without virtual time. What is long is cut, and says so.

use super::Vm;
use super::import::LIBRARY_FILE;
use crate::code::CodeKind;
use crate::heap::{Object, Ref, Value};
use interleave_trace::{Place, ThreadId};

/// A container shows this many items at most.
const MAX_ITEMS: usize = 12;
/// A value shows this many characters at most.
const MAX_CHARS: usize = 160;
/// Containers and objects are opened this deep.
const MAX_DEPTH: usize = 3;
/// A namespace shows this many names at most.
const MAX_NAMES: usize = 200;

/// A name and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The name.
    pub name: String,
    /// The value, as text.
    pub value: String,
}

/// A function that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameVariables {
    /// Its name.
    pub function: String,
    /// The line that it is on.
    pub place: Place,
    /// Its variables, in the order of their first binding in the source.
    pub variables: Vec<Variable>,
}

/// What a thread is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadVariables {
    /// The thread, by its number in the machine.
    pub thread: ThreadId,
    /// The script's functions that it is in, the innermost first.
    pub frames: Vec<FrameVariables>,
}

/// A process's variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcessVariables {
    /// Its number as a script sees it.
    pub pid: i64,
    /// How it ended, if it has.
    pub exit_code: Option<i32>,
    /// The script's global variables.
    pub globals: Vec<Variable>,
    /// Its threads that are in a function of the script.
    pub threads: Vec<ThreadVariables>,
}

impl Vm {
    /// What the process's variables hold. It must have the world.
    pub(super) fn process_variables(&mut self) -> ProcessVariables {
        let entry = self.world.processes.get(self.process.index());
        let ended = entry.and_then(|entry| entry.ended);
        let threads = match ended {
            Some(_) => 0,
            None => self.threads.len(),
        };
        let threads = (0..threads).map(|own| ThreadVariables {
            thread: self.threads[own].machine,
            frames: self.frame_variables(own),
        });
        let threads: Vec<_> = threads.collect();
        ProcessVariables {
            pid: self.world.pid_of(self.process),
            exit_code: ended.map(|ended| ended.exit_code),
            globals: self.global_variables(),
            threads: threads
                .into_iter()
                .filter(|thread| !thread.frames.is_empty())
                .collect(),
        }
    }

    /// In order of first binding: what the script computes with, not its functions, classes and imports.
    fn global_variables(&mut self) -> Vec<Variable> {
        let main = ["__main__", "__mp_main__"]
            .iter()
            .rev()
            .find_map(|&name| self.modules.get(name).copied());
        let Some(Object::Module(module)) = main.map(|main| self.heap.get(main)) else {
            return Vec::new();
        };
        let names = module.order.iter();
        let pairs: Vec<_> = names.map(|&name| (name, module.get(name))).collect();
        let pairs = pairs
            .into_iter()
            .map(|(name, value)| (self.symbol_name(name), value))
            .filter(|(name, value)| !name.starts_with("__") && !self.is_definition(*value))
            .take(MAX_NAMES)
            .collect::<Vec<_>>();
        pairs
            .into_iter()
            .map(|(name, value)| self.variable(&name, value))
            .collect()
    }

    fn frame_variables(&mut self, thread: usize) -> Vec<FrameVariables> {
        self.switch_to(thread);
        let own = (0..self.frames.len()).rev().filter(|&index| {
            let code = &self.frames[index].code.code;
            code.file != LIBRARY_FILE && code.kind == CodeKind::Function
        });
        let own: Vec<usize> = own.collect();
        own.into_iter()
            .map(|index| self.variables_of(index))
            .collect()
    }

    fn variables_of(&mut self, index: usize) -> FrameVariables {
        let frame = &self.frames[index];
        let (loaded, base, cells) = (frame.code.clone(), frame.base, frame.cells.clone());
        let code = &loaded.code;
        let line = code.lines.get(frame.ip.saturating_sub(1)).copied();
        let locals = code.locals.iter().enumerate();
        let mut pairs: Vec<_> = locals
            .map(|(at, &name)| {
                (
                    name,
                    self.stack.get(base + at).copied().unwrap_or(Value::Unbound),
                )
            })
            .collect();
        for (&name, &cell) in code.cells.iter().zip(&cells) {
            if let Object::Cell(value) = self.heap.get(cell) {
                pairs.retain(|pair| pair.0 != name);
                pairs.push((name, *value));
            }
        }
        pairs.retain(|pair| !pair.1.is_unbound());
        let variables = pairs.into_iter().map(|(name, value)| {
            let name = self.symbol_name(name);
            self.variable(&name, value)
        });
        FrameVariables {
            variables: variables.collect(),
            function: code.name.to_string(),
            place: line.map_or(Place::NONE, |line| Place::new(code.file, line)),
        }
    }

    fn variable(&mut self, name: &str, value: Value) -> Variable {
        let name = name.to_owned();
        let mut text = self.shown(value, 0);
        if let Some((end, _)) = text.char_indices().nth(MAX_CHARS) {
            text.truncate(end);
            text.push('…');
        }
        Variable { name, value: text }
    }

    /// Whether the value is something that the script defines or imports.
    fn is_definition(&self, value: Value) -> bool {
        matches!(
            self.object(value),
            Some(Object::Function(_) | Object::Native(_) | Object::Class(_) | Object::Module(_))
        )
    }

    fn shown(&mut self, value: Value, depth: usize) -> String {
        let Some(object) = self.object(value) else {
            return self.repr_plain(value);
        };
        let (open, items, close): (_, Vec<(Option<Value>, Value)>, _) = match object {
            Object::List(items) => ("[", firsts(items), "]"),
            Object::Tuple(items) => (
                "(",
                firsts(items),
                if items.len() == 1 { ",)" } else { ")" },
            ),
            Object::Set(set) | Object::FrozenSet(set) if !set.is_empty() => {
                let keys = set.iter().take(MAX_ITEMS + 1);
                ("{", keys.map(|entry| (None, entry.key)).collect(), "}")
            }
            Object::Dict(dict) => {
                let entries = dict.iter().take(MAX_ITEMS + 1);
                let pairs = entries.map(|entry| (Some(entry.key), entry.value));
                ("{", pairs.collect(), "}")
            }
            Object::Str(text) if text.text.len() > 4 * MAX_CHARS => {
                let start: String = text.text.chars().take(MAX_CHARS).collect();
                let start = self.heap.string(start);
                return self.repr_plain(start);
            }
            Object::Instance(instance) if instance.base.is_unbound() => {
                let class = instance.class;
                return match self.special(value, self.names.repr) {
                    Some(method) if self.is_python(method) => self.shown_plainly(value),
                    _ => self.shown_object(value, class, depth),
                };
            }
            _ => return self.shown_plainly(value),
        };
        if depth >= MAX_DEPTH && !items.is_empty() {
            return format!("{open}…{close}");
        }
        let more = items.len() > MAX_ITEMS;
        let mut parts: Vec<String> = Vec::new();
        for (key, item) in items.into_iter().take(MAX_ITEMS) {
            let shown = self.shown(item, depth + 1);
            parts.push(match key {
                Some(key) => format!("{}: {shown}", self.shown(key, depth + 1)),
                None => shown,
            });
        }
        if more {
            parts.push("…".to_owned());
        }
        format!("{open}{}{close}", parts.join(", "))
    }

    fn shown_plainly(&mut self, value: Value) -> String {
        let shown = self.repr_nested(value);
        // A `__repr__` that fails or blocks ends nothing here.
        self.end = None;
        shown.unwrap_or_else(|_| format!("<{}>", self.type_name(value)))
    }

    /// `Account(balance=500)`: an object whose class says nothing about how it is shown.
    fn shown_object(&mut self, value: Value, class: Ref, depth: usize) -> String {
        let name = self.class(class).name.to_string();
        if self.is_library_class(class) {
            return self.shown_plainly(value);
        }
        let Some(Object::Instance(instance)) = self.object(value) else {
            return name;
        };
        let pairs: Vec<_> = instance.attrs.iter().take(MAX_ITEMS + 1).collect();
        if depth >= MAX_DEPTH && !pairs.is_empty() {
            return format!("{name}(…)");
        }
        let more = pairs.len() > MAX_ITEMS;
        let mut parts = Vec::new();
        for (attribute, held) in pairs.into_iter().take(MAX_ITEMS) {
            let attribute = self.symbol_name(attribute);
            parts.push(format!("{attribute}={}", self.shown(held, depth + 1)));
        }
        if more {
            parts.push("…".to_owned());
        }
        format!("{name}({})", parts.join(", "))
    }

    fn is_library_class(&self, class: Ref) -> bool {
        let module = self.class(class).module.clone();
        let module = self
            .modules
            .get(&*module)
            .map(|&module| self.heap.get(module));
        matches!(module, Some(Object::Module(module)) if module.is_library)
    }
}

fn firsts(items: &[Value]) -> Vec<(Option<Value>, Value)> {
    let first = items.iter().take(MAX_ITEMS + 1);
    first.map(|&item| (None, item)).collect()
}
