package org.dssl.app.matbench;

/**
 * Which crystal Matbench tests in which fold: the shuffled {@code KFold(5, random_state=18012019)} of scikit-learn over the
 * crystals' indices, which fixes the folds of every regression task without a file.
 */
final class OfficialFolds {
    static final int FOLDS = 5;
    private static final int SEED = 18_012_019;

    private OfficialFolds() {}

    /** The fold in which each crystal is tested; (samples). */
    static int[] of(int samples) {
        int[] order = shuffled(samples);
        int[] folds = new int[samples];
        int next = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int size = samples / FOLDS + (fold < samples % FOLDS ? 1 : 0);
            for (int i = 0; i < size; i++) {
                folds[order[next++]] = fold;
            }
        }
        return folds;
    }

    /** Fisher and Yates from the end, as NumPy's {@code RandomState.shuffle}. */
    private static int[] shuffled(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        MersenneTwister random = new MersenneTwister(SEED);
        for (int i = size - 1; i > 0; i--) {
            int j = random.upTo(i);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
