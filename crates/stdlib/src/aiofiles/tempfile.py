"""`aiofiles.tempfile`: temporary files and folders for tasks.
"""

import tempfile as _tempfile

from aiofiles import AsyncFile, _Opening, _in_pool


def NamedTemporaryFile(mode="w+b", **options):
    async def opening():
        return AsyncFile(await _in_pool(_tempfile.NamedTemporaryFile, mode, **options))

    return _Opening(opening())


TemporaryFile = NamedTemporaryFile


class TemporaryDirectory:
    def __init__(self, **options):
        self._options = options

    async def __aenter__(self):
        self._folder = await _in_pool(lambda: _tempfile.TemporaryDirectory(**self._options))
        return self._folder.name

    async def __aexit__(self, *failure):
        await _in_pool(self._folder.cleanup)
