import asyncio
import sys

async def run(cmd):
    proc = await asyncio.create_subprocess_shell(
        cmd,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE)
    stdout, stderr = await proc.communicate()
    print(f'[{cmd!r} exited with {proc.returncode}]')
    if stdout:
        print(f'[stdout]\n{stdout.decode()}')
    if stderr:
        print(f'[stderr]\n{stderr.decode()}')

async def get_date():
    code = 'print("from child", 1+1)'
    proc = await asyncio.create_subprocess_exec(
        sys.executable, '-c', code,
        stdout=asyncio.subprocess.PIPE)
    data = await proc.stdout.readline()
    line = data.decode('ascii').rstrip()
    await proc.wait()
    return line

async def cat():
    proc = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await proc.communicate(b"hello\nworld\n")
    print(out, proc.returncode)
    proc = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    for i in range(3):
        proc.stdin.write(f"line {i}\n".encode())
        await proc.stdin.drain()
        print(await proc.stdout.readline())
    proc.stdin.close()
    print(await proc.wait())

async def main():
    await run('echo hello')
    print(await get_date())
    await cat()
    await asyncio.gather(run('sleep 0.2; echo first'), run('sleep 0.1; echo second'))
    proc = await asyncio.create_subprocess_exec("sleep", "100")
    await asyncio.sleep(0.05)
    proc.kill()
    print(await proc.wait())
    proc = await asyncio.create_subprocess_exec("sleep", "100")
    try:
        await asyncio.wait_for(proc.wait(), 0.1)
    except asyncio.TimeoutError:
        proc.terminate()
        print("timeout", await proc.wait(), proc.returncode)
    try:
        await asyncio.create_subprocess_exec("no_such_program")
    except FileNotFoundError as e:
        print(e)
    proc = await asyncio.create_subprocess_exec("echo", "inherited")
    print(await proc.wait())

asyncio.run(main())
