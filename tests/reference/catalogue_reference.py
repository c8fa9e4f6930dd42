#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The hillock authors
# SPDX-License-Identifier: BSL-1.0
"""The catalogue of activations once more, independent of the library, in arbitrary precision.

    catalogue_reference.py                      write the tables beside this file
    catalogue_reference.py --check              compare them with what would be written
    catalogue_reference.py gelu -10             print f, f', f'' of one entry at one number
    catalogue_reference.py elu -1 0.5           the same, alpha = 1/2
    catalogue_reference.py swiglu 2 -0.5        print f, f_a, f_b, f_aa, f_ab, f_bb of a gated entry

Needs mpmath (Debian: python3-mpmath), and gmpy2 to be quick.

Every entry is a formula over jets: numbers that carry their first and second derivatives, so that a derivative is as
exact as a value. Each result is computed at two precisions, which double until they agree to 210 bits.
"""
import math
import pathlib
import struct
import sys
from fractions import Fraction as Q

from mpmath import mp, mpf

HERE = pathlib.Path(__file__).resolve().parent


# ---------------------------------------------------------------------------------------------------------------- jets

def number(v):
    """An exact rational or integer at the working precision."""
    return mpf(v.numerator) / v.denominator if isinstance(v, Q) else mpf(v)


class Jet:
    """A value v, its gradient g, and the upper triangle of its Hessian h, in one variable or two."""
    __slots__ = ("v", "g", "h")

    def __init__(self, v, g, h):
        self.v, self.g, self.h = v, g, h

    def __add__(self, o):
        if not isinstance(o, Jet):
            return Jet(self.v + number(o), self.g, self.h)
        return Jet(self.v + o.v, [p + q for p, q in zip(self.g, o.g)], [p + q for p, q in zip(self.h, o.h)])

    def __mul__(self, o):
        if isinstance(o, Q):  # one rounding, none where the product is a short binary number: kinks stay exact
            return self.map(lambda t: t * o.numerator / o.denominator)
        if not isinstance(o, Jet):
            return self.map(lambda t: t * o)
        g = [p * o.v + self.v * q for p, q in zip(self.g, o.g)]
        cross = [p * q + r * s for p, q, r, s in zip(*pairs(self.g, o.g))]
        return Jet(self.v * o.v, g, [p * o.v + self.v * q + c for p, q, c in zip(self.h, o.h, cross)])

    def map(self, f):
        return Jet(f(self.v), [f(t) for t in self.g], [f(t) for t in self.h])

    def chain(self, f, f1, f2):
        """f of this jet, from the value and the two derivatives of f at v."""
        squares = [p * q for p, q in zip(*pairs(self.g, self.g)[:2])]
        return Jet(f, [f1 * p for p in self.g], [f1 * p + f2 * q for p, q in zip(self.h, squares)])

    def __neg__(self): return self.map(lambda t: -t)
    def __sub__(self, o): return self + (-o)
    def __rsub__(self, o): return -self + o
    def __truediv__(self, o): return self * (reciprocal(o) if isinstance(o, Jet) else 1 / Q(o))
    def __rtruediv__(self, o): return reciprocal(self) * o
    def __lt__(self, o): return self.v < plain(o)
    def __le__(self, o): return self.v <= plain(o)
    def __gt__(self, o): return self.v > plain(o)
    def __ge__(self, o): return self.v >= plain(o)
    def __eq__(self, o): return self.v == plain(o)
    __radd__, __rmul__ = __add__, __mul__


def pairs(g, o):
    """The factors of dg_i do_j + do_i dg_j for each i <= j."""
    at = [(i, j) for i in range(len(g)) for j in range(i, len(g))]
    return [g[i] for i, j in at], [o[j] for i, j in at], [o[i] for i, j in at], [g[j] for i, j in at]


def plain(o):
    return o.v if isinstance(o, Jet) else number(o)


# ---------------------------------------------------------------------------------------------------------- primitives
# (value, first derivative, second derivative), each without cancellation. exp is cut off far outside of what a double
# holds, lower by more than the squares of what it may meet, so that arguments up to 2^1200 need no giant exponents.

def exp_(t): return mp.exp(min(max(t, mpf(-10**6)), mpf(10**5)))
def logistic_(t): return 1 / (1 + exp_(-t)) if t >= 0 else exp_(t) / (1 + exp_(t))
def tanh_(t): return mp.tanh(t) if abs(t) < 10**5 else mp.sign(t)
def sech2_(t): return 4 * exp_(-2 * abs(t)) / (1 + exp_(-2 * abs(t)))**2
def pdf_(t): return exp_(-t * t / 2) / mp.sqrt(2 * mp.pi)
def cdf_(t): return mp.erfc(-min(max(t, mpf(-1415)), mpf(1415)) / mp.sqrt(2)) / 2
def gauss_(t): return 2 / mp.sqrt(mp.pi) * exp_(-t * t)


def reciprocal(u): r = 1 / u.v; return u.chain(r, -r * r, 2 * r**3)
def exp(u): e = exp_(u.v); return u.chain(e, e, e)
def sqrt(u): s = mp.sqrt(u.v); return u.chain(s, 1 / (2 * s), -1 / (4 * s**3))
def power(u, k): k = number(k); return u.chain(u.v**k, k * u.v**(k - 1), k * (k - 1) * u.v**(k - 2))
def sin(u): s, c = mp.sin(u.v), mp.cos(u.v); return u.chain(s, c, -s)
def atan(u): d = 1 / (1 + u.v**2); return u.chain(mp.atan(u.v), d, -2 * u.v * d * d)
def erf(u): d = gauss_(u.v); return u.chain(mp.erf(min(max(u.v, mpf(-1400)), mpf(1400))), d, -2 * u.v * d)
def tanh(u): t, d = tanh_(u.v), sech2_(u.v); return u.chain(t, d, -2 * t * d)
def cdf(u): d = pdf_(u.v); return u.chain(cdf_(u.v), d, -u.v * d)


def sigmoid(u):
    s, r = logistic_(u.v), logistic_(-u.v)
    return u.chain(s, s * r, s * r * (r - s))


def softplus(u):
    s, r = logistic_(u.v), logistic_(-u.v)
    return u.chain(max(u.v, 0) + mp.log1p(exp_(-abs(u.v))), s, s * r)


def logcosh(u):
    return u.chain(abs(u.v) + mp.log1p(exp_(-2 * abs(u.v))) - mp.log(2), tanh_(u.v), sech2_(u.v))


def sinc(u):
    return sin(u) / u if u.v != 0 else u.chain(mpf(1), mpf(0), mpf(-1) / 3)


# Conditions choose a piece, and with it the derivatives: which piece holds a joint is the subgradient there.

def abs_(u): return u if u > 0 else -u if u < 0 else u * 0
def clamp(u, low, high): return low if u <= low else high if u >= high else u
def relu(x): return x if x > 0 else x * 0
def leaky(x, slope): return x if x > 0 else x * slope
def maximum(a, b): return a if a > b else b if b > a else (a + b) / 2
def minimum(u, high): return u if u < high else high


# ------------------------------------------------------------------------------------------------------- the catalogue

ONE, TWO, GROUPS = {}, {}, {}


class Entry:
    def __init__(self, name, formula, at=(), joint=(), tails=(), limit=None):
        self.name, self.formula = name, formula
        self.kinks = [Q(t) for t in (*at, *joint)]  # tabulated with both neighbours
        self.joints = [float(t) for t in joint]     # there the second derivative is not to be checked
        self.tails = tails                          # more points
        self.limit = limit or {}                    # at infinity where it is not what the formula tends to: {place: v}


def group(name):
    GROUPS[name] = []


def one(name, formula, **more):
    ONE[name] = Entry(name, formula, **more)
    GROUPS[list(GROUPS)[-1]].append(name)


def two(name, formula, **more):
    TWO[name] = Entry(name, formula, **more)
    GROUPS[list(GROUPS)[-1]].append(name)


LAMBDA, ALPHA = Q("1.0507009873554804934193349852946"), Q("1.6732632423543772848170429916717")
BELL_TAILS = (9.3, -9.4, 10.1, -10.15, 10.25, 26.6, -26.7, 27.2, -27.3)
GELU_TAILS = (-12.9, -13.1, -13.5, -14.0, -14.2, -14.5, 14.0, -37.4, -37.6, -38.2, -38.45, -39.0)
GELU_TANH_TAILS = (-6.0, -7.5, -9.9, -10.05, -10.5, -10.7, 10.5, -20.6, -20.9, -21.2, -21.5)
SLOW_TAILS = (-40.5, -51.0, -52.5, -59.5, -61.5, 60.0, -410.0, -417.5, -430.0, -438.5)

group("rectifiers")
one("identity", lambda x: x)
one("relu", relu)
one("relu6", lambda x: clamp(x, 0, 6), at=[6])
one("clipped_relu", lambda x, max_value=6: clamp(x, 0, max_value), at=[6])
one("leaky_relu", lambda x, negative_slope=Q("0.01"): leaky(x, negative_slope))
one("prelu", lambda x, weight=Q("0.25"): leaky(x, weight))
one("rrelu", lambda x, lower=Q(1, 8), upper=Q(1, 3): leaky(x, (lower + upper) / 2))
one("threshold", lambda x, threshold=0, value=0: x if x > threshold else value)
one("thresholded_relu", lambda x, alpha=1: x if x > alpha else 0, at=[1])
one("trelu", lambda x, theta=1: x if x > theta else 0, at=[1])
one("squared_relu", lambda x: relu(x) * relu(x), joint=[0], tails=(1.8e19, 1.9e19, 1e-20, 3e-23, 1.3e154, 1.4e154, 1e-160))
one("elu", lambda x, alpha=1: x if x > 0 else (exp(x) - 1) * alpha, joint=[0])
one("celu", lambda x, alpha=1: x if x > 0 else (exp(x / alpha) - 1) * alpha, joint=[0])
one("selu", lambda x: x * LAMBDA if x > 0 else (exp(x) - 1) * ALPHA * LAMBDA, joint=[0])

group("sigmoids")
one("sigmoid", sigmoid)
one("log_sigmoid", lambda x: -softplus(-x))
one("hard_sigmoid", lambda x, alpha=Q(1, 6), beta=Q(1, 2): clamp(x * alpha + beta, 0, 1), at=[-3, 3])
one("tanh", tanh, tails=(9.0, -9.01, 19.0, -19.1, 43.0, -44.0, 51.5, -52.0, 354.0, 372.0))
one("scaled_tanh", lambda x, alpha=Q("1.7159"), beta=Q(2, 3): tanh(x * beta) * alpha, tails=(65.5, -78.0, 531.0, -558.0))
one("hard_tanh", lambda x, min_value=-1, max_value=1: clamp(x, min_value, max_value), at=[-1, 1])
one("tanh_shrink", lambda x: x - tanh(x), tails=(0.01, -0.02, 0.05, 0.2, -0.3, 1e-13, 1e-15))
one("hard_shrink", lambda x, lambda_=Q(1, 2): x if abs_(x) > lambda_ else 0, at=[-0.5, 0.5])
one("soft_shrink", lambda x, lambda_=Q(1, 2): x - lambda_ if x > lambda_ else x + lambda_ if x < -lambda_ else 0, at=[-0.5, 0.5])
one("shrink", lambda x, bias=0, lambda_=Q(1, 2): x + bias if x < -lambda_ else x - bias if x > lambda_ else 0, at=[-0.5, 0.5])
one("softplus", lambda x, beta=1: softplus(x * beta) / beta)
one("softsign", lambda x: x / (1 + abs_(x)), joint=[0])

group("self_gated")
one("silu", lambda x: x * sigmoid(x), tails=(-1.278, -2.399, 2.4, -92.0, -106.0, -712.0, -751.0))
one("swish", lambda x, beta=1: x * sigmoid(x * beta), tails=(-1.278, -2.399, 2.4, -92.0, -106.0, -712.0, -751.0))
one("hard_swish", lambda x: x * clamp(x / 6 + Q(1, 2), 0, 1), at=[-3, 3], tails=(-1.499, -1.501))
one("gelu", lambda x: x * cdf(x), tails=(-0.7518, 1.414, -1.4143, *GELU_TAILS))
one("gelu_tanh", lambda x: x * sigmoid((x + x * x * x * Q("0.044715")) * 2 * mp.sqrt(2 / mp.pi)), tails=(-0.7525, *GELU_TANH_TAILS))
one("gelu_quick", lambda x: x * sigmoid(x * Q("1.702")), tails=(-0.751, *SLOW_TAILS))
one("mish", lambda x: x * tanh(softplus(x)), tails=(-1.192, -2.256, -92.0, -106.0, -712.0, -751.0))
one("lisht", lambda x: x * tanh(x), tails=(1.2, 43.0, -46.0, 53.0))
one("tanh_exp", lambda x: x * tanh(exp(x)), tails=(-1.1, 1.2, 3.7, 4.0, 5.8, 6.0, -92.0, -106.0, -712.0, -751.0))
one("elish", lambda x: x * sigmoid(x) if x > 0 else (exp(x) - 1) * sigmoid(x), joint=[0], tails=(-0.5, -0.881, -0.9))
one("hard_elish", lambda x: (x if x > 0 else exp(x) - 1) * clamp((x + 1) / 2, 0, 1), at=[-1, 1], joint=[0], tails=(-0.55, -0.6))

group("curves")
one("logcosh", logcosh, tails=(0.01, 0.2, 43.0, 51.5, 354.0, 372.0))
one("squareplus", lambda x, b=4: (x + sqrt(x * x + b)) / 2, tails=(-1e12, 1e12, -1e15, -1e18, -1.8e19, -1e25, 1e150, -1e160))
one("sparse_plus", lambda x: 0 if x <= -1 else x if x > 1 else (x + 1) * (x + 1) / 4, joint=[-1, 1])
one("sparse_sigmoid", lambda x: clamp((x + 1) / 2, 0, 1), at=[-1, 1])
one("exponential", exp)
one("elliot_sigmoid", lambda x: x / (1 + abs_(x)) / 2 + Q(1, 2), joint=[0], tails=(-1e6, -3e7, -1e15))
one("bipolar_sigmoid", lambda x: tanh(x / 2), tails=(18.0, 88.0, -104.5, 710.0, -745.5))
one("isru", lambda x, alpha=1: x / sqrt(1 + x * x * alpha), tails=(1e13, -1e15, 1.8e19, -1.9e19, 1e100, 1e150, -1e155))
one("isrlu", lambda x, alpha=1: x if x > 0 else x / sqrt(1 + x * x * alpha), joint=[0], tails=(-1e13, -1e15, -1.9e19, -1e100, -1e155))
one("gaussian", lambda x: exp(-x * x), tails=(0.707, -0.7072, *BELL_TAILS))
one("inverse_quadratic", lambda x: 1 / (1 + x * x), tails=(0.577, -0.578, 1e10, 1e15, 1.8e19, 1e22, -5e22, 1e100, 1e160))
one("multiquadratic", lambda x: sqrt(1 + x * x), tails=(1e10, 1.8e19, -1.9e19, 1e100, 1.3e154, -1.4e154))
one("arctan", atan, tails=(1e10, 1e15, 1.8e19, 1e22, -5e22, 1e100, 1e160))
one("bent_identity", lambda x: (sqrt(x * x + 1) - 1) / 2 + x, tails=(1e10, 1.8e19, -1.9e19, 1e100, 1.3e154, -1.4e154))

group("waves_and_others")
one("sinc", sinc, tails=(0.01, 2.08, -3.3, math.pi, -math.pi, 4.4934, 1e5, 12345.678), limit={0: 0, 1: 0, 2: 0})
one("snake", lambda x, alpha=1: x + sin(x * alpha) * sin(x * alpha) / alpha, tails=(-0.785, 2.356, math.pi, 12345.678), limit={1: math.nan, 2: math.nan})
one("sine", lambda x, omega=1: sin(x * omega), tails=(math.pi / 2, math.pi, -math.pi, 2 * math.pi, 12345.678), limit={0: math.nan, 1: math.nan, 2: math.nan})
one("serf", lambda x: x * erf(softplus(x)), tails=(-1.15, 4.0, 7.0, 9.9, -92.0, -106.0, -712.0, -751.0))
one("smelu", lambda x, beta=1: 0 if x <= -beta else x if x > beta else (x + beta) * (x + beta) / (4 * beta), joint=[-1, 1])
one("phish", lambda x: x * tanh(x * cdf(x)), tails=(-0.9, 1.3, 43.0, 51.5, *GELU_TAILS))
one("aria2", lambda x, alpha=Q("1.5"), beta=1: x * power(1 + exp(-x * beta), -alpha), tails=(-1.0, -1.1, -2.5, -55.0, -60.0, -61.5, -70.0, -71.5, -72.5, -470.0, -480.0, -500.0))
one("xielu", lambda x, alpha_p=Q("0.8"), alpha_n=Q("0.8"), beta=Q("0.5"): x * x * alpha_p + x * beta if x > 0 else (exp(x) - 1 - x) * alpha_n + x * beta, joint=[0], tails=(-0.98, -1.6, -2.1, 2.06e19, 1e19, 1e-20, 1e150, 1.5e154))
one("step", lambda x: 1 if x > 0 else 0)
one("sign", lambda x: 1 if x > 0 else -1 if x < 0 else 0)

group("gated")
two("glu", lambda a, b: a * sigmoid(b))
two("reglu", lambda a, b: relu(a) * b)
two("geglu", lambda a, b: ONE["gelu"].formula(a) * b)
two("geglu_tanh", lambda a, b: ONE["gelu_tanh"].formula(a) * b)
two("geglu_quick", lambda a, b: ONE["gelu_quick"].formula(a) * b)
two("swiglu", lambda a, b: a * sigmoid(a) * b)
two("bilinear", lambda a, b: a * b)
two("maxout", maximum)


def swiglu_oai(a, b, alpha=Q("1.702"), limit=7):
    a = minimum(a, limit)  # a number from the limit on, its own derivative lost
    gate = a * sigmoid(a * alpha) if isinstance(a, Jet) else number(a) * logistic_(a * number(alpha))
    return gate * (clamp(b, -limit, limit) + 1)


two("swiglu_oai", swiglu_oai)


# --------------------------------------------------------------------------------------------------------------- exact

PLACES = {1: ("f", "d1", "d2"), 2: ("f", "da", "db", "daa", "dab", "dbb")}
FAR, OVERFLOWN, NOTHING = mpf(2)**1200, mpf(2)**1100, mpf(2)**-6000
TINY = mpf(2)**-1100


def jets(entry, at, parameters, precision):
    """All places of an entry, as mpf, at one working precision."""
    with mp.workprec(precision):
        n = len(at)
        unit = lambda i: [mpf(int(i == j)) for j in range(n)]
        flat = [mpf(0)] * (n * (n + 1) // 2)
        r = entry.formula(*(Jet(mpf(t), unit(i), flat) for i, t in enumerate(at)), *parameters)
        return [r.v, *r.g, *r.h] if isinstance(r, Jet) else [number(r), *[mpf(0)] * n, *flat]


def agreed(entry, at, parameters=()):
    """All places of an entry at finite numbers, good to 210 bits."""
    usual = all(t == 0 or mpf(2)**-160 < abs(t) < mpf(2)**160 for t in at)
    precision = 512 if usual else 4096  # 1 + 2^-1074 must not be 1 at both precisions
    coarse = jets(entry, at, parameters, precision)
    while True:
        precision *= 2
        fine = jets(entry, at, parameters, precision)
        if all(abs(p - q) <= abs(q) * mpf(2)**-210 for p, q in zip(coarse, fine)):
            return fine
        if precision >= 2**14:  # zero by cancellation: no value or derivative that is not zero is this small
            assert all(abs(p - q) <= abs(q) * mpf(2)**-210 or abs(q) < NOTHING for p, q in zip(coarse, fine)), (entry.name, at)
            return [q if abs(q) >= NOTHING else mpf(0) for q in fine]
        coarse = fine


CACHE = {}


def exact(entry, at, parameters=()):
    """All places of an entry at floats, NaN, infinities and signed zeros included: mpf, or float for inf, NaN, -0."""
    key = (entry.name, tuple(map(float.hex, at)), tuple(parameters))
    if key not in CACHE:
        CACHE[key] = exact_uncached(entry, at, parameters)
    return CACHE[key]


def exact_uncached(entry, at, parameters):
    places = len(PLACES[len(at)])
    if any(map(math.isnan, at)):
        return [math.nan] * places
    result = agreed(entry, [mp.sign(t) * FAR if math.isinf(t) else t for t in at], parameters)
    if any(map(math.isinf, at)):
        result = [math.copysign(math.inf, v) if abs(v) > OVERFLOWN else mpf(0) if abs(v) < 1 / OVERFLOWN else v for v in result]
        result = [mpf(entry.limit[i]) if i in entry.limit else v for i, v in enumerate(result)]
    if len(at) == 1 and at[0] == 0:  # a zero has the sign of what is beside it; odd functions keep that of x
        beside = agreed(entry, [mp.mpf(math.copysign(1, at[0])) * TINY], parameters)
        odd = agreed(entry, [mpf(8)], parameters)[0] == -agreed(entry, [mpf(-8)], parameters)[0]
        if beside[0] == 0 and odd:
            beside[0] = mpf(math.copysign(1, at[0]))
        result = [-0.0 if v == 0 and b < 0 else v for v, b in zip(result, beside)]
    return result


# ---------------------------------------------------------------------------------------- zeros of derivatives, not at 0

def zeros_between(g, points):
    """Where g, given on rising points, passes through zero; jumps across it do not count."""
    zeros, before = [], None
    for t in points:
        v = g(t)
        if v == 0:
            continue
        if before and (before[1] > 0) != (v > 0):
            low, high = before, (t, v)
            while high[0] - low[0] > mpf(2)**-60 * max(1, abs(t)):
                middle = (low[0] + high[0]) / 2
                w = g(middle)
                if w == 0:
                    low = high = (middle, w)
                elif (w > 0) == (low[1] > 0):
                    low = (middle, w)
                else:
                    high = (middle, w)
            if max(abs(low[1]), abs(high[1])) < mpf(2)**-40 and abs(low[0]) > mpf(2)**-50:
                zeros.append(low[0])
        before = (t, v)
    return zeros


PERIODIC = ("sinc", "snake", "sine")
ZEROS = {}


def zeros_of(entry, x):
    """Interior zeros of f' and of f'': all of them, or those about x where there is no end of them."""
    around = x if entry.name in PERIODIC else None
    key = (entry.name, around)
    if key not in ZEROS:
        with mp.workprec(1300 if around is not None else 120):
            precision = mp.prec
            points = [mpf(around) + mpf(i) / 64 for i in range(-9, 10)] if around is not None else [mpf(i) / 16 for i in range(-256, 257)]
            memory = {}

            def at(t):
                if t not in memory:
                    memory[t] = jets(entry, [t], (), precision)
                return memory[t]
            second = zeros_between(lambda t: at(t)[2], points)
            touching = [z for z in second if abs(at(z)[1]) < mpf(2)**-50]  # as 1 + sin(2x) does
            ZEROS[key] = zeros_between(lambda t: at(t)[1], points) + touching, second
    return ZEROS[key]


def near_zero(entry, at):
    """For each place, whether that derivative has a zero, not at 0, within 1/8 of this input."""
    if not all(map(math.isfinite, at)):
        return [False] * len(PLACES[len(at)])
    if len(at) == 1:
        with mp.workprec(1300):
            return [False, *(any(abs(z - at[0]) <= mpf(1) / 8 for z in zeros) for zeros in zeros_of(entry, at[0]))]
    near = [False] * 6
    with mp.workprec(120):
        for i, t in enumerate(at):
            if abs(t) > 16:
                continue
            points = [mpf(t) + mpf(k) / 32 for k in range(-4, 5)]
            memory = {p: jets(entry, [p if i == j else u for j, u in enumerate(at)], (), 120) for p in points}
            for place in range(1, 6):
                again = lambda p: (memory.get(p) or jets(entry, [p if i == j else u for j, u in enumerate(at)], (), 120))[place]
                near[place] |= bool(zeros_between(again, points))
    return near


# -------------------------------------------------------------------------------------------------------------- points

def to_float(v):
    return struct.unpack("f", struct.pack("f", v))[0]


class Float:
    name, space, suffix = "float", "float32", "f"
    smallest, normal, largest = 2.0**-149, 2.0**-126, (2 - 2.0**-23) * 2.0**127
    tails = (3e38, -3e38, 17.0, 40.0, 80.0, 88.5, 88.75, -87.25, -88.5, -103.0, -104.0, -105.0)
    round = staticmethod(to_float)

    @staticmethod
    def step(v, up):
        bits = struct.unpack("i", struct.pack("f", v))[0]
        return struct.unpack("f", struct.pack("i", bits + (1 if (v > 0) == up else -1)))[0]


class Double:
    name, space, suffix = "double", "float64", ""
    smallest, normal, largest = 2.0**-1074, 2.0**-1022, sys.float_info.max
    tails = (1e300, -1e300, 1e-300, -1e-300, 1e-100, 17.0, 37.0, 80.0, 709.5, 710.0, -88.0, -103.0, -700.0, -708.5, -740.0, -745.0, -746.0)
    round = staticmethod(float)

    @staticmethod
    def step(v, up):
        return math.nextafter(v, math.inf if up else -math.inf)


BOTH_SIGNS = (1e-30, 1e-8, 1e-3, 0.1, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 100.0, 1e4, 1e30)


def points_of(entry, T):
    points = {math.inf: 0, -math.inf: 0}
    for v in (T.smallest, T.normal, T.largest, *BOTH_SIGNS):
        points |= {T.round(v): 0, T.round(-v): 0}
    for v in (-17.0, -40.0, -80.0, *T.tails, *entry.tails):
        if abs(v) <= T.largest:
            points[T.round(v)] = 0
    for k in map(float, entry.kinks):
        points |= {k: 0, T.step(k, True): 0, T.step(k, False): 0} if k else {}
    points.pop(0.0, None)  # what rounds to zero
    return sorted([-0.0, 0.0, *points], key=lambda v: (v, math.copysign(1, v))) + [math.nan]


def pairs_of(T):
    pairs = [(a, b) for a in (-10.0, -2.0, -0.75, 0.0, 0.5, 2.0, 10.0) for b in (-5.0, -1.0, -0.1, 0.0, 0.3, 1.0, 7.5)]
    pairs += [(1.0, 1.0), (-3.0, -3.0), (-1.0, 2.5), (3.0, 0.75), (1.5, -17.0), (-0.0, 1.0), (1.0, -0.0), (-0.0, -2.0)]
    pairs += [(-13.5, 1.0), (-14.2, 0.5), (-20.0, 3.0), (-40.0, 1.5), (-80.0, 1.0), (-100.0, 2.0), (1.0, -80.0), (2.0, -103.0), (2.0, 40.0)]
    pairs += [(100.0, 100.0), (1e4, -3.0), (1e30, 1.0), (1e30, 1e30), (1e30, 1e-30), (1e-30, 1e-30), (1e-8, 1e8), (-1e30, 2.0), (1.0, 1e30), (1.0, -1e30)]
    pairs += [(T.largest, 1.0), (T.largest, 0.5), (T.smallest, 1.0), (T.smallest, T.largest), (T.normal, 0.5), (1.0, T.smallest)]
    for seven in (7.0, T.step(7.0, True), T.step(7.0, False)):
        pairs += [(seven, 3.0), (seven, seven), (3.0, seven), (2.0, -seven)]
    if T is Double:
        pairs += [(-37.6, 1.0), (-38.45, 0.5), (-420.0, 2.0), (-712.0, 1.0), (1.0, -700.0), (2.0, -744.0), (1e300, 1e10), (1e-300, 1e-10)]
    pairs += [(a, b) for a in (math.inf, -math.inf) for b in (1.0, -2.0)] + [(a, b) for b in (math.inf, -math.inf) for a in (1.0, -2.0)]
    pairs += [(math.nan, 1.0), (math.nan, 0.0), (1.0, math.nan), (0.0, math.nan), (math.nan, math.nan)]
    return list({(literal(a), literal(b)): (a, b) for a, b in ((T.round(a), T.round(b)) for a, b in pairs)}.values())


# -------------------------------------------------------------------------------------------------------------- tables

def nearest(v):
    """The double nearest to an mpf, subnormals rounded once."""
    if isinstance(v, float):
        return v
    if not mp.isfinite(v):
        return float(v)
    sign, mantissa, exponent, bits = v._mpf_
    if bits + exponent < -1100:
        return -0.0 if sign else 0.0
    mantissa = int(mantissa)  # gmpy2's division is not Python's
    magnitude = float(mantissa << exponent) if exponent >= 0 else mantissa / (1 << -exponent)
    return -magnitude if sign else magnitude


def literal(v, suffix=""):
    if not math.isfinite(v):
        return ("-" if v < 0 else "") + ("NaN" if math.isnan(v) else "inf") + suffix
    if v == 0:
        return ("-0." if math.copysign(1, v) < 0 else "0.") + suffix if suffix or math.copysign(1, v) < 0 else "0"
    mantissa, exponent = math.frexp(v)
    digits = (2 * mantissa).hex().split("p")[0].rstrip("0").rstrip(".")
    return f"{digits}p{exponent - 1}{suffix}"


def expected(v, T, flags):
    """An expected<T> as C++ braces; flags: near_zero, unchecked."""
    top, half = (128, 103) if T is Float else (1024, 970)
    if mp.isfinite(v) and abs(v) >= mpf(2)**top - mpf(2)**half:
        assert abs(v) >= mpf(2)**top, "both infinity and the largest number would be within 1 ULP: choose another input"
        v = math.copysign(math.inf, v)
    hi, lo = nearest(v), 0.0
    if T is Double and mp.isfinite(v) and abs(hi) >= 2.0**-1022:
        with mp.workprec(2**15):
            rest = nearest(mpf(v) - mpf(hi))
        if rest:  # 24 bits of the rest are plenty
            mantissa, exponent = math.frexp(rest)
            lo = math.ldexp(round(mantissa * 2**24), exponent - 24)
    fields = [literal(hi)] + ([literal(lo)] if T is Double and (lo or any(flags)) else [])
    fields += ["true" if flag else "false" for flag in flags[:2 if flags[1] else 1 if flags[0] else 0]]
    return "{" + ", ".join(fields) + "}"


def depends(entry):
    """For each place, on which of the two numbers it depends."""
    numbers = (-9.5, -3.0, -0.7, 0.4, 2.0, 8.0)
    table = {(a, b): jets(entry, [a, b], (), 120) for a in numbers for b in numbers}
    differ = lambda place, line: any(abs(table[p][place] - table[line[0]][place]) > mpf(2)**-60 for p in line)
    return [(any(differ(i, [(a, b) for a in numbers]) for b in numbers), any(differ(i, [(a, b) for b in numbers]) for a in numbers)) for i in range(6)]


def unchecked(entry, at, dependence):
    if len(at) == 1:  # x + sin^2(x) has a limit at infinity, its derivatives have none
        endless = entry.name == "snake" and math.isinf(at[0])
        return [False, endless, endless or at[0] in entry.joints]
    if any(map(math.isnan, at)):  # a derivative need not see a NaN that is no longer in it
        return [not any(d[i] for i, t in enumerate(at) if math.isnan(t)) for d in dependence]
    if math.isinf(at[1]):         # 0 times infinity: 0 by the limit, NaN by the product
        return [v == 0 for v in agreed(entry, [at[0], mp.sign(at[1]) * FAR])]
    return [False] * 6


def rows_of(entry, T):
    gated = entry.name in TWO
    dependence = depends(entry) if gated else None
    for at in pairs_of(T) if gated else [(x,) for x in points_of(entry, T)]:
        places = exact(entry, at)
        flags = zip(near_zero(entry, at), unchecked(entry, at, dependence))
        values = [expected(v, T, flag) for v, flag in zip(places, flags)]
        yield "    {" + ", ".join([literal(t, T.suffix) for t in at] + values) + "},\n"


SPDX = "// SPDX-FileCopyrightText: 2026 The hillock authors\n// SPDX-License-Identifier: BSL-1.0\n\n"
WRITTEN = "// Written by catalogue_reference.py; not to be edited by hand.\n"


def table(T, name):
    kind = "row2" if name == "gated" else "row"
    order = ", ".join((["a", "b"] if name == "gated" else ["x"]) + list(PLACES[2 if name == "gated" else 1]))
    text = SPDX + WRITTEN + f"// {{{order}}}, default parameters; see ulp.hpp.\n#pragma once\n\n#include \"ulp.hpp\"\n\n"
    text += f"// clang-format off\nnamespace reference::{T.space} {{\n\n"
    for entry in GROUPS[name]:
        rows = "".join(rows_of((ONE | TWO)[entry], T))
        text += f"inline constexpr {kind}<{T.name}> {entry}[] = {{\n{rows}}};\n\n"
    return text + f"}} // namespace reference::{T.space}\n// clang-format on\n"


def names():
    text = SPDX + WRITTEN + "// The entries, to be listed by a macro of one argument: #define CHECK(name) ...\n#pragma once\n\n// clang-format off\n"
    for group_name, entries in GROUPS.items():
        text += f"#define HILLOCK_REFERENCE_{group_name.upper()}(entry) \\\n" + " \\\n".join(f"    entry({n})" for n in entries) + "\n\n"
    for macro, kind in [("ONE_NUMBER", ONE), ("TWO_NUMBERS", TWO)]:
        groups = [g.upper() for g, entries in GROUPS.items() if entries[0] in kind]
        text += f"#define HILLOCK_REFERENCE_{macro}(entry) \\\n" + " \\\n".join(f"    HILLOCK_REFERENCE_{g}(entry)" for g in groups) + "\n\n"
    return text + "// clang-format on\n"


def files():
    result = {"names.hpp": names()}
    for T in (Float, Double):
        parts = [f"{T.space}_{name}.hpp" for name in GROUPS]
        result |= {part: table(T, name) for part, name in zip(parts, GROUPS)}
        result[f"reference_{T.name}.hpp"] = SPDX + WRITTEN + "#pragma once\n\n" + "".join(f'#include "{p}"\n' for p in sorted(["names.hpp", *parts]))
    return result


def main(arguments):
    if arguments and arguments[0] in ONE | TWO:
        entry = (ONE | TWO)[arguments[0]]
        count = 2 if entry.name in TWO else 1
        at, parameters = list(map(float, arguments[1:1 + count])), list(map(Q, arguments[1 + count:]))
        for place, v in zip(PLACES[count], exact(entry, at, parameters)):
            print(place, "=", mp.nstr(mpf(v), 40))
        return 0
    if arguments not in ([], ["--check"]):
        print(__doc__)
        return 2
    stale = []
    for name, text in files().items():
        path = HERE / name
        if not arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print("not what catalogue_reference.py writes:", *stale)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
