package org.dssl.app;

import java.util.List;
import org.dssl.app.config.RunConfig.FinetuneConfig;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.app.data.CrystalSet;
import org.dssl.domain.crystal.ChemicalSystem;
import org.dssl.domain.crystal.ReducedFormula;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.MatbenchFolds;
import org.dssl.domain.train.Parts;
import org.dssl.domain.train.Splits;
import org.dssl.ports.out.FoldFiles;
import org.dssl.ports.out.ProgressListener;

/** Folds from the configured protocol. */
record Folds(FoldFiles files, ProgressListener listener) {

    /** @throws InvalidInputException if the protocol does not fit the data */
    List<Fold> of(FinetuneConfig config, CrystalSet data, RandomStream random) {
        return whole(config, data, random).stream()
                .map(fold -> config.labels() < 1 ? Parts.trainedOn(fold, config.labels(), random) : fold)
                .map(fold -> config.scoreValidation() ? Parts.scoredOnValidation(fold) : fold)
                .toList();
    }

    private List<Fold> whole(FinetuneConfig config, CrystalSet data, RandomStream random) {
        ProtocolConfig protocol = config.protocol();
        try {
            return switch (protocol.type()) {
                case "holdout" ->
                    Splits.holdout(data.size(), protocol.train(), protocol.validation(), protocol.repeats(), random);
                case "matbench" -> matbench(config, data, random);
                case "grouped" ->
                    Splits.grouped(groups(data, protocol.by()), protocol.folds(), config.validation(), random);
                default -> kFold(config, data, random);
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("finetune.protocol", e.getMessage());
        }
    }

    private List<Fold> matbench(FinetuneConfig config, CrystalSet data, RandomStream random) {
        ProtocolConfig protocol = config.protocol();
        return protocol.ids() == null
                ? Splits.byColumn(MatbenchFolds.of(ids(data)), protocol.selected(), config.validation(), random)
                : new FoldsOfFile(files, listener)
                        .of(protocol, ids(data))
                        .folds(protocol.selected(), config.validation(), random);
    }

    private static List<Fold> kFold(FinetuneConfig config, CrystalSet data, RandomStream random) {
        ProtocolConfig protocol = config.protocol();
        return protocol.column() == null
                ? selected(Splits.kFold(data.size(), protocol.folds(), config.validation(), random), protocol)
                : Splits.byColumn(column(data, protocol.column()), protocol.selected(), config.validation(), random);
    }

    private static List<String> ids(CrystalSet data) {
        return data.crystals().stream().map(c -> c.crystal().id()).toList();
    }

    private static List<String> groups(CrystalSet data, String by) {
        return data.crystals().stream()
                .map(c -> by.equals("composition") ? ReducedFormula.of(c.crystal()) : ChemicalSystem.of(c.crystal()))
                .toList();
    }

    private static List<Fold> selected(List<Fold> folds, ProtocolConfig protocol) {
        return protocol.selected().isEmpty()
                ? folds
                : folds.stream()
                        .filter(f -> protocol.selected().contains(String.valueOf(f.number())))
                        .toList();
    }

    private static List<String> column(CrystalSet data, String column) {
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
