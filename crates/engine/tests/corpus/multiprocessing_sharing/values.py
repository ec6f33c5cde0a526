# Value and Array: typed, shared, locked; raw ones without a lock.
import ctypes
from multiprocessing import Array, Process, RawArray, RawValue, Value


def change(number, ratio, numbers, flag, text):
    number.value += 5
    ratio.value = 2.5
    for i in range(len(numbers)):
        numbers[i] = -numbers[i]
    flag.value = True
    text.value = b"bye"


if __name__ == "__main__":
    number, ratio = Value("i", 37), Value("d", 0.0)
    numbers, flag, text = Array("i", range(5)), Value(ctypes.c_bool, False), Array("c", b"hello")
    process = Process(target=change, args=(number, ratio, numbers, flag, text))
    process.start()
    process.join()
    print(number.value, ratio.value, numbers[:], flag.value, text.value, text.raw)
    print(number, numbers[1:4], len(numbers), list(numbers))
    numbers[0:2] = [7, 8]
    print(numbers[:], sum(numbers))
    with number.get_lock():
        number.value += 1
    print(number.get_obj(), number.value)
    raw, rawer = RawValue("h", 3), RawArray("d", 3)
    raw.value += 1
    rawer[1] = 1
    print(raw, list(rawer))
    try:
        number.value = "x"
    except TypeError as error:
        print(error)
    try:
        numbers[9] = 1
    except IndexError as error:
        print(error)
    print(Value("l", lock=False).value, Value("c", b"z").value, Value("B", 300).value)
