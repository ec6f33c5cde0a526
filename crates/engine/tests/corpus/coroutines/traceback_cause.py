# chained exceptions of coroutines
async def query():
    raise ConnectionError("no route")


async def fetch():
    try:
        await query()
    except ConnectionError as error:
        raise RuntimeError("fetch failed") from error


async def main():
    try:
        await fetch()
    finally:
        print("closing")
        await cleanup()


async def cleanup():
    raise ValueError("cleanup failed")


main().send(None)
