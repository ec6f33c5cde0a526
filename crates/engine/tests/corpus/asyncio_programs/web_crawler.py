import asyncio

PAGES = {
    "/": (["/a", "/b"], 0.02),
    "/a": (["/b", "/c"], 0.05),
    "/b": (["/", "/d"], 0.03),
    "/c": ([], 0.01),
    "/d": (["/missing"], 0.02),
}


async def fetch(url):
    if url not in PAGES:
        await asyncio.sleep(0.01)
        raise LookupError(f"404 {url}")
    links, delay = PAGES[url]
    await asyncio.sleep(delay)
    return links


async def crawl(start, workers=2):
    seen, errors = {start}, []
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while True:
            url = await queue.get()
            try:
                for link in await fetch(url):
                    if link not in seen:
                        seen.add(link)
                        queue.put_nowait(link)
            except LookupError as error:
                errors.append(str(error))
            finally:
                queue.task_done()

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(seen), errors


print(*asyncio.run(crawl("/")), sep="\n")
