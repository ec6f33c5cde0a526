from __future__ import annotations
import __future__


def area(width: float, height: Missing = 2.0) -> Also.missing:
    total: Unknown = width * height
    return total


class Box:
    content: list[Thing]
    size: int = 3


print(area(1.5, 2))
print(area.__annotations__)
print(Box.__annotations__, Box.size)
print(__future__.annotations.getOptionalRelease())
print(__future__.annotations.getMandatoryRelease())
print(__future__.division)
print(__future__.all_feature_names[:3])
print(annotations)
