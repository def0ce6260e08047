package org.dssl.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.StudySummary;

/** The error against the number of labels, from scratch and pretrained: a column for each share of the training parts. */
public final class LearningCurve {
    private LearningCurve() {}

    /**
     * @param shares above 0, at most 1
     * @throws InvalidInputException if the file has no fine-tuning, or nothing to start from
     */
    public static Study of(
            RunConfigReader reader, Path yaml, List<String> overrides, List<Double> shares, Path folder) {
        RunConfig config = reader.read(yaml, overrides);
        boolean elsewhere = config.encoder().pretrained() != null;
        if (config.finetune().isEmpty() || config.pretrain().isEmpty() && !elsewhere) {
            throw new InvalidInputException(
                    yaml.toString(), "a learning curve needs finetune, and pretrain or encoder.pretrained.");
        }
        Path pretrained = elsewhere ? Path.of(config.encoder().pretrained()) : folder.resolve("pretrained");
        List<Trial> pretrainings = elsewhere
                ? List.of()
                : List.of(new Trial("pretraining", yaml, with(overrides, "finetune=off"), pretrained));
        List<Trial> scratch = new ArrayList<>();
        List<Trial> tuned = new ArrayList<>();
        int epochs = config.finetune().orElseThrow().epochs();
        for (double share : shares) {
            List<String> settings = with(overrides, budget(epochs, share));
            scratch.add(trial(yaml, settings, share, folder, "from-scratch", "encoder.pretrained=null"));
            tuned.add(trial(yaml, settings, share, folder, "pretrained", "encoder.pretrained=" + pretrained));
        }
        return new Study(
                StudySummary.Kind.LEARNING_CURVE,
                folder,
                folder.getFileName().toString(),
                pretrainings,
                shares.stream()
                        .map(share -> new Study.Column(percent(share) + " of the labels", share))
                        .toList(),
                List.of(
                        new Study.Row("from-scratch", "From scratch", scratch),
                        new Study.Row("pretrained", "Pretrained", tuned)));
    }

    private static Trial trial(
            Path yaml, List<String> overrides, double share, Path folder, String variant, String start) {
        List<String> settings =
                with(overrides, "pretrain=off", "finetune.compare=[]", "finetune.labels=" + share, start);
        Path own = folder.resolve(percent(share).replace(" %", "-percent")).resolve(variant);
        return new Trial(percent(share) + " of the labels, " + variant, yaml, settings, own);
    }

    /** As many steps as with all labels: else fewer labels would mean less training, too. */
    private static String budget(int epochs, double share) {
        return "finetune.epochs=" + Math.round(epochs / share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }

    private static List<String> with(List<String> settings, String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return all;
    }
}
