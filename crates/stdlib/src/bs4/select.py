# Selectors: names, #ids, .classes, [attributes], a few :pseudo-classes, and the four ways in which they combine.

_PART = _re.compile(
    r"(?P<name>\*|[a-zA-Z][\w-]*)|#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)"
    r"|\[\s*(?P<key>[\w-]+)\s*(?:(?P<op>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s]+)\s*)?\]"
    r"|:(?P<pseudo>[\w-]+)(?:\((?P<argument>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
)
_COMBINED = _re.compile(r"\s*([>+~])\s*|\s+")


def _split_list(text):
    parts, depth, start = [], 0, 0
    for index, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            parts.append(text[start:index])
            start = index + 1
    return [part.strip() for part in parts + [text[start:]]]


def _compiled(selector):
    "Steps from left to right: how each follows the one before, and its tests."
    steps, how, tests, at = [], " ", [], 0
    while at < len(selector):
        match = _PART.match(selector, at)
        if match is not None:
            tests.append(match.groupdict())
            at = match.end()
            continue
        match = _COMBINED.match(selector, at)
        if match is None or not match.group() or not (tests or match.group(1)):
            raise ValueError(f"Malformed selector: {selector!r}")
        if tests:
            steps.append((how, tests))
        how, tests, at = match.group(1) or " ", [], match.end()
    if not tests:
        raise ValueError(f"Malformed selector: {selector!r}")
    return steps + [(how, tests)]


def _place(tag, same_name):
    siblings = [child for child in tag.parent.contents if isinstance(child, Tag) and (not same_name or child.name == tag.name)]
    for index, child in enumerate(siblings):
        if child is tag:
            return index + 1, len(siblings)
    return 0, 0


def _is_nth(formula, number):
    formula = formula.strip().lower().replace(" ", "")
    formula = {"odd": "2n+1", "even": "2n"}.get(formula, formula)
    if "n" not in formula:
        return number == int(formula)
    step, _, offset = formula.partition("n")
    step = int(step + "1") if step in ("", "-", "+") else int(step)
    left = number - int(offset or 0)
    return left == 0 if step == 0 else left % step == 0 and left // step >= 0


def _has_pseudo(tag, name, argument):
    if name == "not":
        return not any(_is_end(tag, _compiled(one)) for one in _split_list(argument))
    if name in ("is", "where", "matches"):
        return any(_is_end(tag, _compiled(one)) for one in _split_list(argument))
    if name == "has":
        return bool(tag.select(argument, limit=1))
    if name in ("-soup-contains", "contains"):
        return argument.strip("\"'") in tag.get_text()
    if name == "root":
        return isinstance(tag.parent, BeautifulSoup)
    if name == "empty":
        return not any(isinstance(child, Tag) or child.strip() for child in tag.contents)
    place, count = _place(tag, name.endswith("of-type"))
    if name in ("first-child", "first-of-type"):
        return place == 1
    if name in ("last-child", "last-of-type"):
        return place == count
    if name in ("only-child", "only-of-type"):
        return count == 1
    if name in ("nth-child", "nth-of-type"):
        return _is_nth(argument, place)
    if name in ("nth-last-child", "nth-last-of-type"):
        return _is_nth(argument, count - place + 1)
    raise NotImplementedError(f"bs4: Interleave does not know the selector :{name}")


def _passes(tag, test):
    if test["name"] is not None:
        return test["name"] in ("*", tag.name)
    if test["id"] is not None:
        return tag.get("id") == test["id"]
    if test["class"] is not None:
        return test["class"] in tag.get_attribute_list("class", [])
    if test["pseudo"] is not None:
        return _has_pseudo(tag, test["pseudo"], test["argument"])
    value = tag.get(test["key"])
    if value is None:
        return False
    if test["op"] is None:
        return True
    value = " ".join(value) if isinstance(value, list) else value
    wanted = test["value"]
    wanted = wanted[1:-1] if wanted[0] in "\"'" else wanted
    return {
        "=": lambda: value == wanted,
        "~=": lambda: wanted in value.split(),
        "|=": lambda: value == wanted or value.startswith(wanted + "-"),
        "^=": lambda: bool(wanted) and value.startswith(wanted),
        "$=": lambda: bool(wanted) and value.endswith(wanted),
        "*=": lambda: bool(wanted) and wanted in value,
    }[test["op"]]()


def _is_end(tag, steps, scope=None):
    "Whether the steps can end at this tag."
    how, tests = steps[-1]
    if not all(_passes(tag, test) for test in tests):
        return False
    before = steps[:-1]
    if not before:
        return how == " " or (how == ">" and tag.parent is scope)
    if how == " ":
        return any(_is_end(parent, before, scope) for parent in tag.parents if not isinstance(parent, BeautifulSoup))
    if how == ">":
        return not isinstance(tag.parent, BeautifulSoup) and _is_end(tag.parent, before, scope)
    earlier = [sibling for sibling in tag.previous_siblings if isinstance(sibling, Tag)]
    if how == "+":
        earlier = earlier[:1]
    return any(_is_end(sibling, before, scope) for sibling in earlier)
