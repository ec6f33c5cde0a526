import os

# Processes in a ring, a pipe between each and the next, hand a number round.
COUNT = 5
pipes = [os.pipe() for _ in range(COUNT)]
pids = []
for index in range(1, COUNT):
    pid = os.fork()
    if pid == 0:
        value = int(os.read(pipes[index - 1][0], 20))
        os.write(pipes[index][1], str(value * 2 + index).encode())
        os._exit(index)
    pids.append(pid)
os.write(pipes[0][1], b"1")
print(int(os.read(pipes[COUNT - 1][0], 20)))
print([os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids])
