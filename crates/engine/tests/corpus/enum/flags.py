from enum import Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.R), Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.R | Perm.W))
print(list(Perm), len(Perm), [perm.value for perm in Perm], list(Perm.__members__))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW & Perm.R, Perm.RW & Perm.X, Perm.RW ^ Perm.R, ~Perm.R)
print(bool(Perm.RW & Perm.X), bool(Perm.R), Perm(0), repr(Perm(0)), Perm(5), list(Perm(7)), len(Perm(7)))
every = Perm.R | Perm.W | Perm.X
print(every, every == Perm(7), every is Perm(7))
for value in (8, "x"):
    try:
        Perm(value)
    except ValueError as error:
        print(error)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(Mode.A, repr(Mode.A), Mode.A | Mode.B, repr(Mode.A | Mode.B), Mode.A | 8, repr(Mode.A | 8), Mode.A + 1)
print(Mode(3) == 3, repr(Mode(0)), Mode.A in Mode(3), f"{Mode.B}", repr(Mode.C & 6), [m.name for m in Mode(5)])
print(repr(~Mode.A), repr(Mode.A ^ Mode.B), Mode, Perm)
