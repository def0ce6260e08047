package org.dssl.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.app.plugins.Sha256;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Suggestions;
import org.dssl.domain.train.GivenFolds;
import org.dssl.ports.out.FoldFiles;
import org.dssl.ports.out.FoldFiles.Task;
import org.dssl.ports.out.ProgressListener;

/** Folds whose ids stand in a file. */
record FoldsOfFile(FoldFiles files, ProgressListener listener) {
    private static final String PLACE = "finetune.protocol.ids";
    private static final String TASK = "finetune.protocol.task";

    /** @throws InvalidInputException if the file, its task or its ids do not fit the data */
    GivenFolds of(ProtocolConfig protocol, List<String> ids) {
        Path file = Path.of(protocol.ids());
        Task task = task(files.read(file), protocol, ids);
        GivenFolds folds;
        try {
            folds = new GivenFolds(ids, task.folds());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(PLACE, file + ": " + e.getMessage() + ".");
        }
        warn(folds, protocol, file);
        return folds;
    }

    /** The hashes of the data's files, and that of a file of folds: a run is of both. */
    static Map<String, String> withHash(Map<String, String> ofData, RunConfig config) {
        Map<String, String> hashes = new LinkedHashMap<>(ofData);
        config.finetune()
                .flatMap(finetune -> Optional.ofNullable(finetune.protocol().ids()))
                .ifPresent(file -> hashes.put(file, Sha256.of(Path.of(file))));
        return hashes;
    }

    /** Rows may be missing on purpose; whoever does not know it shall. */
    private void warn(GivenFolds folds, ProtocolConfig protocol, Path file) {
        if (folds.absent() == 0) {
            return;
        }
        List<String> left = protocol.selected().isEmpty() ? folds.withoutTest() : List.of();
        listener.warning(folds.absent() + " of the " + folds.named() + " ids of " + file.getFileName()
                + " are not in the data; parts are smaller by them"
                + (left.isEmpty()
                        ? ""
                        : ", and without any test crystal fold " + String.join(", ", left) + " is left out"));
    }

    /** The task that is named, or the only one, or that of the ids. */
    private static Task task(List<Task> tasks, ProtocolConfig protocol, List<String> ids) {
        List<String> names = tasks.stream().map(Task::name).toList();
        if (protocol.task() != null) {
            return tasks.stream()
                    .filter(task -> task.name().equals(protocol.task()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            TASK,
                            "the file has no task " + protocol.task() + ". "
                                    + Suggestions.didYouMean(protocol.task(), names) + "There "
                                    + (names.equals(List.of(""))
                                            ? "is one without a name; leave task out"
                                            : "are " + String.join(", ", names))));
        }
        if (tasks.size() == 1) {
            return tasks.get(0);
        }
        Set<String> known = Set.copyOf(ids);
        return tasks.stream()
                .filter(task -> task.folds().stream()
                        .flatMap(fold -> Stream.concat(fold.test().stream(), fold.train().stream()))
                        .anyMatch(known::contains))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        TASK,
                        "ids such as " + ids.get(0) + " do not tell which of the file's tasks they are of. Set it to"
                                + " one of " + String.join(", ", names)));
    }
}
