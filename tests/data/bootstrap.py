#!/usr/bin/env python3
"""The expected numbers of tests/test-bootstrap.c, from the definitions alone: every resample is written out and sorted.

Python 3.11, standard library. Draws with xoshiro256++ from the state 1, 2, 3, 4, two places from each number.
"""
import math
import statistics

DATA = [3.1, 4.7, 4.7, 5.2, 5.5, 6.0, 6.0, 6.3, 6.8, 7.1, 7.4, 7.9, 8.4, 8.8, 9.3, 9.9, 11.2, 12.5, 14.0, 21.7]
RESAMPLES = 400
NORMAL = statistics.NormalDist()
MASK = 2**64 - 1


def numbers(s):
    def rotate(x, k):
        return (x << k | x >> 64 - k) & MASK
    while True:
        yield rotate(s[0] + s[3] & MASK, 23) + s[0] & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)


def resample(source, data):
    n, places = len(data), []
    while len(places) < n - 1:
        bits = next(source)
        products = [bits % 2**32 * n, (bits >> 32) * n]
        if all(p % 2**32 >= 2**32 % n for p in products):
            places += [p >> 32 for p in products]
    while len(places) < n:
        product = (next(source) >> 32) * n
        if product % 2**32 >= 2**32 % n:
            places.append(product >> 32)
    return sorted(data[place] for place in places)


def quantile(x, p):
    at = (len(x) - 1) * p
    low = int(at)
    return x[low] + (at - low) * (x[min(low + 1, len(x) - 1)] - x[low])


def winsorized(x):
    g = int(0.2 * len(x))
    return [min(max(v, x[g]), x[-g - 1]) for v in x]


FIGURES = {
    'mean': statistics.fmean,
    'trimmed_mean': lambda x: statistics.fmean(x[int(0.2 * len(x)):len(x) - int(0.2 * len(x))]),
    'sd': statistics.stdev,
    'iqr': lambda x: quantile(x, 0.75) - quantile(x, 0.25),
}


def error_of_log_sd(x):
    n, mean = len(x), statistics.fmean(x)
    m2 = sum((v - mean)**2 for v in x) / n
    m4 = sum((v - mean)**4 for v in x) / n
    return math.sqrt((m4 / m2**2 - (n - 3) / (n - 1)) / (4 * n))


ERRORS = {
    'mean': lambda x: statistics.stdev(x) / math.sqrt(len(x)),
    'trimmed_mean': lambda x: statistics.stdev(winsorized(x)) / math.sqrt(len(x)) / (1 - 2 * int(0.2 * len(x)) / len(x)),
    'sd': error_of_log_sd,
}


def replicate_at(values, p):
    at = min(max((len(values) + 1) * p - 1, 0), len(values) - 1)
    low = int(at)
    return values[low] + (at - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def acceleration(name, x):
    """From the jackknife's deviations; of the trimmed mean from its influence function; none for the quartiles."""
    if name == 'iqr':
        return 0
    if name == 'trimmed_mean':
        w = winsorized(x)
        d = [v - statistics.fmean(w) for v in w]
    else:
        without = [FIGURES[name](x[:i] + x[i + 1:]) for i in range(len(x))]
        d = [statistics.fmean(without) - v for v in without]
    return sum(v**3 for v in d) / (6 * sum(v**2 for v in d)**1.5)


def bca(name, x, resamples):
    estimate = FIGURES[name](x)
    values = sorted(FIGURES[name](r) for r in resamples)
    # values that differ by rounding alone are equal
    equal = [v for v in values if abs(v - estimate) < 1e-12]
    under = sum(v < estimate for v in values if abs(v - estimate) >= 1e-12) + len(equal) / 2
    z0, a = NORMAL.inv_cdf(under / len(values)), acceleration(name, x)
    ends = [z0 + side * NORMAL.inv_cdf(0.975) for side in (-1, 1)]
    return [replicate_at(values, NORMAL.cdf(z0 + z / (1 - a * z))) for z in ends]


def studentized(name, x, resamples):
    figure = (lambda v: math.log(FIGURES[name](v))) if name == 'sd' else FIGURES[name]
    estimate, error = figure(x), ERRORS[name](x)
    pivots = sorted((figure(r) - estimate) / ERRORS[name](r) for r in resamples)
    ends = [estimate - replicate_at(pivots, p) * error for p in (0.975, 0.025)]
    return [math.exp(end) for end in ends] if name == 'sd' else ends


def main():
    source = numbers([1, 2, 3, 4])
    resamples = [resample(source, DATA) for _ in range(RESAMPLES)]
    for kind, interval in (('BCA', bca), ('T', studentized)):
        for name in FIGURES:
            low, high = (bca if name == 'iqr' else interval)(name, DATA, resamples)
            print(f'{kind} {name}: {{ {FIGURES[name](DATA):.12f}, {low:.12f}, {high:.12f} }}')


if __name__ == '__main__':
    main()
