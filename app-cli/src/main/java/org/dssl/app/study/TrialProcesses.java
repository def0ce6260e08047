package org.dssl.app.study;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.run.RunFolder;
import org.dssl.ports.run.RunFolders;
import org.dssl.ports.run.RunSummary;

/** Trials in processes of their own, with the same JVM, class path and options; what they print goes into a file. */
public final class TrialProcesses implements TrialRuns {
    private static final String MAIN = "org.dssl.cli.Main";

    private final RunFolders folders;
    private final boolean fresh;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    public TrialProcesses(RunFolders folders, boolean fresh) {
        this.folders = folders;
        this.fresh = fresh;
    }

    @Override
    public RunSummary run(Trial trial) {
        Path log = trial.folder().resolveSibling(trial.folder().getFileName() + ".log");
        int code = ended(start(trial, log));
        if (cancelled) {
            throw new CancellationException("stopped");
        }
        if (code != 0) {
            throw new InvalidInputException(
                    trial.label(), "the run ended with exit code " + code + "; " + log + " says why.");
        }
        try (RunFolder folder = folders.read(trial.folder())) {
            return folder.summary().orElseThrow();
        }
    }

    private Process start(Trial trial, Path log) {
        if (cancelled) {
            throw new CancellationException("stopped between two runs");
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command(trial))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Trial trial) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Ddssl."))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "run"));
        command.add(trial.yaml().toString());
        trial.settings().forEach(setting -> command.addAll(List.of("--set", setting)));
        if (fresh) {
            command.add("--fresh");
        }
        return command;
    }

    /** Interrupted with the study, the process is stopped and waited for: it writes what it has. */
    private int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            running.remove(process);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        running.forEach(Process::destroy);
    }
}
