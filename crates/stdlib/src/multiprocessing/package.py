"""What `multiprocessing` offers, gathered from its parts.
"""

import threading

from multiprocessing._errors import AuthenticationError, BufferTooShort, ProcessError, TimeoutError


def cpu_count():
    return threading._cores()


def freeze_support():
    pass


def get_logger():
    from multiprocessing.util import get_logger

    return get_logger()


def log_to_stderr(level=None):
    from multiprocessing.util import log_to_stderr

    return log_to_stderr(level)
