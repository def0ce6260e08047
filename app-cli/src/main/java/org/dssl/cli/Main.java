package org.dssl.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dssl.app.UseCases;
import org.dssl.app.plugins.PluginDiscovery;
import org.dssl.app.plugins.PluginDiscovery.Found;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.app.wiring.Dssl;

/** The process: streams, terminal, exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stopAndWait, "dssl-stop"));
        Context context = new Context(console(), Main::useCases, Main::plugins, Dssl::doctor, Dssl::formats, stopping);
        int code = new Cli(context).execute(arguments);
        stopping.ended();
        System.exit(code);
    }

    private static UseCases useCases() {
        return Dssl.create().useCases();
    }

    private static Found plugins(PluginSettings settings) {
        return new PluginDiscovery(Main.class.getClassLoader()).found(settings);
    }

    /** The {@code dssl} script knows the terminal; the JVM does not. */
    private static Console console() {
        boolean terminal = Boolean.getBoolean("dssl.terminal");
        boolean colours = terminal && System.getenv("NO_COLOR") == null;
        int columns = Integer.getInteger("dssl.columns", 100);
        return new Console(
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(errors()),
                terminal,
                colours,
                Math.max(40, columns),
                Clock.systemUTC());
    }

    /** UTF-8 whatever the locale: bars and units need it. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** The script filters TensorFlow's chatter out of the error stream, and hands us the stream as it was. */
    private static OutputStream errors() {
        String path = System.getProperty("dssl.errors");
        try {
            return path == null ? new FileOutputStream(FileDescriptor.err) : new FileOutputStream(path, true);
        } catch (FileNotFoundException e) {
            return new FileOutputStream(FileDescriptor.err);
        }
    }
}
