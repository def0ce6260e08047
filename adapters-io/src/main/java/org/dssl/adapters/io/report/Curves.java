package org.dssl.adapters.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dssl.ports.run.JournalEntry;

/** Learning curves from a journal: one value per epoch, the last one of it, epochs counted from 1. */
final class Curves {
    /** More points than a chart has pixels for say nothing more. */
    private static final int LIMIT = 400;

    private final Map<Key, TreeMap<Integer, Double>> curves = new LinkedHashMap<>();

    private record Key(String stage, String variant, String part, String metric) {}

    /** @param points pairs of epoch and value */
    record Curve(String variant, String part, String metric, List<Object[]> points) {}

    Curves(List<JournalEntry> journal) {
        for (JournalEntry entry : journal) {
            Key key = new Key(entry.stage(), entry.variant(), part(entry), entry.metric());
            curves.computeIfAbsent(key, k -> new TreeMap<>()).put(entry.epoch() + 1, entry.value());
        }
    }

    List<Curve> of(String stage) {
        List<Curve> found = new ArrayList<>();
        curves.forEach((key, values) -> {
            if (key.stage().equals(stage)) {
                found.add(new Curve(key.variant(), key.part(), key.metric(), thinned(values)));
            }
        });
        return found;
    }

    private static String part(JournalEntry entry) {
        if (entry.fold() >= 0) {
            return "fold-" + entry.fold();
        }
        return entry.repeat() >= 0 ? "repeat-" + entry.repeat() : "";
    }

    /** Evenly, with the first and the last. */
    private static List<Object[]> thinned(TreeMap<Integer, Double> values) {
        List<Object[]> all = new ArrayList<>();
        values.forEach((epoch, value) -> all.add(new Object[] {epoch, value}));
        if (all.size() <= LIMIT) {
            return all;
        }
        List<Object[]> kept = new ArrayList<>();
        for (int i = 0; i < LIMIT; i++) {
            kept.add(all.get((int) ((long) i * (all.size() - 1) / (LIMIT - 1))));
        }
        return kept;
    }
}
