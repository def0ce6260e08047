package org.dssl.cli;

import org.dssl.app.config.Explanation;
import org.dssl.app.config.Schema;
import org.dssl.app.plugins.PluginDiscovery.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        header = "Tell a YAML key's meaning, type, range and default",
        description = "%nWithout a key, lists all.",
        footer = {
            "  dssl explain",
            "  dssl explain graph.radius",
            "  dssl explain finetune.protocol",
            "  dssl explain pretrain.tasks.mask"
        })
final class ExplainCommand extends DsslCommand {
    @Parameters(arity = "0..1", paramLabel = "KEY", description = "A key path, or its end.")
    private String key;

    @Mixin
    private PluginPath path;

    private final Context context;

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Found found = context.plugins().apply(path.settings());
        Explanation explanation = new Explanation(Schema.of(found.tasks()));
        context.console().out().print(key == null ? explanation.all() : explanation.of(key));
        context.console().out().flush();
        if (!found.problems().isEmpty()) {
            context.console().err().println("Plugins that cannot be used were left out; dssl plugins tells why.");
            context.console().err().flush();
        }
        return ExitCode.OK.code();
    }
}
