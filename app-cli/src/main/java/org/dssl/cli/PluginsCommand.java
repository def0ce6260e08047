package org.dssl.cli;

import org.dssl.app.plugins.PluginDiscovery.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plugins",
        header = "List the pretext tasks and where they come from",
        description = {
            "%nThe built-in ones, and those of JARs in the folder plugins or on --plugin-path. What is wrong with a JAR stands"
                    + " below the list."
        },
        footer = {
            "  dssl plugins",
            "  dssl plugins --plugin-path build/my-task.jar",
            "  dssl explain pretrain.tasks.mask        the options of one",
            "  dssl explain plugins                    which JARs are loaded"
        })
final class PluginsCommand extends DsslCommand {
    @Mixin
    private PluginPath path;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    PluginsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Found found = context.plugins().apply(path.settings());
        PluginList list = new PluginList(found);
        Console console = context.console();
        console.out().println(json ? context.formats().get().json(list.tree()).strip() : list.text(console.columns()));
        console.out().flush();
        return (found.problems().isEmpty() ? ExitCode.OK : ExitCode.USER_MISTAKE).code();
    }
}
