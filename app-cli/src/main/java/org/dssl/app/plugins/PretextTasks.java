package org.dssl.app.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.spi.PretextTaskProvider;

/** The pretext tasks that a configuration can name, each checked once. Immutable. */
public final class PretextTasks implements TaskSource {
    private final Map<String, Plugin> byId = new TreeMap<>();

    /** Those that can be used; what is wrong with the others is added to the problems. */
    PretextTasks(List<Plugin> plugins, List<Problem> problems) {
        for (Plugin plugin : plugins) {
            new ProviderChecks(plugin.origin(), problems)
                    .idOf(plugin.provider())
                    .ifPresent(id -> {
                        Plugin other = byId.putIfAbsent(id, plugin.isStrangers() ? Guard.around(plugin) : plugin);
                        if (other != null) {
                            problems.add(new Problem(
                                    plugin.origin().toString(),
                                    "has the id " + id + ", which " + other.origin()
                                            + " has too. Remove one of them, or rename yours."));
                        }
                    });
        }
    }

    /** Exactly these providers: nothing is searched for. */
    public static PretextTasks of(Collection<? extends PretextTaskProvider> providers) {
        List<Problem> problems = new ArrayList<>();
        PretextTasks tasks = new PretextTasks(providers.stream().map(Plugin::of).toList(), problems);
        return new PluginDiscovery.Found(tasks, problems).orThrow();
    }

    /**
     * What the class loader's {@code META-INF/services} declare, and no JAR of a folder.
     *
     * @throws InvalidInputException with every provider that cannot be used, its class and JAR
     */
    public static PretextTasks discovered(ClassLoader loader) {
        return new PluginDiscovery(loader).tasks(PluginSettings.NO_JARS);
    }

    /** These, whatever the configuration; one that asks for JARs is refused. */
    @Override
    public PretextTasks tasks(PluginSettings settings) {
        if (settings.wantsJars()) {
            throw new InvalidInputException(
                    settings.place(),
                    "this program brings its pretext tasks itself and loads no JARs. Remove the key.");
        }
        return this;
    }

    /** Ids in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public Collection<PretextTaskProvider> all() {
        return byId.values().stream().map(Plugin::provider).toList();
    }

    public Optional<PretextTaskProvider> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Plugin::provider);
    }

    /** @throws java.util.NoSuchElementException if there is no such task */
    public Origin origin(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow().origin();
    }

    /** What to tell about an unknown id: the nearest known one, and all of them. */
    public String unknown(String id) {
        String known = byId.isEmpty() ? "none, since no plugin was found" : String.join(", ", byId.keySet());
        return "no such task. " + Suggestions.didYouMean(id, byId.keySet()).strip() + "\nKnown: " + known
                + " (dssl plugins)";
    }
}
