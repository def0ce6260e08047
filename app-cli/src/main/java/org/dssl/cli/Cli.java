package org.dssl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The {@code dssl} command without a process around it: arguments in, text and exit code out. */
final class Cli {
    private final Context context;
    private final Failures failures;

    Cli(Context context) {
        this.context = context;
        this.failures = new Failures(context.console().err());
    }

    int execute(String... arguments) {
        CommandLine line = commandLine();
        try {
            return line.execute(arguments);
        } catch (Error e) {
            return failures.report(e, java.util.List.of(arguments).contains("--debug"))
                    .code();
        }
    }

    private CommandLine commandLine() {
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new RunCommand.Pretrain(context))
                .addSubcommand(new RunCommand.Finetune(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new AblateCommand(context))
                .addSubcommand(new LearningCurveCommand(context))
                .addSubcommand(new SearchCommand(context))
                .addSubcommand(new EvaluateCommand(context))
                .addSubcommand(new PredictCommand(context))
                .addSubcommand(MatbenchCommand.with(context))
                .addSubcommand(new EmbedCommand(context))
                .addSubcommand(new InspectCommand(context))
                .addSubcommand(new CompareDataCommand(context))
                .addSubcommand(new BenchCommand(context))
                .addSubcommand(new ImportWeightsCommand(context))
                .addSubcommand(new ExportWeightsCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(new PluginsCommand(context))
                .addSubcommand(new PresetsCommand(context))
                .addSubcommand(new DoctorCommand(context));
        Console console = context.console();
        line.setOut(console.out()).setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
        line.setHelpFactory(HelpText::new);
        line.setUsageHelpWidth(Math.max(80, Math.min(console.columns(), 110)));
        line.setParameterExceptionHandler((e, arguments) -> {
            console.err().println(Usage.message(e));
            console.err().flush();
            return ExitCode.USER_MISTAKE.code();
        });
        line.setExecutionExceptionHandler((e, command, parsed) ->
                failures.report(e, ((DsslCommand) command.getCommand()).debug).code());
        return line;
    }
}
