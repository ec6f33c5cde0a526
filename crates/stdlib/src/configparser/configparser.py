"""`configparser`: the parsers and their sections. Part of `configparser`.
"""


class RawConfigParser:
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {
        "1": True,
        "yes": True,
        "true": True,
        "on": True,
        "0": False,
        "no": False,
        "false": False,
        "off": False,
    }

    def __init__(
        self,
        defaults=None,
        dict_type=dict,
        allow_no_value=False,
        *,
        delimiters=("=", ":"),
        comment_prefixes=("#", ";"),
        inline_comment_prefixes=None,
        strict=True,
        empty_lines_in_values=True,
        default_section=DEFAULTSECT,
        interpolation=_UNSET,
        converters=_UNSET,
    ):
        self._sections = {}
        self._defaults = {}
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._blank_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        self.converters = {} if converters is _UNSET else dict(converters)
        for name, convert in self.converters.items():
            setattr(self, "get" + name, self._converting(convert))
        if defaults:
            for key, value in dict(defaults).items():
                self._defaults[self.optionxform(key)] = value

    def _converting(self, convert):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._converted(section, convert, option, raw, vars, fallback)

        return get

    def defaults(self):
        return self._defaults

    def optionxform(self, optionstr):
        return optionstr.lower()

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def _options_of(self, section):
        if section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def _all_of(self, section, vars=None):
        own = self._options_of(section)
        more = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **own, **more}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._all_of(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, convert, option, raw, vars, fallback):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, int, option, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, float, option, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._converted(section, self._convert_to_boolean, option, raw, vars, fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        values = self._all_of(section, vars)
        if raw:
            return list(values.items())
        return [
            (option, value if value is None else self._interpolation.before_get(self, section, option, value, values))
            for option, value in values.items()
        ]

    def popitem(self):
        for name in self._sections:
            value = self[name]
            del self[name]
            return name, value
        raise KeyError

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._options_of(section if section else self.default_section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        own = self._options_of(section if section else self.default_section)
        return own.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        read = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            read.append(name.__fspath__() if hasattr(name, "__fspath__") else name)
        return read

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            if section != self.default_section and (section not in self._sections or self._strict and section in added):
                self.add_section(section)
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, None if value is None else str(value))

    def write(self, fp, space_around_delimiters=True):
        sign = self._delimiters[0]
        if space_around_delimiters:
            sign = f" {sign} "
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, sign)
        for name, options in self._sections.items():
            self._write_section(fp, name, options, sign)

    def _write_section(self, fp, name, options, sign):
        fp.write(f"[{name}]\n")
        for key, value in options.items():
            if value is not None or not self._allow_no_value:
                key += sign + str(value).replace("\n", "\n\t")
            fp.write(f"{key}\n")
        fp.write("\n")

    def _without_comments(self, line):
        # The line's value, and whether anything of it was a comment.
        cut = len(line)
        for prefix in self._inline:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                    break
                at = line.find(prefix, at + 1)
        for prefix in self._comments:
            if line.strip().startswith(prefix):
                cut = 0
        return line[:cut].strip(), cut < len(line)

    def _split(self, text):
        # Option and value; None where it is no option.
        places = [(text.find(sign), sign) for sign in self._delimiters if sign in text]
        if not places:
            return (text, None) if self._allow_no_value else None
        at, sign = min(places)
        return text[:at].rstrip(), text[at + len(sign) :].strip()

    def _read(self, lines, source):
        seen = set()
        section_name = section = option = None
        level = 0
        error = None
        for lineno, line in enumerate(lines, start=1):
            value, commented = self._without_comments(line)
            if not value:
                if self._blank_in_values:
                    if not commented and section is not None and option and section[option] is not None:
                        section[option].append("")
                else:
                    level = 10**9
                continue
            indent = len(line) - len(line.lstrip())
            if section is not None and option and indent > level and section[option] is not None:
                section[option].append(value)
                continue
            level = indent
            end = value.rfind("]")
            if value[0] == "[" and end > 1:
                section_name = value[1:end]
                if section_name in self._sections:
                    if self._strict and section_name in seen:
                        raise DuplicateSectionError(section_name, source, lineno)
                    section = self._sections[section_name]
                elif section_name == self.default_section:
                    section = self._defaults
                else:
                    section = self._sections[section_name] = {}
                seen.add(section_name)
                option = None
                continue
            if section is None:
                raise MissingSectionHeaderError(source, lineno, line)
            split = self._split(value)
            if split is None or not split[0]:
                if error is None:
                    error = ParsingError(source)
                error.append(lineno, repr(line))
                continue
            option = self.optionxform(split[0])
            if self._strict and (section_name, option) in seen:
                raise DuplicateOptionError(section_name, option, source, lineno)
            seen.add((section_name, option))
            section[option] = None if split[1] is None else [split[1]]
        for options in [self._defaults, *self._sections.values()]:
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = "\n".join(value).rstrip()
        if error is not None:
            raise error

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        for name in list(self._sections):
            yield name

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (self._allow_no_value and value is None):
            raise TypeError("option values must be strings")
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        RawConfigParser.add_section(self, section)


SafeConfigParser = ConfigParser
