"""Building text: pieces appended, formatted, joined and taken apart."""


def report(rows):
    lines = []
    for number in range(rows):
        name = "item" + str(number)
        lines.append(f"{name:<10}|{number:>8}|{number * 0.5:.2f}")
    text = "\n".join(lines)
    out = ""
    for line in text.split("\n"):
        if line.startswith("item1"):
            out += line.strip().upper() + ";"
    return len(out)


report(20_000)
