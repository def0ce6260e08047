package org.dssl.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.dssl.adapters.io.dataset.Datasets;
import org.dssl.adapters.io.dataset.StandardFoldFiles;
import org.dssl.adapters.io.matbench.StandardMatbenchFiles;
import org.dssl.adapters.io.numpy.NpzFiles;
import org.dssl.adapters.io.report.HtmlComparisonWriter;
import org.dssl.adapters.io.report.HtmlReportWriter;
import org.dssl.adapters.io.report.HtmlStudyWriter;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.run.FileStudyWriter;
import org.dssl.adapters.io.store.FileGraphStore;
import org.dssl.adapters.io.text.StandardTextFormats;
import org.dssl.adapters.io.weights.SafetensorsFiles;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.BackendFactory;
import org.dssl.app.Services;
import org.dssl.app.StandardUseCases;
import org.dssl.app.UseCases;
import org.dssl.app.Writers;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.TaskSource;
import org.dssl.ports.config.ConfigReader;
import org.dssl.ports.out.ArrayFiles;
import org.dssl.ports.out.ComparisonWriter;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.FoldFiles;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.MatbenchFiles;
import org.dssl.ports.out.TextFormats;
import org.dssl.ports.out.WeightFiles;
import org.dssl.ports.run.ReportWriter;
import org.dssl.ports.run.RunFolders;
import org.dssl.ports.run.StudyWriter;

/** The adapters that dssl comes with. An embedder overrides a binding to swap one. */
final class StandardModule extends AbstractModule {
    private final TaskSource tasks;

    StandardModule(TaskSource tasks) {
        this.tasks = tasks;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(ConfigReader.class).to(YamlConfigReader.class);
        bind(YamlConfigReader.class).toInstance(new YamlConfigReader(System::getenv));
        bind(DatasetSource.class).toInstance(new Datasets());
        bind(FoldFiles.class).toInstance(new StandardFoldFiles());
        bind(RunFolders.class).toInstance(new FileRunFolders());
        bind(ReportWriter.class).toInstance(new HtmlReportWriter());
        bind(StudyWriter.class).toInstance(new HtmlStudyWriter(new FileStudyWriter()));
        bind(ArrayFiles.class).toInstance(new NpzFiles());
        bind(ComparisonWriter.class).toInstance(new HtmlComparisonWriter());
        bind(WeightFiles.class).toInstance(new SafetensorsFiles());
        bind(MatbenchFiles.class).toInstance(new StandardMatbenchFiles());
        bind(TextFormats.class).toInstance(new StandardTextFormats());
        bind(BackendFactory.class).toInstance(new StandardBackends());
        bind(Services.class);
        bind(Writers.class);
        bind(UseCases.class).to(StandardUseCases.class);
        bind(StandardUseCases.class).in(Singleton.class);
    }

    /** Of the data as they are bound, were they other ones. */
    @Provides
    @Singleton
    GraphStore graphStore(DatasetSource datasets) {
        return new FileGraphStore(datasets, System::getenv);
    }

    @Provides
    @Singleton
    RunConfigReader configReader(ConfigReader reader) {
        return new RunConfigReader(reader, tasks);
    }
}
