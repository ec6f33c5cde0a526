import statistics as st

data = [1, 2, 3, 4, 4, 5.5, 9]
print(st.mean([1, 2, 3]), st.mean([1, 2, 3, 4]), st.mean([0.1] * 3), st.fmean([1, 2, 3]), st.mean(data), st.mean([True, False]))
print(st.median([3, 1, 2]), st.median([4, 1, 2, 3]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 5]))
print(st.mode([1, 1, 2]), st.mode("banana"), st.multimode("aabbc"), st.multimode([]))
print(st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data), st.stdev([1, 2]), st.pstdev([2, 2, 2]), st.variance([1, 2, 3, 4]))
print(st.stdev([0.011, 0.012, 0.0105, 0.0131]), st.stdev([1.5, 2.5, 4.0]), st.pvariance([1, 2, 3]), st.pvariance([0.5, 1.5]))
print(st.quantiles([1, 2, 3, 4, 5]), st.quantiles(range(1, 101), n=10), st.quantiles([1, 5, 7.5, 9], method="inclusive"))
print(st.harmonic_mean([40, 60]), st.harmonic_mean([2.5, 3, 10]), st.geometric_mean([54, 24, 36]), st.fmean([1, 2], weights=[3, 1]))
print(st.covariance([1, 2, 3], [2, 4, 7]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 7]))
for call in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.variance([]), lambda: st.quantiles([1]), lambda: st.mean(["a"]), lambda: st.fmean([]), lambda: st.harmonic_mean([-1, 2])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
normal = st.NormalDist(100, 15)
print(normal, normal.mean, normal.stdev, normal.variance, normal.pdf(110), normal.cdf(110), normal.zscore(130), normal + 5, normal * 2, st.NormalDist.from_samples([1, 2, 4]))
