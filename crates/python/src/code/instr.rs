//! The instruction set. In the stack pictures the top is on the right; `→` parts before and after.

use super::Symbol;

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `@`
    MatMul,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `-x`
    Neg,
    /// `+x`
    Pos,
    /// `~x`
    Invert,
    /// `not x`
    Not,
}

/// A comparison that may call a dunder method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// An f-string's conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// none
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Who awaits a value: for the error of one that can't be awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaitedBy {
    /// `await value`
    Expression,
    /// `async with`, on the way in.
    Enter,
    /// `async with`, on the way out.
    Exit,
    /// `async for`
    Next,
}

/// One instruction. Jump targets are indices into the code's instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instr {
    /// Does nothing (keeps a line for a traceback or a step).
    Nop,
    /// `→ const`
    LoadConst(u32),
    /// `→ value`; UnboundLocalError where the local has none.
    LoadFast(u32),
    /// `value →`
    StoreFast(u32),
    /// `→`
    DeleteFast(u32),
    /// `→ value` of the cell at that index of `cells`; NameError / UnboundLocalError where empty.
    LoadCell(u32),
    /// `value →`
    StoreCell(u32),
    /// `→`
    DeleteCell(u32),
    /// `→ cell`: the cell itself, for a closure.
    PushCell(u32),
    /// In a class body: `→ value` of the class namespace's name if it is there, else of the cell.
    LoadClassCell {
        /// The cell's index in `cells`.
        cell: u32,
    },
    /// `→ value` of the module's name, else of the builtin of that name, else NameError.
    /// The module number is the code's own.
    LoadGlobal(Symbol),
    /// `value →`
    StoreGlobal(Symbol),
    /// `→`
    DeleteGlobal(Symbol),
    /// In a class body: class namespace, then globals, then builtins. `→ value`
    LoadName(Symbol),
    /// In a class body. `value →`
    StoreName(Symbol),
    /// In a class body. `→`
    DeleteName(Symbol),
    /// `value →`
    Pop,
    /// `a → a a`
    Dup,
    /// `a b → a b a b`
    Dup2,
    /// `a b → b a`
    Swap,
    /// `a b c → c a b`
    RotateThree,
    /// `a b c d → d a b c`
    RotateFour,
    /// `object → value`
    LoadAttr(Symbol),
    /// `value object →`
    StoreAttr(Symbol),
    /// `object →`
    DeleteAttr(Symbol),
    /// For `object.name(…)`: `object → callable self-or-nothing`; [`Instr::CallMethod`] follows after the arguments.
    LoadMethod(Symbol),
    /// `object key → value`
    LoadSubscript,
    /// `value object key →`
    StoreSubscript,
    /// `object key →`
    DeleteSubscript,
    /// 2: `start stop → slice`; 3: `start stop step → slice`
    BuildSlice(u32),
    /// `left right → result`
    Binary(BinaryOp),
    /// `left right → result`, the augmented assignment's operator.
    InPlace(BinaryOp),
    /// `value → result`
    Unary(UnaryOp),
    /// `left right → result`
    Compare(CompareOp),
    /// `left right → bool`: `is`, or `is not` when the flag is set.
    Is {
        /// `is not`.
        negate: bool,
    },
    /// `item container → bool`: `in`, or `not in` when the flag is set.
    Contains {
        /// `not in`.
        negate: bool,
    },
    /// Forward jump.
    Jump(u32),
    /// Backward jump: a place where a thread may be switched.
    JumpBack(u32),
    /// `value →`
    PopJumpIfFalse(u32),
    /// `value →`
    PopJumpIfTrue(u32),
    /// `value → value` and jump when false, `value →` when true.
    JumpIfFalseOrPop(u32),
    /// `value → value` and jump when true, `value →` when false.
    JumpIfTrueOrPop(u32),
    /// `value →` and jump when it is `None`.
    PopJumpIfNone(u32),
    /// `iterable → iterator`
    GetIter,
    /// `iterator → iterator item`, or `iterator →` and jump when it is exhausted.
    ForIter(u32),
    /// `v1 … vn → tuple`
    BuildTuple(u32),
    /// `v1 … vn → list`
    BuildList(u32),
    /// `v1 … vn → set`
    BuildSet(u32),
    /// `k1 v1 … kn vn → dict`
    BuildMap(u32),
    /// `s1 … sn → str`, all of them str.
    BuildString(u32),
    /// `… list … value → … list …`: appends to the list `n` below the top once `value` is popped (1: the new top, as
    /// CPython counts; likewise for those that follow).
    ListAppend(u32),
    /// Likewise for a set.
    SetAdd(u32),
    /// `… dict … key value → … dict …`: `dict` is `n` below the top once both are popped.
    MapAdd(u32),
    /// `… list … iterable → … list …`
    ListExtend(u32),
    /// `… set … iterable → … set …`
    SetUpdate(u32),
    /// `… dict … mapping → … dict …` for `{**m}`.
    DictUpdate(u32),
    /// `… callable … dict … mapping → …` for `f(**m)`: a key that is there already is a TypeError. The callable is at
    /// `n + 2` below the top when it is called for (as in CPython), for the message.
    DictMerge(u32),
    /// `list → tuple`
    ListToTuple,
    /// `iterable → vn … v1` (v1 on top): exactly that many.
    UnpackSequence(u32),
    /// `iterable → after… list before…` (the first on top), for `a, *b, c = …`.
    UnpackStarred {
        /// Targets before the starred one.
        before: u16,
        /// Targets after it.
        after: u16,
    },
    /// `value [spec] → str`
    FormatValue {
        /// The conversion first applied.
        conversion: Conversion,
        /// Whether a format spec (a str) lies on top.
        has_spec: bool,
    },
    /// `[defaults tuple] [keyword-only defaults dict] [annotations dict] [closure tuple] code → function`;
    /// the flags say which are there.
    MakeFunction {
        /// A tuple of defaults.
        defaults: bool,
        /// A dict of keyword-only defaults.
        keyword_defaults: bool,
        /// A dict of annotations.
        annotations: bool,
        /// A tuple of cells.
        closure: bool,
    },
    /// `→ builder`: the builtin that makes a class. Called as `builder(body function, name, *bases, **keywords)`.
    LoadBuildClass,
    /// `callable a1 … an → result`
    Call(u32),
    /// `callable a1 … an → result`; the last ones are keyword arguments named by the tuple constant.
    CallKeywords {
        /// All arguments.
        count: u16,
        /// Index of the tuple of names in the constants.
        names: u32,
    },
    /// `callable args-tuple-or-list [kwargs-dict] → result`
    CallStarred {
        /// Whether a dict lies on top.
        keywords: bool,
    },
    /// After [`Instr::LoadMethod`]: `callable self-or-nothing a1 … an → result`
    CallMethod(u32),
    /// Likewise with keyword arguments.
    CallMethodKeywords {
        /// All arguments, without self.
        count: u16,
        /// Index of the tuple of names in the constants.
        names: u32,
    },
    /// `value →` and the frame ends.
    Return,
    /// Generator: `value → sent`: hands `value` out; goes on when the generator is resumed.
    Yield,
    /// `iterable → iterator` for `yield from` (a generator stays itself).
    GetYieldFromIter,
    /// `yield from`: `iterator sent → iterator item`, to be followed by [`Instr::YieldFromItem`]; when the iterator
    /// ends: `iterator sent → result` and jump.
    Send(u32),
    /// `iterator item → iterator sent`: hands `item` out as [`Instr::Yield`] does; `throw` and `close` on this
    /// generator go to the iterator first. Followed by a jump back to [`Instr::Send`].
    YieldFromItem,
    /// `value → iterator` to be driven by [`Instr::Send`].
    GetAwaitable(AwaitedBy),
    /// `async for`: `iterable → asynchronous iterator`
    GetAiter,
    /// `async for`: `iterator → iterator awaitable`, the next item's.
    GetAnext,
    /// `async with`: `manager → exit awaitable`: looks `__aexit__` up, calls `__aenter__`.
    BeforeAsyncWith,
    /// `→ StopAsyncIteration`
    LoadStopAsyncIteration,
    /// `iterator →`: a loop is left early; a generator that nobody else knows is closed.
    DropIterator,
    /// `raise` with 0 (re-raise the handled one), 1 (`exc →`) or 2 (`exc cause →`) operands.
    Raise(u32),
    /// `exc →`: raises it again as it is, with no new context and its traceback kept (end of `finally`, no
    /// `except` clause fits).
    Reraise,
    /// `→`: the innermost handled exception is done with.
    PopExcept,
    /// `exc type → exc bool`: does the exception match (a class or a tuple of them)?
    CheckExcMatch,
    /// `manager → exit entered`: looks `__exit__` up, calls `__enter__`.
    BeforeWith,
    /// In a `with`'s handler: `exit exc → exit exc result`: calls `exit(type, exc, traceback)`.
    WithExceptStart,
    /// `→ module`: imports the dotted name; the top-level package, or the last part when `last` is set.
    Import {
        /// The dotted name; a relative import starts with its dots.
        name: Symbol,
        /// `from a.b import …` or `import a.b as c`: the module itself rather than `a`.
        last: bool,
    },
    /// `module → module value`
    ImportFrom(Symbol),
    /// `module →`: all its public names become globals.
    ImportStar,
    /// `→ AssertionError`
    LoadAssertionError,
    /// `v1 … vn → vn v1 … vn-1`
    Rotate(u32),
    /// `subject → subject bool`: can a sequence pattern fit it?
    MatchSequence,
    /// `subject → subject bool`: can a mapping pattern fit it?
    MatchMapping,
    /// `subject → subject bool`: has it that many items?
    MatchLength {
        /// How many.
        count: u32,
        /// Or more.
        at_least: bool,
    },
    /// `subject keys → subject keys values`: `values` is `None` where a key is missing.
    MatchKeys,
    /// `subject keys → rest`: a dict of what else the mapping has.
    MatchRest,
    /// `subject class → attributes`: a tuple, or `None` where a class pattern does not fit.
    MatchClass {
        /// Positional patterns.
        positional: u16,
        /// Index of the tuple of keyword patterns' names in the constants.
        names: u32,
    },
    /// `rest type → rest' match`: what `except*` takes of an exception (else `None`), which is then being handled, and
    /// what is left (else `None`).
    CheckGroupMatch,
    /// `original list → exception`: what is to be raised after the `except*` clauses, or `None`.
    PrepareReraise,
}
