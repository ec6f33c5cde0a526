# help() on a module beside the script.
import tools

help(tools)
help(tools.work)
