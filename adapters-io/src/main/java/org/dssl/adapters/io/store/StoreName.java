package org.dssl.adapters.io.store;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.dssl.ports.out.DatasetSource;
import org.dssl.ports.out.GraphStore;

/**
 * What a file is called: after its source, so that people know it, and a hash of what was asked for. Data that change keep
 * their file's name, so that a new file replaces the old one; other options are another file.
 *
 * @param options hash of how data are read and graphs are built
 */
record StoreName(Path file, byte[] options) {
    private static final int LONGEST = 40;
    private static final int DIGITS = 12;

    static StoreName of(GraphStore.Wanted wanted, Path folder) {
        byte[] options = Hashing.of(reading(wanted.data()) + wanted.options());
        String hash = HexFormat.of().formatHex(options).substring(0, DIGITS);
        return new StoreName(folder.resolve(plain(wanted.data().source()) + "-" + hash + ".graphs"), options);
    }

    /** All that the request says, but for the place that it was made at. */
    private static String reading(DatasetSource.Request request) {
        StringBuilder text = new StringBuilder();
        for (RecordComponent component : DatasetSource.Request.class.getRecordComponents()) {
            if (!component.getName().equals("place")) {
                try {
                    text.append(component.getName())
                            .append('=')
                            .append(component.getAccessor().invoke(request))
                            .append('\n');
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(component + " cannot be read", e);
                }
            }
        }
        return text.toString();
    }

    private static String plain(String source) {
        String name = source.substring(source.replace('\\', '/').lastIndexOf('/') + 1);
        String plain = name.replaceAll("[^A-Za-z0-9_]+", "-").toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    Path lock() {
        return beside(".lock");
    }

    /** What a writer works on. */
    Path unfinished() {
        return beside(".tmp");
    }

    private Path beside(String suffix) {
        return file.resolveSibling("." + file.getFileName() + suffix);
    }
}
