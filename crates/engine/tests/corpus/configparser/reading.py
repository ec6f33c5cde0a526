"""configparser: sections, types, interpolation, writing."""
import configparser
import io

TEXT = """[DEFAULT]
root = /srv

[server]
Host: example.org
port = 8080
debug = yes
ratio = 0.5
path = %(root)s/www
list =
    one
    two
; a comment
[empty]
"""
config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections(), config.options("server"), "server" in config, config.has_option("server", "HOST"))
server = config["server"]
print(server["host"], server["PATH"], config.get("server", "path"), config.get("server", "path", raw=True), server["list"].split())
print(config.getint("server", "port"), config.getfloat("server", "ratio"), config.getboolean("server", "debug"), server.getint("port") + 1)
print(server.get("none"), server.get("none", "usual"), config.get("server", "none", fallback=7), server.getboolean("none", True))
print(dict(config["empty"]), list(config), config.defaults(), repr(server), config.items("empty"))
config["new"] = {"a": "1", "b": "two"}
config.set("server", "port", "9090")
config.add_section("last")
config["last"]["x"] = "%%y"
print(config.remove_option("server", "debug"), config.remove_section("empty"), config.remove_section("none"), config["last"]["x"])
out = io.StringIO()
config.write(out)
print(out.getvalue())
with open("app.ini", "w") as file:
    config.write(file)
again = configparser.ConfigParser()
print(again.read(["app.ini", "none.ini"]), again["new"]["b"], again == config)
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_string("[a]\nx = 1\n[b]\ny = ${a:x}-${z}\nz = $$5\n")
print(extended["b"]["y"])
for make in (
    lambda: config["none"],
    lambda: config["server"]["none"],
    lambda: config.get("none", "x"),
    lambda: config.get("server", "none"),
    lambda: config.getint("server", "host"),
    lambda: config.getboolean("server", "port"),
    lambda: config.add_section("server"),
    lambda: config.set("server", "x", 5),
    lambda: configparser.ConfigParser().read_string("x = 1\n"),
    lambda: configparser.ConfigParser().read_string("[a]\nx = 1\nx = 2\n"),
    lambda: configparser.ConfigParser().read_string("[a]\n[a]\n"),
    lambda: configparser.ConfigParser().read_string("[a]\nword\n"),
    lambda: config.read_dict({"c": {"k": "%(missing)s"}}) or config["c"]["k"],
):
    try:
        print(make())
    except (configparser.Error, KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
