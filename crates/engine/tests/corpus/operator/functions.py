import operator
from functools import reduce

print(operator.add(1, 2), operator.sub(5, 3), operator.mul("ab", 2), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3))
print(operator.pow(2, 8), operator.neg(4), operator.pos(-4), operator.invert(5), operator.abs(-3), operator.not_(0), operator.truth([]))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq(1, 1.0), operator.ne(1, 2), operator.gt(1, 2), operator.ge(1, 2))
print(operator.is_(None, None), operator.is_not(1, None), operator.contains([1, 2], 2), operator.countOf("banana", "a"), operator.indexOf([5, 6], 6))
print(operator.concat([1], [2]), operator.getitem({"a": 1}, "a"), operator.index(True), operator.length_hint([1, 2]), operator.call(max, 3, 9))
print(reduce(operator.mul, range(1, 6)), reduce(operator.or_, [{1}, {2}]), list(map(operator.add, [1, 2], [10, 20])))
items = [1, 2, 3]
operator.setitem(items, 0, 9)
operator.delitem(items, 1)
print(items, operator.iadd(items, [7]), items, operator.imul(3, 4), operator.__add__(1, 2))
for call in (
    lambda: operator.add(1, "a"),
    lambda: operator.index(1.5),
    lambda: operator.indexOf([1], 2),
    lambda: operator.concat(1, 2),
    lambda: operator.getitem([1], 5),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
