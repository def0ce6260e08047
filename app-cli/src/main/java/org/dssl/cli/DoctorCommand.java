package org.dssl.cli;

import java.util.List;
import org.dssl.ports.out.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        header = "Look whether this machine has what dssl needs",
        description = {
            "%nJava, TensorFlow's native library and its cache, processor, GPU, memory, disk, data, plugins: what was found, and"
                    + " what to do about it. The library is loaded in a process of its own, and unpacked if it was not yet.",
            "The exit code is 2 if there is a problem, 0 if there are only warnings."
        },
        footer = {
            "  dssl doctor",
            "  dssl doctor --json",
            "  DSSL_DATA=/data/crystals dssl doctor --plugin-path build/my-task.jar"
        })
final class DoctorCommand extends DsslCommand {
    @Mixin
    private PluginPath path;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Context context;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = context.doctor().apply(path.settings()).findings();
        DoctorTable table = new DoctorTable(findings);
        Console console = context.console();
        console.out().print(json ? context.formats().get().json(table.tree()).strip() + "\n" : table.text());
        console.out().flush();
        return (table.count(Finding.Level.PROBLEM) == 0 ? ExitCode.OK : ExitCode.USER_MISTAKE).code();
    }
}
