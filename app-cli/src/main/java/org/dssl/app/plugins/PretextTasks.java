package org.dssl.app.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.spi.PretextTaskProvider;

/** The pretext tasks that a configuration can name, each checked once. Immutable. */
public final class PretextTasks {
    private final Map<String, PretextTaskProvider> byId = new TreeMap<>();

    private PretextTasks(Collection<? extends PretextTaskProvider> providers, List<Problem> problems) {
        ProviderChecks checks = new ProviderChecks(problems);
        for (PretextTaskProvider provider : providers) {
            checks.idOf(provider).ifPresent(id -> {
                PretextTaskProvider other = byId.putIfAbsent(id, provider);
                if (other != null) {
                    problems.add(new Problem(
                            Origin.of(provider.getClass()),
                            "has the id " + id + ", which " + Origin.of(other.getClass())
                                    + " has too. Remove one of them, or rename yours."));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Exactly these providers: nothing is searched for. */
    public static PretextTasks of(Collection<? extends PretextTaskProvider> providers) {
        return new PretextTasks(providers, new ArrayList<>());
    }

    /**
     * What the class loader's {@code META-INF/services} declare.
     *
     * @throws InvalidInputException with every provider that cannot be used, its class and JAR
     */
    public static PretextTasks discovered(ClassLoader loader) {
        List<PretextTaskProvider> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        var declared =
                ServiceLoader.load(PretextTaskProvider.class, loader).stream().iterator();
        while (hasNext(declared, problems)) {
            var provider = declared.next();
            try {
                found.add(provider.get());
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(new Problem(Origin.of(provider.type()), "cannot be made: " + reason(e)));
            }
        }
        return new PretextTasks(found, problems);
    }

    /** Ids in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public Collection<PretextTaskProvider> all() {
        return List.copyOf(byId.values());
    }

    public Optional<PretextTaskProvider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What to tell about an unknown id: the nearest known one, and all of them. */
    public String unknown(String id) {
        String known = byId.isEmpty() ? "none, since no plugin was found" : String.join(", ", byId.keySet());
        return "no such task. " + Suggestions.didYouMean(id, byId.keySet()).strip() + "\nKnown: " + known
                + " (dssl plugins)";
    }

    /** A declared class that does not load fails here; the iterator goes on behind it. */
    private static boolean hasNext(java.util.Iterator<?> declared, List<Problem> problems) {
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
