raise ExceptionGroup("many", [ValueError(number) for number in range(18)])
