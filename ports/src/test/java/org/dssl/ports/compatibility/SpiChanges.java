package org.dssl.ports.compatibility;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What between two JARs of the plugin interface would break a plugin that was built against the older one. */
final class SpiChanges {
    /** These are for plugins to implement; of the others plugins only call methods, so more methods do no harm. */
    private static final Set<String> IMPLEMENTED =
            Set.of("org.dssl.ports.spi.PretextTask", "org.dssl.ports.spi.PretextTaskProvider");

    private static final Set<JApiCompatibilityChangeType> MORE_METHODS = Set.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE);

    private SpiChanges() {}

    /** A line for each: {@code org.dssl.ports.spi.Labels.crystalValue(java.lang.String,double): METHOD_REMOVED}. */
    static List<String> breaking(byte[] before, byte[] now) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        List<JApiClass> classes = new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(before, "before", "spi"), new JApiCmpArchive(now, "now", "spi"));
        List<String> breaking = new ArrayList<>();
        for (JApiClass type : classes) {
            String name = type.getFullyQualifiedName();
            if (type.getChangeStatus() == JApiChangeStatus.REMOVED) {
                breaking.add(name + ": CLASS_REMOVED");
                continue;
            }
            add(breaking, type, name, type);
            add(breaking, type, name, type.getSuperclass());
            type.getInterfaces()
                    .forEach(i -> add(breaking, type, name + " implements " + i.getFullyQualifiedName(), i));
            type.getFields().forEach(field -> add(breaking, type, name + "." + field.getName(), field));
            type.getMethods().forEach(method -> add(breaking, type, name + "." + method.getName() + "()", method));
            // What dssl itself makes may be made otherwise.
            if (name.startsWith("org.dssl.ports.")) {
                type.getConstructors().forEach(made -> add(breaking, type, "new " + name + "()", made));
            }
        }
        return breaking.stream().distinct().sorted().toList();
    }

    private static void add(List<String> breaking, JApiClass type, String what, JApiCompatibility part) {
        Stream<JApiCompatibilityChange> changes = part.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .filter(change ->
                        IMPLEMENTED.contains(type.getFullyQualifiedName()) || !MORE_METHODS.contains(change.getType()));
        changes.forEach(change -> breaking.add(what + ": " + change.getType()));
    }
}
