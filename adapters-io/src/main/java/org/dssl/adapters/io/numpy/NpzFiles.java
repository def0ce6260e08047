package org.dssl.adapters.io.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.out.ArrayFiles;

/** An npz is a zip of npy files. */
public final class NpzFiles implements ArrayFiles {
    /** The first moment that a zip can tell: the same arrays make the same bytes at any time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public void writeNpz(Path file, Map<String, Array> arrays) {
        AtomicFiles.write(file, out -> write(arrays, out));
    }

    private static void write(Map<String, Array> arrays, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, Array> array : arrays.entrySet()) {
            ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            new NpyArray(zip).write(array.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }
}
