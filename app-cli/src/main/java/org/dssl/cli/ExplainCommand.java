package org.dssl.cli;

import org.dssl.app.config.Explanation;
import org.dssl.app.config.Schema;
import picocli.CommandLine.Command;
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

    private final Context context;

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Explanation explanation = new Explanation(Schema.of(context.tasks().get()));
        context.console().out().print(key == null ? explanation.all() : explanation.of(key));
        context.console().out().flush();
        return ExitCode.OK.code();
    }
}
