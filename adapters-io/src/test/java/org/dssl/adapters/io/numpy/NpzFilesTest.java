package org.dssl.adapters.io.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dssl.ports.out.ArrayFiles.Array;
import org.dssl.ports.out.ArrayFiles.Integers;
import org.dssl.ports.out.ArrayFiles.Matrix;
import org.dssl.ports.out.ArrayFiles.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFilesTest {
    @TempDir
    Path temp;

    private static Map<String, Array> arrays() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("id", new Texts(List.of("mp-1", "Å-γ-😀", "")));
        arrays.put("atom", new Integers(new int[] {0, 1, -7}));
        List<double[]> rows = List.of(
                new double[] {1.5, -2.25e-300},
                new double[] {Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {0.1, 3});
        arrays.put("embedding", new Matrix(rows));
        return arrays;
    }

    /**
     * {@code reference.npz} is of NumPy 2.4.6: {@code numpy.savez("reference.npz", id=array(["mp-1", "Å-γ-😀", ""]),
     * atom=array([0, 1, -7]), embedding=array([[1.5, -2.25e-300], [nan, inf], [0.1, 3.0]]))}.
     */
    @Test
    void theArraysAreNumpysToTheByte() throws IOException, URISyntaxException {
        Path file = temp.resolve("new/arrays.npz");
        new NpzFiles().writeNpz(file, arrays());
        Path reference = Path.of(NpzFilesTest.class.getResource("reference.npz").toURI());
        try (ZipFile ours = new ZipFile(file.toFile());
                ZipFile theirs = new ZipFile(reference.toFile())) {
            assertEquals(
                    theirs.stream().map(ZipEntry::getName).toList(),
                    ours.stream().map(ZipEntry::getName).toList());
            for (ZipEntry entry : theirs.stream().toList()) {
                byte[] expected = theirs.getInputStream(entry).readAllBytes();
                byte[] found =
                        ours.getInputStream(ours.getEntry(entry.getName())).readAllBytes();
                assertArrayEquals(expected, found, entry.getName());
            }
        }
    }

    @Test
    void theSameArraysMakeTheSameBytes() throws IOException {
        new NpzFiles().writeNpz(temp.resolve("a.npz"), arrays());
        new NpzFiles().writeNpz(temp.resolve("b.npz"), arrays());
        assertArrayEquals(Files.readAllBytes(temp.resolve("a.npz")), Files.readAllBytes(temp.resolve("b.npz")));
    }
}
