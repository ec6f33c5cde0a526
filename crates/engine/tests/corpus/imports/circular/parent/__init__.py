KIND = "parent"
from . import child
