package org.dssl.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/**
 * Memory of Java's heap, and of what TensorFlow needs beside it. In bytes.
 *
 * @param heap what it can grow to
 * @param usable by this process: the machine's, or less in a container
 * @param machine of the whole machine, where the system tells
 * @param free without taking from other programs
 */
public record MemoryCheck(long heap, long usable, OptionalLong machine, long free) implements SelfCheck {
    private static final String SUBJECT = "memory";
    private static final long MEBI = 1 << 20;
    /** The quickstart takes some 700 MiB, the paper's network on batches of 100 crystals 640 to 2,300 (docs/performance.md). */
    private static final long LEAST = 800 * MEBI;

    private static final long COMFORTABLE = 2400 * MEBI;
    private static final long LEAST_HEAP = 256 * MEBI;

    public static MemoryCheck ofThisMachine() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long usable = system.getTotalMemorySize();
        OptionalLong machine = meminfo("MemTotal:");
        // The bean counts the files that Linux keeps in memory as used; it gives them back when asked.
        long free = limited(usable, machine)
                ? system.getFreeMemorySize()
                : meminfo("MemAvailable:").orElse(system.getFreeMemorySize());
        return new MemoryCheck(Runtime.getRuntime().maxMemory(), usable, machine, free);
    }

    @Override
    public List<Finding> findings() {
        String limit = limited(usable, machine)
                ? text(usable) + " allowed by the container, " + text(machine.getAsLong()) + " in the machine"
                : text(usable) + " in the machine, no lower limit of a container";
        String found = text(free) + " free; " + limit + "; Java's heap at most " + text(heap);
        List<Finding> findings = new ArrayList<>();
        if (free < LEAST) {
            findings.add(Finding.problem(
                    SUBJECT, found, "A small run takes " + text(LEAST) + ": end other programs, or raise the limit."));
        } else if (free < COMFORTABLE) {
            findings.add(Finding.warning(
                    SUBJECT,
                    found,
                    "Enough for small networks. Larger ones take up to " + text(COMFORTABLE)
                            + "; smaller pretrain.batch and finetune.batch take less."));
        } else {
            findings.add(Finding.ok(SUBJECT, found));
        }
        if (heap < LEAST_HEAP) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "Java's heap may grow to " + text(heap) + " only",
                    "Give it more: DSSL_JAVA_OPTIONS=-Xmx1g."));
        }
        return findings;
    }

    private static boolean limited(long usable, OptionalLong machine) {
        // The kernel's own share is counted by neither; a page's rounding is no limit.
        return machine.isPresent() && usable < machine.getAsLong() - MEBI;
    }

    private static OptionalLong meminfo(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static String text(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes / MEBI);
    }
}
