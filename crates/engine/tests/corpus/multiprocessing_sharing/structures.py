# Structures of ctypes in shared memory.
from ctypes import Structure, c_double, c_int
from multiprocessing import Array, Process, Value


class Point(Structure):
    _fields_ = [("x", c_double), ("y", c_double), ("n", c_int)]


def scale(points, origin):
    for point in points:
        point.x *= 2
        point.y *= 3
    origin.x = 9.5


if __name__ == "__main__":
    points = Array(Point, [(1.5, -2.0, 1), (5.75, 1.0, 2)])
    origin = Value(Point, 0.0, 1.0)
    process = Process(target=scale, args=(points, origin))
    process.start()
    process.join()
    print([(point.x, point.y, point.n) for point in points])
    print(origin.x, origin.y, origin.n)
