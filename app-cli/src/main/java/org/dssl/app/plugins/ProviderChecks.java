package org.dssl.app.plugins;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.config.Option;
import org.dssl.ports.spi.PretextTaskProvider;

/** The rules of the SPI that a provider must keep before it is used; a stranger's code may also throw anything. */
public final class ProviderChecks {
    /** Keys of every task in YAML, which no task can declare for itself. */
    public static final Set<String> RESERVED_OPTIONS = Set.of("type", "weight", "weight-start", "weight-epochs");

    /** Words that would read as something else where a task's name stands. */
    private static final Set<String> RESERVED_IDS = Set.of("type", "weight", "on", "off", "true", "false", "null");

    private static final String ID = "[a-z][a-z0-9-]*";
    private final Origin origin;
    private final List<Problem> problems;

    ProviderChecks(Origin origin, List<Problem> problems) {
        this.origin = origin;
        this.problems = problems;
    }

    /** The provider's id if the provider can be used; otherwise its problems were added. */
    Optional<String> idOf(PretextTaskProvider provider) {
        int before = problems.size();
        String id = null;
        try {
            id = check(provider);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            report("fails when asked about itself: it " + Faults.of(e));
        }
        return problems.size() == before ? Optional.of(id) : Optional.empty();
    }

    /** The version first, since an interface of another version may have other methods. */
    private String check(PretextTaskProvider provider) {
        int version = provider.spiVersion();
        if (version != PretextTaskProvider.SPI_VERSION) {
            report("was built for version " + version + " of the plugin interface; this is version "
                    + PretextTaskProvider.SPI_VERSION + ". Build it against this dssl's ports.");
            return null;
        }
        String id = provider.id();
        if (id == null || !id.matches(ID)) {
            report("has the id " + (id == null ? "null" : "\"" + id + "\"")
                    + ". An id is lower case letters, digits and hyphens, beginning with a letter.");
        } else if (RESERVED_IDS.contains(id)) {
            report("has the id " + id + ", which is reserved. Choose another.");
        }
        if (provider.description() == null || provider.description().isBlank()) {
            report("has no description. Give one line.");
        }
        checkOptions(provider);
        return id;
    }

    private void checkOptions(PretextTaskProvider provider) {
        if (provider.options() == null) {
            report("has null for options. Return an empty list if there are none.");
            return;
        }
        Set<String> names = new HashSet<>();
        for (Option option : provider.options()) {
            if (option == null) {
                report("has null among its options. Remove it.");
            } else if (option.name() == null || !option.name().matches(ID)) {
                report("has an option named \"" + option.name() + "\". A name is as an id.");
            } else if (RESERVED_OPTIONS.contains(option.name())) {
                report("has an option named " + option.name() + ", which every task has already.");
            } else if (!names.add(option.name())) {
                report("has two options named " + option.name() + ".");
            }
        }
    }

    private void report(String message) {
        problems.add(new Problem(origin.toString(), message));
    }
}
