package org.dssl.adapters.tensorflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dssl.ports.out.Finding;

/**
 * Instructions of the processor that TensorFlow uses. Its build for x86-64 needs AVX; AVX2, FMA and AVX-512 its kernels
 * choose by themselves when they run.
 *
 * @param model as the system calls it, if it does
 * @param features in lower case, as Linux writes them; empty: unknown
 */
record CpuCheck(String arch, Optional<String> model, Optional<TreeSet<String>> features) {
    private static final String SUBJECT = "processor";
    private static final Map<String, String> USED = new java.util.LinkedHashMap<>();

    static {
        USED.put("avx2", "AVX2");
        USED.put("fma", "FMA");
        USED.put("avx512f", "AVX-512");
        USED.put("avx512_vnni", "AVX-512 VNNI");
        USED.put("avx512_bf16", "AVX-512 BF16");
        USED.put("amx_tile", "AMX");
        USED.put("asimd", "ASIMD");
        USED.put("sve", "SVE");
        USED.put("i8mm", "I8MM");
        USED.put("bf16", "BF16");
    }

    static CpuCheck ofThisMachine() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        if (system.contains("linux")) {
            return ofLinux(arch, read(Path.of("/proc/cpuinfo")));
        }
        if (system.contains("mac")) {
            Command.Ended said =
                    Command.run(List.of("sysctl", "machdep.cpu.brand_string", "hw.optional"), Map.of(), 10);
            return ofMac(arch, said.well() ? said.text() : "");
        }
        return new CpuCheck(arch, Optional.empty(), Optional.empty());
    }

    /** @param cpuinfo the text of /proc/cpuinfo: {@code name : value}, "flags" on x86, "Features" on ARM */
    static CpuCheck ofLinux(String arch, String cpuinfo) {
        Optional<TreeSet<String>> features = value(cpuinfo, "flags")
                .or(() -> value(cpuinfo, "Features"))
                .map(names -> new TreeSet<>(List.of(names.split("\\s+"))));
        return new CpuCheck(arch, value(cpuinfo, "model name"), features);
    }

    /** @param sysctl lines as {@code hw.optional.avx2_0: 1} */
    static CpuCheck ofMac(String arch, String sysctl) {
        TreeSet<String> features = new TreeSet<>();
        sysctl.lines()
                .filter(line -> line.startsWith("hw.optional.") && line.endsWith(": 1"))
                .map(line -> line.substring(line.lastIndexOf('.') + 1, line.length() - 3)
                        .replaceFirst("_0$", "")
                        .toLowerCase(Locale.ROOT))
                .forEach(name -> features.add(
                        switch (name) {
                            case "avx1" -> "avx";
                            case "neon", "advsimd" -> "asimd";
                            default -> name.replaceFirst("^feat_", "");
                        }));
        return new CpuCheck(
                arch,
                value(sysctl, "machdep.cpu.brand_string"),
                features.isEmpty() ? Optional.empty() : Optional.of(features));
    }

    Finding finding() {
        String name = Runtime.getRuntime().availableProcessors() + " × " + model.orElse(arch);
        if (features.isEmpty()) {
            return Finding.ok(SUBJECT, name + "; its instructions are unknown: this system does not tell them");
        }
        List<String> used = new ArrayList<>();
        USED.forEach((feature, shown) -> {
            if (features.get().contains(feature)) {
                used.add(shown);
            }
        });
        boolean x86 = arch.equals("amd64") || arch.equals("x86_64");
        if (x86 && !features.get().contains("avx")) {
            return Finding.problem(
                    SUBJECT,
                    name + "; it has no AVX, which TensorFlow is compiled for",
                    "Use another machine (a virtual one may hide AVX: choose the processor type \"host\"), or the slow"
                            + " compute: { backend: reference }.");
        }
        List<String> missing = new ArrayList<>(x86 ? List.of("AVX2", "FMA") : List.of());
        missing.removeAll(used);
        if (!missing.isEmpty()) {
            return Finding.warning(
                    SUBJECT,
                    name + "; it has no " + String.join(" and no ", missing)
                            + ": matrix products take several times as long",
                    "A virtual machine may hide them: choose the processor type \"host\".");
        }
        return Finding.ok(
                SUBJECT,
                name + "; TensorFlow uses "
                        + (used.isEmpty() ? "none of its special instructions" : String.join(", ", used)));
    }

    private static Optional<String> value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name)
                        && line.substring(name.length()).strip().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
