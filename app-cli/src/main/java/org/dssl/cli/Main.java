package org.dssl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dssl.app.UseCases;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.wiring.Dssl;

/** The process: streams, terminal, exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stopAndWait, "dssl-stop"));
        Context context = new Context(console(), Main::useCases, Main::tasks, stopping);
        int code = new Cli(context).execute(arguments);
        stopping.ended();
        System.exit(code);
    }

    private static UseCases useCases() {
        return Dssl.create().useCases();
    }

    private static PretextTasks tasks() {
        return PretextTasks.discovered(Main.class.getClassLoader());
    }

    /** The {@code dssl} script knows the terminal; the JVM does not. */
    private static Console console() {
        boolean terminal = Boolean.getBoolean("dssl.terminal");
        boolean colours = terminal && System.getenv("NO_COLOR") == null;
        int columns = Integer.getInteger("dssl.columns", 100);
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                terminal,
                colours,
                Math.max(40, columns),
                Clock.systemUTC());
    }

    /** UTF-8 whatever the locale: bars and units need it. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
    }
}
