package org.dssl.plugins.pretext;

import java.util.Arrays;
import java.util.Map;
import org.dssl.domain.reference.ReferenceAlgebra;
import org.dssl.domain.reference.Tensor;
import org.dssl.ports.spi.Outputs;
import org.dssl.ports.spi.PretextTask;
import org.dssl.ports.spi.Targets;

/**
 * What heads give and labels say for crystals of one view, written down; projections leave what they are given.
 *
 * @param heads rows of each crystal, by the head's name
 * @param labels rows of each crystal, by the label's name
 * @param known weight of each crystal's labels
 */
record GivenBatch(Map<String, double[][]> heads, Map<String, double[][]> labels, double... known) {
    private static final ReferenceAlgebra ALGEBRA = ReferenceAlgebra.withoutGradients();

    double loss(PretextTask task) {
        return task.loss(ALGEBRA, new GivenOutputs(), new GivenTargets()).value();
    }

    private static Tensor tensor(double[][] rows) {
        int columns = rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return ALGEBRA.constant(values, rows.length, columns);
    }

    private final class GivenOutputs implements Outputs<Tensor> {
        @Override
        public Tensor of(String head, int view) {
            return tensor(heads.get(head));
        }

        @Override
        public Tensor crystals(int view) {
            throw new AssertionError("no encoder here");
        }

        @Override
        public Tensor crystalWeights(int view) {
            double[] ones = new double[known.length];
            Arrays.fill(ones, 1);
            return ALGEBRA.constant(ones, known.length, 1);
        }

        @Override
        public Tensor sumOverAtoms(Tensor perAtom, int view) {
            throw new AssertionError("no atoms here");
        }

        @Override
        public Tensor atomCounts(int view) {
            throw new AssertionError("no atoms here");
        }

        @Override
        public Tensor project(String name, Tensor x, Integer... widths) {
            return x;
        }
    }

    private final class GivenTargets implements Targets<Tensor> {
        @Override
        public Tensor of(String label, int view) {
            return tensor(labels.get(label));
        }

        @Override
        public Tensor weights(String label, int view) {
            return ALGEBRA.constant(known, known.length, 1);
        }
    }
}
