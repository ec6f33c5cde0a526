grid = [[1, 2], [3, 4]]
row = 1
print(grid[row][0:2], grid[row + 1][0])
