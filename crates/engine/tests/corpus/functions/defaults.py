def greet(name, greeting="hello", *, mark="!"):
    return f"{greeting} {name}{mark}"


print(greet("Ana"))
print(greet("Bo", "hi"))
print(greet("Cy", mark="?"))
print(greet(name="Di", greeting="hey", mark="."))
