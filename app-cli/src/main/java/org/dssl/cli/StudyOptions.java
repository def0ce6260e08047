package org.dssl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.app.UseCases.StudyRequest;
import org.dssl.app.study.Trial;
import org.dssl.domain.problem.InvalidInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that makes many runs. */
final class StudyOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Another value for a key of every file, as for dssl run. Can be given again.")
    private List<String> settings = new ArrayList<>();

    @Mixin
    private PluginPath pluginPath;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Folder of the study, relative to the working directory; runs/NAME-COMMAND if left out.")
    private Path folder;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time, in processes of their own with compute.threads each (1).")
    private int jobs = 1;

    @Option(names = "--fresh", description = "Move earlier runs of the study aside and start anew.")
    private boolean fresh;

    @Option(names = "--quiet", description = "Show the table only, no progress.")
    private boolean quiet;

    boolean quiet() {
        return quiet;
    }

    /** @param kind ends the folder's name if none is given */
    StudyRequest request(List<Path> yamls, String kind) {
        if (jobs < 1) {
            throw new InvalidInputException("--jobs", jobs + " is too few. Give at least 1.");
        }
        String name = yamls.get(0).getFileName().toString().replaceFirst("\\.[^.]+$", "");
        Path into = folder != null ? folder : Path.of("runs", name + "-" + kind);
        return new StudyRequest(yamls, pluginPath.with(settings), into, fresh, jobs);
    }

    /** Says which run begins. */
    void show(Console console, int number, int of, Trial trial) {
        if (!quiet) {
            synchronized (console) {
                console.out().println("[" + number + "/" + of + "] " + trial.label());
                console.out().flush();
            }
        }
    }
}
