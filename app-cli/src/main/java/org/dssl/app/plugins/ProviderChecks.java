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
    private final List<Problem> problems;

    ProviderChecks(List<Problem> problems) {
        this.problems = problems;
    }

    /** The provider's id if the provider can be used; otherwise its problems were added. */
    Optional<String> idOf(PretextTaskProvider provider) {
        int before = problems.size();
        String id = null;
        try {
            id = provider.id();
            check(provider, id);
        } catch (RuntimeException | LinkageError e) {
            report(provider, "fails when asked about itself: " + e);
        }
        return problems.size() == before ? Optional.of(id) : Optional.empty();
    }

    private void check(PretextTaskProvider provider, String id) {
        int version = provider.spiVersion();
        if (version != PretextTaskProvider.SPI_VERSION) {
            report(
                    provider,
                    "was built for version " + version + " of the plugin interface; this is version "
                            + PretextTaskProvider.SPI_VERSION + ". Build it against this dssl's ports.");
            return;
        }
        if (id == null || !id.matches(ID)) {
            report(
                    provider,
                    "has the id " + (id == null ? "null" : "\"" + id + "\"")
                            + ". An id is lower case letters, digits and hyphens, beginning with a letter.");
        } else if (RESERVED_IDS.contains(id)) {
            report(provider, "has the id " + id + ", which is reserved. Choose another.");
        }
        if (provider.description() == null || provider.description().isBlank()) {
            report(provider, "has no description. Give one line.");
        }
        checkOptions(provider);
    }

    private void checkOptions(PretextTaskProvider provider) {
        if (provider.options() == null) {
            report(provider, "has null for options. Return an empty list if there are none.");
            return;
        }
        Set<String> names = new HashSet<>();
        for (Option option : provider.options()) {
            if (option.name() == null || !option.name().matches(ID)) {
                report(provider, "has an option named \"" + option.name() + "\". A name is as an id.");
            } else if (RESERVED_OPTIONS.contains(option.name())) {
                report(provider, "has an option named " + option.name() + ", which every task has already.");
            } else if (!names.add(option.name())) {
                report(provider, "has two options named " + option.name() + ".");
            }
        }
    }

    private void report(PretextTaskProvider provider, String message) {
        problems.add(new Problem(Origin.of(provider.getClass()), message));
    }
}
