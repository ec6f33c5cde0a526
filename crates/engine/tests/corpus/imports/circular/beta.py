import alpha

print(alpha.value)
