package org.dssl.app.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.dssl.adapters.io.text.StandardTextFormats;
import org.dssl.adapters.tensorflow.TensorFlowCheck;
import org.dssl.app.Embedder;
import org.dssl.app.EmbeddingChoice;
import org.dssl.app.Experiment;
import org.dssl.app.Predictor;
import org.dssl.app.Services;
import org.dssl.app.StandardUseCases;
import org.dssl.app.UseCases;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.doctor.DataCheck;
import org.dssl.app.doctor.DiskCheck;
import org.dssl.app.doctor.Doctor;
import org.dssl.app.doctor.JavaCheck;
import org.dssl.app.doctor.MemoryCheck;
import org.dssl.app.doctor.PluginCheck;
import org.dssl.app.plugins.PluginDiscovery;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.plugins.TaskSource;
import org.dssl.ports.out.SelfCheck;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.spi.PretextTaskProvider;

/**
 * The front for those who embed dssl. Nothing is printed, nothing is static, no process is ended.
 *
 * <pre>{@code
 * Dssl dssl = Dssl.create();
 * RunSummary summary = dssl.experiment(Path.of("my.yaml")).run(listener);
 * try (Predictor predictor = dssl.predictor(Path.of("runs/my"))) { … }
 * }</pre>
 */
public final class Dssl {
    private final Injector injector;

    private Dssl(Injector injector) {
        this.injector = injector;
    }

    /**
     * With the pretext tasks that the class path declares, and those of the JARs that a configuration names or, if it names
     * none, of the folder {@code plugins} in the working directory. They are searched for when a configuration is read.
     */
    public static Dssl create() {
        return create(new PluginDiscovery(Dssl.class.getClassLoader()));
    }

    /** With exactly these pretext tasks: nothing is searched for, and a configuration that names JARs is refused. */
    public static Dssl create(Collection<? extends PretextTaskProvider> providers) {
        return create(PretextTasks.of(providers));
    }

    /** Looks whether this machine has what runs need; works where TensorFlow does not. */
    public static SelfCheck doctor(PluginSettings plugins) {
        PluginDiscovery discovery = new PluginDiscovery(Dssl.class.getClassLoader());
        return new Doctor(List.of(
                new JavaCheck(),
                new TensorFlowCheck(),
                MemoryCheck.ofThisMachine(),
                new DiskCheck(),
                new DataCheck(),
                new PluginCheck(() -> discovery.found(plugins))));
    }

    /** A writer of JSON and CSV, for callers who need nothing else. */
    public static TextFormats formats() {
        return new StandardTextFormats();
    }

    /**
     * @param tasks {@link PretextTasks} to switch searching off, {@link PluginDiscovery} to search
     * @param overrides Guice modules whose bindings replace the standard ones, as a {@code BackendFactory} of one's own
     */
    public static Dssl create(TaskSource tasks, Module... overrides) {
        return new Dssl(
                Guice.createInjector(Modules.override(new StandardModule(tasks)).with(overrides)));
    }

    public UseCases useCases() {
        return injector.getInstance(UseCases.class);
    }

    /**
     * @param settings {@code key.path=value}, over the file
     * @throws org.dssl.domain.problem.InvalidInputException with every mistake in the configuration
     */
    public Experiment experiment(Path yaml, String... settings) {
        RunConfigReader reader = injector.getInstance(RunConfigReader.class);
        return new Experiment(injector.getInstance(Services.class), reader, reader.read(yaml, List.of(settings)));
    }

    /** @throws org.dssl.domain.problem.InvalidInputException if the folder holds no run with a fine-tuned model */
    public Predictor predictor(Path run) {
        return injector.getInstance(StandardUseCases.class).predictor(run);
    }

    /**
     * Embeds crystals and atoms with a network of a run.
     *
     * @throws org.dssl.domain.problem.InvalidInputException if the folder holds no run with such a network
     */
    public Embedder embedder(Path run, EmbeddingChoice choice) {
        return injector.getInstance(StandardUseCases.class).embedder(run, choice);
    }
}
