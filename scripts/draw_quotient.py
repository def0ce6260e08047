#!/usr/bin/env python3
"""Draws docs/images/quotient.svg: Bi2Te3 (mp-34202), its colour refinement and its quotient.

    ./dssl inspect builtin:elastic-binaries | scripts/draw_quotient.py > docs/images/quotient.svg

Positions on the page are set here; counts and lengths are those of the input, and the script stops if they are not the
ones that the drawing has room for.
"""

import json
import sys
from collections import Counter

CRYSTAL = "mp-34202"
ROWS = [104, 178, 252, 326, 400]  # the five atoms of a layer, from above
STYLE = """
.card{fill:#fdfdfc;stroke:#d9d9d4}
text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;font-size:14px;fill:#1f2328}
.head{font-size:16px;font-weight:600}
.quiet{fill:#59636e;font-size:13px}
.symbol{text-anchor:middle;font-weight:600;fill:#fff}
.mid{text-anchor:middle}
.end{text-anchor:end}
.line{fill:none;stroke:#7d8590;stroke-width:1.5}
.gap{stroke-dasharray:4 3}
.bi{fill:#8250a8}.te{fill:#b35900}.te2{fill:#0f766e}
.rule{stroke:#d9d9d4}
.tip{fill:#7d8590}
@media (prefers-color-scheme:dark){
.card{fill:#15191f;stroke:#3d444d}
text{fill:#e6edf3}
.quiet{fill:#9aa4af}
.symbol{fill:#fff}
.line{stroke:#8b949e}
.bi{fill:#8957b5}.te{fill:#b8620f}.te2{fill:#14807a}
.rule{stroke:#3d444d}
.tip{fill:#8b949e}
}"""


def read():
    crystals = json.load(sys.stdin)
    crystals = crystals if isinstance(crystals, list) else [crystals]
    return next(c for c in crystals if c["id"] == CRYSTAL)


def layer(crystal):
    """The atoms from above, found by who is bonded to whom, and the four lengths, rising."""
    edges = crystal["graph"]["edges"]
    count = Counter((e["source"], e["target"], round(e["distance"], 2)) for e in edges)
    short, middle, gap, own = sorted({d for *_, d in count})
    centre = next(a for (a, b, d) in count if d == middle and count[a, b, d] == 3
                  and sum(c for (s, _, l), c in count.items() if s == a and l == middle) == 6)
    bismuths = sorted(b for (a, b, d) in count if a == centre and d == middle)
    outer = [next(b for (a, b, d) in count if a == bi and d == short) for bi in bismuths]
    atoms = [outer[0], bismuths[0], centre, bismuths[1], outer[1]]
    expected = Counter()
    for one, other, d in zip(atoms, atoms[1:], (short, middle, middle, short)):
        expected[one, other, d] = expected[other, one, d] = 3
    expected[atoms[0], atoms[4], gap] = expected[atoms[4], atoms[0], gap] = 3
    for a in atoms:
        expected[a, a, own] = 6
    assert count == expected, "another graph than the drawing shows"
    return atoms, (short, middle, gap, own)


def text(x, y, words, kind=""):
    return f'<text x="{x}" y="{y}" class="{kind}">{words}</text>'


def node(x, y, symbol, kind):
    return f'<circle cx="{x}" cy="{y}" r="16" class="{kind}"/>' + text(x, y + 5, symbol, "symbol")


def curve(x1, y1, cx, cy, x2, y2, kind="line", tip=False):
    end = ' marker-end="url(#tip)"' if tip else ""
    return f'<path d="M{x1} {y1}Q{cx} {cy} {x2} {y2}" class="{kind}"{end}/>'


def bundle(x, top, bottom, kind="line"):
    """Three bonds between two atoms, one above the other."""
    middle = (top + bottom) / 2
    return [curve(x + s / 3, top, x + 1.5 * s, middle, x + s / 3, bottom, kind) for s in (-14, 0, 14)]


def loop(x, y, size, tip=False):
    """From the right of an atom back to it."""
    end = ' marker-end="url(#tip)"' if tip else ""
    spread = size * 0.42
    return f'<path d="M{x + 13} {y - 10}C{x + 13 + size} {y - 10 - spread} {x + 13 + size} {y + 10 + spread} {x + 14} {y + 9}" class="line"{end}/>'


def graph(lengths):
    x = 118
    short, middle, gap, own = lengths
    out = [text(24, 40, "The graph: 5 atoms, 60 edges", "head")]
    out += [f'<path d="M{x + s / 3} {y}L{x + s} {y + by}" class="line gap"/>'
            for s in (-14, 0, 14) for y, by in ((ROWS[0] - 16, -26), (ROWS[4] + 16, 26))]
    for top, bottom, d in zip(ROWS, ROWS[1:], (short, middle, middle, short)):
        out += bundle(x, top + 16, bottom - 16)
        out.append(text(x - 30, (top + bottom) / 2 + 5, f"{d:.2f} Å", "quiet end"))
    out.append(text(x + 26, 72, f"{gap:.2f} Å, layer above", "quiet"))
    out.append(text(x + 26, 446, f"{gap:.2f} Å, layer below", "quiet"))
    for y, symbol in zip(ROWS, ("Te", "Bi", "Te", "Bi", "Te")):
        out += [loop(x, y, size) for size in (30, 48, 66)]
        out.append(node(x, y, symbol, "bi" if symbol == "Bi" else "te"))
    out.append(text(x + 72, ROWS[0] + 5, f"{own:.2f} Å", "quiet"))
    out.append(text(24, 480, "A line is two edges, one each way;", "quiet"))
    out.append(text(24, 498, "a loop leads to the atom’s own images.", "quiet"))
    return out


def refinement(lengths):
    short, middle, gap, own = (f"{d:.2f}" for d in lengths)
    outer = (f"3 Bi at {short}, 3 Te at {gap},", f"6 Te at {own}")
    bismuth = (f"3 Te at {short}, 3 Te at {middle},", f"6 Bi at {own}")
    centre = (f"6 Bi at {middle},", f"6 Te at {own}")
    left, right = 346, 606
    out = [text(330, 40, "Colour refinement: 3 colours", "head")]
    out += [text(left, 70, "element", "quiet mid"), text(380, 70, "neighbours, Å", "quiet"),
            text(right, 70, "colour", "quiet mid")]
    kinds = ("te", "bi", "te2", "bi", "te")
    for y, symbol, said, kind in zip(ROWS, ("Te", "Bi", "Te", "Bi", "Te"), (outer, bismuth, centre, bismuth, outer), kinds):
        out.append(node(left, y, symbol, "bi" if symbol == "Bi" else "te"))
        out += [text(380, y - 3, said[0]), text(380, y + 15, said[1])]
        out.append(node(right, y, symbol, kind))
    for line, words in enumerate((
            "The middle Te has other neighbours than the",
            "outer two: it gets a colour of its own. Another",
            "round tells no more apart. Atoms of one colour",
            "have equal vectors in every layer.")):
        out.append(text(330, 462 + 18 * line, words, "quiet"))
    return out


def quotient(crystal, lengths):
    short, middle, gap, own = lengths
    tree = crystal["quotient"]
    count = {(e["source"], e["target"], round(e["distance"], 2)): e["multiplicity"] for e in tree["edges"]}
    times = {c["class"]: c["multiplicity"] for c in tree["classes"]}
    bi = next(c["class"] for c in tree["classes"] if c["element"] == "Bi")
    outer, centre = sorted((c for c in times if c != bi), key=lambda c: -times[c])
    assert len(count) == 8 and times == {bi: 2, outer: 2, centre: 1}
    x, (top, mid, bottom) = 762, (120, 252, 384)
    out = [text(672, 40, "The quotient: 3 atoms, 8 edges", "head")]
    for a, b, ya, yb, d in ((outer, bi, top, mid, short), (bi, centre, mid, bottom, middle)):
        out.append(curve(x - 9, ya + 15, x - 24, (ya + yb) / 2, x - 10, yb - 18, tip=True))
        out.append(curve(x + 9, yb - 15, x + 24, (ya + yb) / 2, x + 10, ya + 18, tip=True))
        out.append(text(x - 26, yb - 28, f"×{count[b, a, d]}", "end"))
        out.append(text(x + 26, ya + 38, f"×{count[a, b, d]}"))
        out.append(text(x - 26, (ya + yb) / 2, f"{d:.2f} Å", "quiet end"))
    for y, symbol, kind, c in ((top, "Te", "te", outer), (mid, "Bi", "bi", bi), (bottom, "Te", "te2", centre)):
        out.append(loop(x, y, 62, tip=True))
        out.append(text(x + 66, y + 5, f"×{count[c, c, own]}"))
        out.append(text(x + 92, y + 5, f"{own:.2f} Å", "quiet"))
        out.append(node(x, y, symbol, kind))
        out.append(text(x - 26, y + 5, f"μ = {times[c]}", "end"))
    out.append(f'<path d="M{x - 10} {top - 13}C{x - 36} {top - 52} {x + 36} {top - 52} {x + 11} {top - 16}" class="line gap" marker-end="url(#tip)"/>')
    out.append(text(x + 34, top - 30, f"×{count[outer, outer, gap]}"))
    out.append(text(x + 60, top - 30, f"{gap:.2f} Å", "quiet"))
    for line, words in enumerate((
            "An arrow ends at the atom that receives, × says",
            "how often; μ is how many atoms one stands for.",
            "Both ways count the same bonds: 2·3 = 2·3",
            "(Te and Bi), 2·3 = 1·6 (Bi and the middle Te).")):
        out.append(text(672, 462 + 18 * line, words, "quiet"))
    return out


def main():
    crystal = read()
    atoms, lengths = layer(crystal)
    assert len(crystal["graph"]["edges"]) == 60 and len(atoms) == 5
    parts = graph(lengths) + refinement(lengths) + quotient(crystal, lengths)
    rules = [f'<path d="M{x} 24V516" class="rule"/>' for x in (310, 652)]
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 540" role="img" aria-labelledby="t">'
          f'<title id="t">Bi2Te3 as a graph of 5 atoms and 60 edges, its colour refinement to three classes, and its '
          f'quotient of 3 atoms and 8 edges with multiplicities</title><style>{STYLE}</style>'
          '<defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" '
          'orient="auto"><path d="M0 0 8 4 0 8Z" class="tip"/></marker></defs>'
          '<rect x=".5" y=".5" width="999" height="539" rx="10" class="card"/>')
    print("\n".join(rules + parts))
    print("</svg>")


if __name__ == "__main__":
    main()
