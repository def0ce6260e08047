package org.dssl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "dssl",
        header = "dssl: physics-guided self-supervised learning for crystals",
        customSynopsis = "dssl COMMAND [OPTIONS]",
        commandListHeading = "%nCommands:%n",
        versionProvider = Version.class,
        footer = {
            "  dssl run examples/quickstart.yaml                 the whole way, on embedded data",
            "  dssl run my.yaml --set finetune.epochs=50         another value for once",
            "  dssl explain finetune.protocol                    what a part of the YAML file means",
            "  dssl predict --run runs/my new/*.cif -o out.csv   use what was learned",
            "",
            "dssl COMMAND --help tells more of a command."
        })
final class RootCommand extends DsslCommand {
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.",
            order = 101)
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        self.usage(self.getOut());
        return ExitCode.OK.code();
    }
}
