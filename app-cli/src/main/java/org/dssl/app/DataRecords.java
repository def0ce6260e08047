package org.dssl.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dssl.app.config.RunConfig;
import org.dssl.app.data.DataStage;
import org.dssl.app.data.PreparedCrystal;
import org.dssl.app.finetune.LabelledSet;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.run.CrystalName;
import org.dssl.ports.run.DataFacts;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunFolders;
import org.dssl.ports.run.RunSummary;

/**
 * What a run's folder keeps of its data. A run that goes on after its pretraining does not read the pretraining set again:
 * counts, hashes and skipped structures of what was read before stay.
 */
final class DataRecords {
    private static final List<DataFacts.Set> READ = List.of(DataFacts.Set.PRETRAINING, DataFacts.Set.FINE_TUNING);

    private DataRecords() {}

    /** @param labelled null if there is none */
    static void write(RunFolder folder, DataStage data, LabelledSet labelled) {
        data.facts().forEach(folder::writeData);
        if (labelled != null) {
            folder.writeCrystals(labelled.data().crystals().stream()
                    .map(PreparedCrystal::crystal)
                    .map(CrystalName::of)
                    .toList());
        }
    }

    /** Of the run whose weights this one starts from, if that run has kept it. */
    static void writeElsewhere(RunFolder folder, RunFolders folders, RunConfig config) {
        try (RunFolder other = folders.read(Path.of(config.encoder().pretrained()))) {
            other.data(DataFacts.Set.PRETRAINING)
                    .ifPresent(facts -> folder.writeData(DataFacts.Set.PRETRAINED_ELSEWHERE, facts));
        }
    }

    /** Of what was read this time or before. */
    static List<StructureProblem> skipped(RunFolder folder, DataStage data) {
        return union(folder, data, folder.skipped(), data.skipped());
    }

    /** Likewise. */
    static List<StructureProblem> changed(RunFolder folder, DataStage data) {
        return union(folder, data, folder.changed(), data.changed());
    }

    private static List<StructureProblem> union(
            RunFolder folder, DataStage data, List<StructureProblem> before, List<StructureProblem> now) {
        Set<StructureProblem> union = new LinkedHashSet<>();
        if (!data.facts().keySet().containsAll(recorded(folder).keySet())) {
            union.addAll(before);
        }
        union.addAll(now);
        return List.copyOf(union);
    }

    /** SHA-256 of each source's content, as read this time or before. */
    static Map<String, String> hashes(RunFolder folder) {
        return hashes(recorded(folder));
    }

    /** SHA-256 of each source's content. */
    static Map<String, String> hashes(Map<DataFacts.Set, DataFacts> sets) {
        Map<String, String> hashes = new LinkedHashMap<>();
        sets.values().forEach(facts -> hashes.put(facts.source(), facts.sha256()));
        return hashes;
    }

    /** What was read, and how far the graphs of each set shrank; views if any were made. */
    static RunSummary.Counts counts(RunFolder folder, Optional<RunSummary.Graphs> views) {
        Map<DataFacts.Set, DataFacts> recorded = recorded(folder);
        List<RunSummary.Graphs> graphs = new ArrayList<>();
        recorded.forEach((set, facts) -> graphs.add(new RunSummary.Graphs(set.text() + " crystals", facts.graphs())));
        views.ifPresent(graphs::add);
        return new RunSummary.Counts(
                recorded.values().stream().mapToInt(DataFacts::structures).sum(),
                recorded.values().stream().mapToInt(DataFacts::skipped).sum(),
                graphs);
    }

    private static Map<DataFacts.Set, DataFacts> recorded(RunFolder folder) {
        Map<DataFacts.Set, DataFacts> recorded = new LinkedHashMap<>();
        READ.forEach(set -> folder.data(set).ifPresent(facts -> recorded.put(set, facts)));
        return recorded;
    }
}
