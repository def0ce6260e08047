package org.dssl.domain.reference;

import org.dssl.domain.reference.Broadcasting.Kernel;

/** The inner loops of operations on two operands. */
final class Arithmetic {
    private Arithmetic() {}

    static final Kernel ADD = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = a.values[a.at + c * a.step] + b.values[b.at + c * b.step];
        }
    };

    static final Kernel SUBTRACT = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = a.values[a.at + c * a.step] - b.values[b.at + c * b.step];
        }
    };

    static final Kernel MULTIPLY = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = a.values[a.at + c * a.step] * b.values[b.at + c * b.step];
        }
    };

    static final Kernel DIVIDE = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = a.values[a.at + c * a.step] / b.values[b.at + c * b.step];
        }
    };

    static final Kernel MAXIMUM = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = Math.max(a.values[a.at + c * a.step], b.values[b.at + c * b.step]);
        }
    };

    /** 1 where a ≥ b, else 0. */
    static final Kernel AT_LEAST = (a, b, out, from, count) -> {
        for (int c = 0; c < count; c++) {
            out[from + c] = a.values[a.at + c * a.step] >= b.values[b.at + c * b.step] ? 1 : 0;
        }
    };

    /** log(1 + exp(x)), where exp cannot overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
