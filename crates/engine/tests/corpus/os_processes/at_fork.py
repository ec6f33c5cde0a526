import os

order = []
os.register_at_fork(
    before=lambda: order.append("before 1"),
    after_in_parent=lambda: order.append("parent 1"),
    after_in_child=lambda: order.append("child 1"),
)
os.register_at_fork(
    before=lambda: order.append("before 2"),
    after_in_parent=lambda: order.append("parent 2"),
    after_in_child=lambda: order.append("child 2"),
)
reader, writer = os.pipe()
if os.fork() == 0:
    os.write(writer, repr(order).encode())
    os._exit(0)
os.wait()
print(order)
print(os.read(reader, 200).decode())
try:
    os.register_at_fork()
except TypeError as error:
    print(error)
