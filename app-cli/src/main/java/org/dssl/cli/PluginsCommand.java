package org.dssl.cli;

import java.util.Collection;
import org.dssl.app.plugins.Origin;
import org.dssl.ports.spi.PretextTaskProvider;
import picocli.CommandLine.Command;

@Command(
        name = "plugins",
        header = "List the pretext tasks and where they come from",
        footer = {"  dssl plugins", "  dssl explain pretrain.tasks.mask        the options of one"})
final class PluginsCommand extends DsslCommand {
    private final Context context;

    PluginsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Collection<PretextTaskProvider> tasks = context.tasks().get().all();
        int width = tasks.stream().mapToInt(task -> task.id().length()).max().orElse(0);
        for (PretextTaskProvider task : tasks) {
            String id = String.format("%-" + width + "s", task.id());
            context.console()
                    .out()
                    .println(" " + id + "   " + task.description() + "   (" + Origin.file(task.getClass()) + ")");
        }
        context.console().out().flush();
        return ExitCode.OK.code();
    }
}
