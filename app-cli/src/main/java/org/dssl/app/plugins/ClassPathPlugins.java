package org.dssl.app.plugins;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.spi.PretextTaskProvider;

/** The providers that the class path's service files declare. */
final class ClassPathPlugins {
    private ClassPathPlugins() {}

    static List<Plugin> of(ClassLoader loader, List<Problem> problems) {
        List<Plugin> found = new ArrayList<>();
        var declared =
                ServiceLoader.load(PretextTaskProvider.class, loader).stream().iterator();
        while (hasNext(declared, problems)) {
            var provider = declared.next();
            try {
                found.add(Plugin.of(provider.get()));
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(new Problem(Origin.of(provider.type()).toString(), "cannot be made: " + reason(e)));
            }
        }
        return found;
    }

    /** A declared class that does not load fails here; the iterator goes on behind it. */
    private static boolean hasNext(Iterator<?> declared, List<Problem> problems) {
        while (true) {
            try {
                return declared.hasNext();
            } catch (ServiceConfigurationError e) {
                problems.add(new Problem("META-INF/services", reason(e)));
            }
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause == e ? String.valueOf(e.getMessage()) : e.getMessage() + " (" + cause + ")";
    }
}
