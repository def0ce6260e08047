package org.dssl.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.app.finetune.Variant;
import org.dssl.app.training.RunContext;
import org.dssl.domain.statistics.PrincipalComponents;
import org.dssl.domain.train.Fold;
import org.dssl.ports.run.EmbeddingMap;
import org.dssl.ports.run.RunFolder;

/** Maps of the test crystals of a fold, as the fine-tuned networks embed them: one pass without gradients for each variant. */
record EmbeddingMaps(RunContext context, LabelledSet data) {
    /** More points than that hide one another, and would cost time. */
    private static final int CRYSTALS = 2000;

    private static final int FEWEST = 3;
    private static final MathContext DIGITS = new MathContext(5);

    /** Leaves the maps that are there. */
    void write(List<Variant> variants, Fold fold) {
        List<PreparedCrystal> crystals = chosen(fold.test());
        if (crystals.size() < FEWEST) {
            return;
        }
        RunFolder folder = context.folder();
        for (Variant variant : variants) {
            if (folder.embedding(variant.name(), fold.name()).isEmpty()) {
                folder.writeEmbedding(variant.name(), fold.name(), map(variant, fold, crystals));
            }
        }
    }

    /** Evenly, since a test part may be sorted. */
    private List<PreparedCrystal> chosen(int[] rows) {
        int count = Math.min(CRYSTALS, rows.length);
        return IntStream.range(0, count)
                .map(i -> rows[(int) ((long) i * rows.length / count)])
                .mapToObj(data.data().crystals()::get)
                .toList();
    }

    private EmbeddingMap map(Variant variant, Fold fold, List<PreparedCrystal> crystals) {
        EmbeddingModel model = EmbeddingModel.ofPart(context.config(), context.folder(), variant.name(), fold.name());
        double[][] rows;
        try (Embedder embedder = new Embedder(
                model,
                context.config().graph().options(),
                context.backend(),
                context.config().seed())) {
            rows = embedder.embedPrepared(crystals);
        }
        PrincipalComponents components = PrincipalComponents.of(rows, Math.min(2, rows[0].length));
        List<String> ids = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double[] at = components.project(rows[i]);
            ids.add(crystals.get(i).crystal().id());
            x.add(rounded(at[0]));
            y.add(at.length > 1 ? rounded(at[1]) : 0);
        }
        List<Double> explained = IntStream.range(0, components.variances().length)
                .mapToObj(i -> rounded(components.explained(i)))
                .toList();
        return new EmbeddingMap(rows[0].length, explained, ids, x, y);
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
