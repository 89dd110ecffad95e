#!/usr/bin/python3
"""The training engine, built natively, beside its reference and PyTorch, as a Markdown table.

  apt-get install python3-torch libopenblas0-pthread
  ninja -C build/native bench_turns
  /usr/bin/python3 web/tools/bench/pytorch.py [--work W2,W4] [--budget 0.6] [--keep samples.json]
                                              [--check]

One thread, float32. Sample by sample in turn with ours, which runs in a process of its own and
stands still meanwhile. --keep adds samples to those of a file, --check prints what each work trains.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path


def blas_kernels():
    """The kernels of OpenBLAS for this processor: of those it does not know it believes the worst."""
    with open("/proc/cpuinfo", encoding="ascii") as file:
        flags = set(next((line for line in file if line.startswith("flags")), "").split())
    if {"avx512f", "avx512dq", "avx512bw", "avx512vl"} <= flags:
        return "SkylakeX"
    return "Haswell" if {"avx2", "fma"} <= flags else None


# Read when the libraries are loaded.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
if blas_kernels():
    os.environ.setdefault("OPENBLAS_CORETYPE", blas_kernels())

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
except ImportError:
    sys.exit("PyTorch is not installed for this Python (Debian: python3-torch, for /usr/bin/python3): "
             "nothing was measured.")

ROOT = Path(__file__).resolve().parents[3]
TURNS = ROOT / "build" / "native" / "tests" / "bench" / "bench_turns"
WORK = ["W1_256", "W1_512", "W2", "W3", "W3bn", "W4", "W5", "W6", "W7", "W7_100", "W8_fwd", "W8_dx",
        "W8_dw", "W8_bwd", "W8_16", "W9", "W9_96", "W10", "W10_glyphs", "W11"]
SAMPLE_MS = 20


def blas():
    """The libraries with BLAS in their names that this process has loaded."""
    with open("/proc/self/maps", encoding="utf8") as file:
        paths = {line.split()[-1] for line in file if "blas" in line and "/" in line}
    return sorted({Path(path).name for path in paths})


class Training:
    """Steps of an optimiser on what `loss` gives."""

    def __init__(self, modules, rule, loss, clip=None, turns=(None,)):
        self.weights = [p for m in modules for p in m.parameters()]
        self.rule, self.loss, self.clip, self.turns = rule(self.weights), loss, clip, turns
        self.last = None

    def __call__(self):
        for turn in self.turns:
            self.rule.zero_grad(set_to_none=True)
            self.last = self.loss() if turn is None else self.loss(turn)
            self.last.backward()
            if self.clip:
                nn.utils.clip_grad_norm_(self.weights, self.clip)
            self.rule.step()

    def facts(self):
        return sum(w.numel() for w in self.weights), float(self.last)


def product(n):
    a, b = torch.randn(n, n), torch.randn(n, n)
    return lambda: a @ b


def dense_net():
    net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
    x, y = torch.rand(64, 784), torch.randint(10, (64,))
    return Training([net], lambda p: torch.optim.SGD(p, 0.01), lambda: F.cross_entropy(net(x), y))


def deep_net(normed):
    layers = []
    for i in range(100):
        layers.append(nn.Linear(2 if i == 0 else 32, 32, bias=not normed))
        layers += [nn.BatchNorm1d(32), nn.Tanh()] if normed else [nn.Tanh()]
    net = nn.Sequential(*layers, nn.Linear(32, 1))
    x, y = torch.randn(64, 2), torch.randint(2, (64, 1)).float()
    return Training([net], lambda p: torch.optim.SGD(p, 1e-3),
                    lambda: F.binary_cross_entropy_with_logits(net(x), y))


def conv_net():
    net = nn.Sequential(nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
                        nn.Conv2d(8, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3), nn.Flatten(),
                        nn.Linear(256, 10))
    x, y = torch.rand(20, 1, 24, 24), torch.randint(10, (20,))
    return Training([net], lambda p: torch.optim.Adadelta(p, 1, 0.95, 1e-6),
                    lambda: F.cross_entropy(net(x), y))


def points():
    net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 2), nn.Tanh(), nn.Linear(2, 1),
                        nn.Tanh())
    x, y = torch.randn(25, 10, 2), torch.randint(2, (25, 10, 1)).float() * 2 - 1
    return Training([net], lambda p: torch.optim.SGD(p, 0.03),
                    lambda i: 0.5 * F.mse_loss(net(x[i]), y[i]), turns=range(25))


def autoencoder(encoder, code, latent, decoder, x, rate, unlike):
    """`unlike` is a sum over examples and features."""
    mean, spread = nn.Linear(code, latent), nn.Linear(code, latent)

    def loss():
        h = encoder(x)
        m, v = mean(h), spread(h)
        out = decoder(m + torch.exp(0.5 * v) * torch.randn_like(m))
        kl = 0.5 * (m * m + v.exp() - 1 - v).sum()
        return (unlike(out, x) + kl) / len(x)

    return Training([encoder, mean, spread, decoder], lambda p: torch.optim.Adam(p, rate), loss)


def bernoulli(out, x):
    return F.binary_cross_entropy_with_logits(out, x, reduction="sum")


def wide_autoencoder():
    encoder = nn.Sequential(nn.Linear(784, 256), nn.ReLU())
    decoder = nn.Sequential(nn.Linear(8, 256), nn.ReLU(), nn.Linear(256, 784))
    return autoencoder(encoder, 256, 8, decoder, torch.rand(64, 784), 1e-3, bernoulli)


def autoencoder_of_lab(seen, wide, x, unlike):
    encoder = nn.Sequential(nn.Linear(seen, wide), nn.ReLU(), nn.Linear(wide, 64), nn.ReLU())
    decoder = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, wide), nn.ReLU(),
                            nn.Linear(wide, seen))
    return autoencoder(encoder, 64, 2, decoder, x, 3e-3, unlike)


def gaussian(out, x):
    return F.mse_loss(out, x, reduction="sum") * (0.5 / 0.0025)


def recurrent(times, batch=32):
    enter, turn = nn.Linear(32, 64), nn.Linear(64, 64, bias=False)
    leave = nn.Linear(64, 32)
    x, y = torch.randn(times, batch, 32), torch.randint(32, (times * batch,))

    def loss():
        states = []
        for entering in enter(x):
            states.append(torch.tanh(entering + turn(states[-1]) if states else entering))
        return F.cross_entropy(leave(torch.cat(states)), y)

    return Training([enter, turn, leave], lambda p: torch.optim.SGD(p, 0.01), loss)


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.mix = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width)
        self.net = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x, later):
        batch, tokens, width = x.shape
        qkv = self.qkv(self.before(x)).view(batch, tokens, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + later
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, tokens, width)
        x = x + self.mix(seen)
        return x + self.net(self.between(x))


def language(width, context, batch):
    table, last = nn.Embedding(27, width), nn.LayerNorm(width)
    blocks, output = nn.ModuleList([Block(width, 4), Block(width, 4)]), nn.Linear(width, 27)
    x, y = torch.randint(27, (batch, context)), torch.randint(27, (batch * context,))
    later = torch.full((context, context), -1e9).triu(1)

    def loss():
        h = table(x)
        for block in blocks:
            h = block(h, later)
        return F.cross_entropy(output(last(h)).view(-1, 27), y)

    return Training([table, blocks, last, output],
                    lambda p: torch.optim.AdamW(p, 3e-3, (0.9, 0.99), weight_decay=0.01), loss, clip=1)


def convolution(what, side=28, inputs=16, outputs=32):
    x, dy = torch.randn(16, inputs, side, side), torch.randn(16, outputs, side, side)
    w = torch.randn(outputs, inputs, 3, 3)
    masks = {"dx": (True, False), "dw": (False, True), "both": (True, True), "all": (True, True)}

    def run():
        if what in ("forward", "all"):
            F.conv2d(x, w, padding=1)
        if what != "forward":
            torch.ops.aten.convolution_backward(dy, x, w, None, [1, 1], [1, 1], [1, 1], False,
                                                [0, 0], 1, [*masks[what], False])

    return run


class SuperResolution:
    """A step of the discriminator, one of the generator, and the average of its weights."""

    def __init__(self):
        def conv(a, b, k=3, stride=1):
            return nn.Conv2d(a, b, k, stride, 1)

        self.first, self.last = conv(1, 16), conv(16, 1)
        self.blocks = nn.ModuleList(
            [nn.Sequential(conv(16, 16), nn.ReLU(), conv(16, 16)) for _ in range(2)])
        self.judge = nn.Sequential(conv(1, 16, 4, 2), nn.LeakyReLU(0.2), conv(16, 32, 4, 2),
                                   nn.LeakyReLU(0.2), conv(32, 1))
        self.mine = [p for m in (self.first, self.blocks, self.last) for p in m.parameters()]
        self.theirs = list(self.judge.parameters())
        self.average = [p.detach().clone() for p in self.mine]
        self.rules = [torch.optim.Adam(p, 5e-4, (0.5, 0.99)) for p in (self.theirs, self.mine)]
        self.x, self.real = torch.rand(16, 1, 16, 16), torch.rand(16, 1, 32, 32)
        self.enlarge = torch.rand(32, 16)
        self.loss = None

    def made(self):
        h = F.relu(self.first(self.x))
        for block in self.blocks:
            h = h + block(h)
        return self.enlarge @ self.x @ self.enlarge.T + self.last(F.interpolate(h, scale_factor=2))

    def __call__(self):
        made = self.made()
        self.rules[0].zero_grad(set_to_none=True)
        told_apart = (self.judge(self.real) - 1).square().mean() + self.judge(
            made.detach()).square().mean()
        told_apart.backward()
        self.rules[0].step()
        for p in self.theirs:
            p.requires_grad_(False)
        self.rules[1].zero_grad(set_to_none=True)
        off = (F.avg_pool2d(made, 2) - self.x).abs().mean()
        self.loss = 0.1 * (self.judge(made) - 1).square().mean() + 10 * off
        self.loss.backward()
        self.rules[1].step()
        for p in self.theirs:
            p.requires_grad_(True)
        with torch.no_grad():
            torch._foreach_mul_(self.average, 0.99)
            torch._foreach_add_(self.average, self.mine, alpha=0.01)

    def facts(self):
        return sum(w.numel() for w in self.mine + self.theirs), float(self.loss)


WORKS = {
    "W1_256": lambda: product(256), "W1_512": lambda: product(512), "W2": dense_net,
    "W3": lambda: deep_net(False), "W3bn": lambda: deep_net(True), "W4": conv_net, "W5": points,
    "W6": wide_autoencoder, "W7": lambda: recurrent(60), "W7_100": lambda: recurrent(100),
    "W8_fwd": lambda: convolution("forward"), "W8_dx": lambda: convolution("dx"),
    "W8_dw": lambda: convolution("dw"), "W8_bwd": lambda: convolution("both"),
    "W8_16": lambda: convolution("all", 16, 16, 16), "W9": lambda: language(32, 24, 32),
    "W9_96": lambda: language(96, 64, 16),
    "W10": lambda: autoencoder_of_lab(2, 64, torch.randn(128, 2), gaussian),
    "W10_glyphs": lambda: autoencoder_of_lab(256, 128, torch.randint(2, (128, 256)).float(), bernoulli),
    "W11": SuperResolution,
}


class Turns:
    """Our program and the reference's, which run when they are asked to."""

    def __init__(self):
        if not TURNS.exists():
            sys.exit(f"{TURNS.relative_to(ROOT)} is missing: ninja -C build/native bench_turns")
        self.child = subprocess.Popen([TURNS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def of(self, side, work):
        def ms(times):
            self.child.stdin.write(f"{side} {work} {times}\n")
            self.child.stdin.flush()
            line = self.child.stdout.readline().strip()
            return None if line == "none" else float(line)
        return ms


def here(run):
    def ms(times):
        start = time.perf_counter()
        for _ in range(times):
            run()
        return (time.perf_counter() - start) * 1000 / times
    return ms


def runs_of_sample(ms):
    """Warms up; how many runs take as long as a sample shall, or None where there is no such work."""
    if ms(1) is None:
        return None
    return max(1, min(5000, round(SAMPLE_MS / max(min(ms(1), ms(2), ms(2)), 1e-4))))


def measured(peers, budget):
    """A row of numbers for each round: of each peer the milliseconds of one run, or None."""
    runs = [runs_of_sample(ms) for ms in peers]
    rows, start = [], time.perf_counter()
    while len(rows) < 5 or (len(rows) < 100 and time.perf_counter() - start < budget):
        rows.append([n and ms(n) for ms, n in zip(peers, runs)])
    return rows


def quantile(values, q):
    return sorted(values)[round(q * (len(values) - 1))]


def spread(values):
    if None in values:
        return "–"
    return f"{min(values):.3g} ({quantile(values, 0.5):.3g})"


def ratio(ours, other):
    if None in other:
        return "–"
    middle = quantile([a / b for a, b in zip(ours, other)], 0.5)
    return f"{middle:.2f}" if middle >= 0.1 else f"{middle:.2g}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", default=",".join(WORK))
    parser.add_argument("--budget", type=float, default=1.0, help="seconds for each work")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(7)
    ids = [i for i in WORK if i in args.work.split(",")]
    if args.check:
        for i in ids:
            run = WORKS[i]()
            run()
            if hasattr(run, "facts"):
                weights, before = run.facts()
                for _ in range(49):
                    run()
                print(i, weights, "weights, loss", before, "->", run.facts()[1])
        return
    found = json.loads(args.keep.read_text()) if args.keep and args.keep.exists() else {}
    turns = Turns()
    for i in ids:
        peers = [turns.of("ours", i), turns.of("reference", i), here(WORKS[i]())]
        found.setdefault(i, []).extend(measured(peers, args.budget))
        print(i, file=sys.stderr)
        if args.keep:
            args.keep.write_text(json.dumps(found))
    print(f"PyTorch {torch.__version__} with {', '.join(blas()) or 'no BLAS'}"
          f" ({os.environ.get('OPENBLAS_CORETYPE', 'kernels of its own choice')}),"
          f" oneDNN {'on' if torch.backends.mkldnn.is_available() else 'off'}, one thread.\n")
    print("| work | ours | reference | PyTorch | ours / reference | ours / PyTorch |")
    print("| --- | --- | --- | --- | --- | --- |")
    for i in [i for i in WORK if i in found]:
        ours, reference, pytorch = zip(*found[i])
        print(f"| {i} | {spread(ours)} | {spread(reference)} | {spread(pytorch)} "
              f"| {ratio(ours, reference)} | {ratio(ours, pytorch)} |")


main()
