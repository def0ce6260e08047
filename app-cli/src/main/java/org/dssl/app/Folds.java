package org.dssl.app;

import java.util.List;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.app.data.CrystalSet;
import org.dssl.app.matbench.MatbenchTask;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.Parts;
import org.dssl.domain.train.Splits;

/** Folds from the configured protocol. */
final class Folds {
    private Folds() {}

    static List<Fold> of(FinetuneConfig config, CrystalSet data, RandomStream random) {
        return whole(config, data, random).stream()
                .map(fold -> config.labels() < 1 ? Parts.trainedOn(fold, config.labels(), random) : fold)
                .map(fold -> config.scoreValidation() ? Parts.scoredOnValidation(fold) : fold)
                .toList();
    }

    private static List<Fold> whole(FinetuneConfig config, CrystalSet data, RandomStream random) {
        ProtocolConfig protocol = config.protocol();
        try {
            if (protocol.type().equals("holdout")) {
                return Splits.holdout(data.size(), protocol.train(), protocol.validation(), protocol.repeats(), random);
            }
            return protocol.column() == null
                    ? selected(Splits.kFold(data.size(), protocol.folds(), config.validation(), random), protocol)
                    : Splits.byColumn(
                            column(data, protocol.column()), protocol.selected(), config.validation(), random);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("finetune.protocol", e.getMessage());
        }
    }

    private static List<Fold> selected(List<Fold> folds, ProtocolConfig protocol) {
        return protocol.selected().isEmpty()
                ? folds
                : folds.stream()
                        .filter(f -> protocol.selected().contains(String.valueOf(f.number())))
                        .toList();
    }

    /** The values of a label; of Matbench's tasks without such a label, the official folds. */
    private static List<String> column(CrystalSet data, String column) {
        boolean labelled =
                data.crystals().stream().anyMatch(c -> c.crystal().labels().containsKey(column));
        if (!labelled && MatbenchTask.isNamed(column)) {
            return MatbenchTask.named(column)
                    .folds(data.crystals().stream().map(c -> c.crystal().id()).toList());
        }
        return data.crystals().stream()
                .map(c -> {
                    String value = c.crystal().labels().get(column);
                    if (value == null) {
                        throw new IllegalArgumentException(
                                "crystal " + c.crystal().id() + " has no value of the fold column '" + column + "'");
                    }
                    return value;
                })
                .toList();
    }
}
