"""`enum`: enumerations and flags. Owns the metaclass that makes members of a class body's values; rules, reprs and errors are
CPython 3.11's. (Over 400 lines because members, flags and the metaclass know one another.)
"""

from types import DynamicClassAttribute

_builtin_property = property


class property(DynamicClassAttribute):
    def __get__(self, instance, ownerclass=None):
        if instance is None:
            member = ownerclass._member_map_.get(self.name)
            if member is None:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
            return member
        if self.fget is None:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=None):
        self.value = _UNSET if value is None else value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class _Unset:
    def __repr__(self):
        return "<object object>"


_UNSET = _Unset()


def _is_descriptor(value):
    if isinstance(value, type):
        return False
    if callable(value) and type(value).__module__ == "builtins":
        return True
    return isinstance(value, (_builtin_property, staticmethod, classmethod)) or hasattr(type(value), "__get__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = f"_{cls_name}__"
    return len(name) > len(pattern) and name.startswith(pattern) and not name.endswith("__")


class _EnumDict(dict):
    def __init__(self, cls_name):
        super().__init__()
        self._members = {}
        self._last_values = []
        self._ignored = []
        self._next_value = None
        self._auto_called = False
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key) or _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignored = value
                already = set(value) & set(self._members)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif key in self._members:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, member):
            pass
        else:
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, auto):
                value = self._resolve(key, value)
            elif isinstance(value, tuple) and any(isinstance(each, auto) for each in value):
                value = tuple(self._resolve(key, each) if isinstance(each, auto) else each for each in value)
            self._members[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if value.value is _UNSET:
            self._auto_called = True
            value.value = self._next_value(key, 1, len(self._members), self._last_values[:])
        return value.value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _EnumDict(cls)
        _, first_enum = metacls._mixins(cls, bases)
        if first_enum is not None:
            namespace._next_value = first_enum._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(getattr(classdict, "_members", ()))
        values = {name: classdict[name] for name in names}
        ignored = list(getattr(classdict, "_ignored", ()))
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(name) for name in invalid))
        member_type, first_enum = metacls._mixins(cls, bases)
        body = {key: value for key, value in dict.items(classdict) if key not in values and key not in ignored and key != "_ignore_"}
        order = body.pop("_order_", None)
        own_new = body.pop("__new__", None)
        next_value = body.get("_generate_next_value_")
        if next_value is not None and not isinstance(next_value, staticmethod):
            body["_generate_next_value_"] = staticmethod(next_value)
        made = super().__new__(metacls, cls, bases, body, **kwds)
        made._member_names_ = []
        made._member_map_ = {}
        made._value2member_map_ = {}
        made._unhashable_values_ = []
        made._member_type_ = member_type
        if own_new is None:
            own_new = getattr(made, "_new_member_", None)
        else:
            own_new = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
            made._new_member_ = staticmethod(own_new)
        if boundary is not None or not hasattr(made, "_boundary_"):
            made._boundary_ = boundary
        is_flag = Flag is not None and issubclass(made, Flag)
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in body:
                    type.__setattr__(made, name, getattr(Flag, name))
            made._flag_mask_ = 0
            made._all_bits_ = 0
            made._boundary_ = boundary or getattr(first_enum, "_boundary_", None)
        for name in names:
            made._add(name, values[name], own_new, member_type)
        if is_flag:
            mask = 0
            for each in made._member_map_.values():
                value = each._value_
                if isinstance(value, int) and value > 0 and value & (value - 1) == 0:
                    mask |= value
            multi = 0
            for each in made._member_map_.values():
                multi |= each._value_ if isinstance(each._value_, int) and each._value_ > 0 else 0
            made._flag_mask_ = mask | multi
            made._singles_mask_ = mask
            made._all_bits_ = 2 ** (made._flag_mask_.bit_length()) - 1
            made._member_names_ = [n for n in made._member_names_ if _single(made._member_map_[n]._value_)]
            made._member_names_.sort(key=lambda n: made._member_map_[n]._value_) if _unsorted(made) else None
        if member_type is not object and first_enum is not None:
            made._adopt_type_methods(member_type, body, first_enum)
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if [name for name in order if name in made._member_names_] != made._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (made._member_names_, order))
        return made

    def __init__(cls, *args, **kwds):
        pass

    def _add(cls, name, value, own_new, member_type):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        if own_new is not None:
            made = own_new(cls, *args)
        elif member_type is object:
            made = object.__new__(cls)
        else:
            made = member_type.__new__(cls, *args)
        if "_value_" not in made.__dict__:
            if member_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = member_type(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        if cls.__init__ is not _plain_init[0]:
            made.__init__(*args)
            value = made._value_
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    known = each
                    break
        if known is None:
            known = made
            cls._member_names_.append(name)
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                cls._unhashable_values_.append(value)
        cls._member_map_[name] = known
        type.__setattr__(cls, name, known)

    def _adopt_type_methods(cls, member_type, body, first_enum):
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            for name in ("__str__", "__format__"):
                if name not in body:
                    type.__setattr__(cls, name, _type_method(member_type, name))
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in cls.__dict__:
                continue
            for base in cls.__mro__[1:]:
                if name in base.__dict__:
                    if not isinstance(base, EnumType) and base in member_type.__mro__ and base.__module__ == "builtins":
                        type.__setattr__(cls, name, getattr(first_enum, name))
                    break

    @classmethod
    def _mixins(metacls, class_name, bases):
        if not bases:
            return object, None
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError("<enum %r> cannot extend %r" % (class_name, base))
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        found = object
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found = base._member_type_
                        break
                elif "__new__" in base.__dict__ or base.__module__ == "builtins":
                    found = base
                    break
            if found is not object:
                break
        return found, first_enum

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls._lookup(value)
        return cls._create(value, names, module, qualname, type, start, boundary)

    def _lookup(cls, value):
        if value.__class__ is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        context = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            context = error
            result = None
        if isinstance(result, cls):
            return result
        if context is not None and isinstance(context, ValueError) and Flag is not None and issubclass(cls, Flag):
            raise context
        failure = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is not None and context is None:
            context = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if context is not None:
            if not isinstance(context, ValueError):
                failure.__context__ = context
            raise failure
        raise failure

    def _create(cls, class_name, names, module, qualname, type, start, boundary):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            import sys

            module = sys._getframe(0).f_globals.get("__name__", "__main__")
        classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            import sys

            if sys.version_info >= (3, 12):
                return value in cls._value2member_map_
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_ or isinstance(value, cls) and Flag is not None and issubclass(cls, Flag)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_builtin_property
    def __members__(cls):
        from types import MappingProxyType

        return MappingProxyType(cls._member_map_)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__


EnumMeta = EnumType
Flag = None
ReprEnum = None
_plain_init = [None]


def _single(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _unsorted(cls):
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    return values != sorted(values)


def _type_method(member_type, name):
    if name == "__format__":
        return lambda self, spec: format(self._value_, spec)
    if member_type is int:
        return lambda self: repr(self._value_)
    return lambda self: str(self._value_)


class Enum(metaclass=EnumType):
    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            for last_value in reversed(last_values):
                try:
                    return last_value + 1
                except TypeError:
                    pass
            return start
        try:
            return last_value + 1
        except TypeError:
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, repr(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        return ["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


_plain_init[0] = Enum.__init__


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        try:
            high = max(last_values).bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % (last_values[-1],)) from None
        return 2 ** (high + 1)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        all_bits = cls._all_bits_
        original = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, _bin(value, bits), _bin(mask, bits))
                )
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP and value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += all_bits + 1
            value &= mask if cls._boundary_ is not KEEP else value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [each._name_ for each in cls._by_value(value)]
        if names and not (unknown and cls._boundary_ is STRICT):
            made._name_ = "|".join(names)
            if unknown:
                made._name_ += "|%s" % unknown
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _by_value(cls, value):
        for name in cls._member_names_:
            each = cls._member_map_[name]
            if each._value_ & value:
                yield each

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._by_value(self._value_)

    def __len__(self):
        return bin(self._value_).count("1")

    def __repr__(self):
        cls_name = self.__class__.__name__
        if self._name_ is None:
            return "<%s: %s>" % (cls_name, repr(self._value_))
        return "<%s.%s: %s>" % (cls_name, self._name_, repr(self._value_))

    def __str__(self):
        cls_name = self.__class__.__name__
        if self._name_ is None:
            return "%s(%r)" % (cls_name, self._value_)
        return "%s.%s" % (cls_name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _number(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return int(other)
        return None

    def __or__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ | number)

    def __and__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ & number)

    def __xor__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else self.__class__(self._value_ ^ number)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def _bin(number, bits):
    if number >= 0:
        text = bin(number)[2:].rjust(bits, "0")
        return "0b0 " + text
    return "0b1 " + bin(number + 2**bits)[2:].rjust(bits, "0")


from _enum_checks import (
    CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_str, show_flag_values, unique, verify,
)
