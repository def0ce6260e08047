package org.dssl.adapters.io.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dssl.domain.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void float32ComesBackToTheBitWithNamesOrderShapesAndMetadata() throws IOException {
        float[] odd = {0f, -0f, 1e-45f, Float.MIN_NORMAL, Float.MAX_VALUE, 1 / 3f, Float.NaN, Float.NEGATIVE_INFINITY};
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("z/weights", tensor(odd, 2, 4));
        tensors.put("a", tensor(new float[] {7}));
        tensors.put("none", tensor(new float[0], 3, 0));
        Safetensors read = roundTrip(new Safetensors(tensors, Map.of("note", "\"ü\"\n")), ElementType.F32);
        assertEquals(
                List.of("z/weights", "a", "none"), List.copyOf(read.tensors().keySet()));
        assertEquals(Map.of("note", "\"ü\"\n"), read.metadata());
        for (String name : tensors.keySet()) {
            assertArrayEquals(
                    tensors.get(name).shape(), read.tensors().get(name).shape(), name);
            assertArrayEquals(
                    tensors.get(name).values(), read.tensors().get(name).values(), name);
        }
    }

    @Test
    void float64ComesBackToTheBitAcrossManyChunks() throws IOException {
        double[] values = new Random(1).doubles(200_001).toArray();
        Map<String, Tensor> tensors = Map.of("x", new Tensor(new int[] {values.length}, values));
        Safetensors read = roundTrip(new Safetensors(tensors, Map.of()), ElementType.F64);
        assertArrayEquals(values, read.tensors().get("x").values());
    }

    @Test
    void writesTheBytesThatTheFormatAsksFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Safetensors(Map.of("x", tensor(new float[] {1, -2}, 2)), Map.of("k", "v")).write(out, ElementType.F32);
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong();
        assertEquals(0, header % 8);
        String json = new String(out.toByteArray(), 8, header, StandardCharsets.UTF_8);
        assertEquals(
                "{\"__metadata__\":{\"k\":\"v\"},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                json.strip());
        bytes.position(8 + header);
        assertEquals(1f, bytes.getFloat());
        assertEquals(-2f, bytes.getFloat());
        assertEquals(0, bytes.remaining());
    }

    @Test
    void readsWholeNumbers() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(-(1L << 53)).putLong(5).putInt(-3).putInt(Integer.MAX_VALUE);
        Path file = file(
                "{\"i\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[16,24]},"
                        + "\"l\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[0,16]}}",
                data.array());
        Safetensors read = Safetensors.read(file);
        assertArrayEquals(
                new double[] {-3, Integer.MAX_VALUE}, read.tensors().get("i").values());
        assertArrayEquals(
                new double[] {-(double) (1L << 53), 5}, read.tensors().get("l").values());
    }

    /**
     * reference.safetensors was written by the reference implementation, the Python package safetensors (save_file):
     * b = float32 0…5 of shape (2, 3), d = float64 (1/3), i = int64 (1, −2) of shape (1, 2), j = int32 5 without axes,
     * e = float32 of shape (0, 4), metadata x = y.
     */
    @Test
    void readsAFileOfTheReferenceImplementation() throws Exception {
        Safetensors read = Safetensors.read(Path.of(
                SafetensorsTest.class.getResource("reference.safetensors").toURI()));
        assertEquals(Map.of("x", "y"), read.metadata());
        assertTensor(read, "b", new int[] {2, 3}, 0, 1, 2, 3, 4, 5);
        assertTensor(read, "d", new int[] {1}, 1 / 3.0);
        assertTensor(read, "i", new int[] {1, 2}, 1, -2);
        assertTensor(read, "j", new int[0], 5);
        assertTensor(read, "e", new int[] {0, 4});
    }

    private static void assertTensor(Safetensors read, String name, int[] shape, double... values) {
        assertArrayEquals(shape, read.tensors().get(name).shape(), name);
        assertArrayEquals(values, read.tensors().get(name).values(), name);
    }

    @Test
    void refusesWholeNumbersThatNoDoubleEquals() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong((1L << 53) + 1);
        refused(file("{\"l\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}", data.array()), "2^53");
    }

    @Test
    void knowsWhatFloat32Loses() {
        assertTrue(tensor(new float[] {1 / 3f, Float.NaN}, 2).fitsFloat());
        assertTrue(!new Tensor(new int[] {1}, new double[] {1 / 3.0}).fitsFloat());
        assertTrue(!new Tensor(new int[] {1}, new double[] {1e300}).fitsFloat());
    }

    /** Header, and what the message says; the data are eight bytes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not JSON",
                "[1] | not a JSON object",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} x | not JSON",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}} | none of F32, F64, I32, I64",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | do not hold F32 [3]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}} | need 16 bytes of data, the file has 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | need 4 bytes of data, the file has 8",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | begins at byte 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | \"b\" begins at byte 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | not [begin, end]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}} | not [begin, end]",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} | no size",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}} | no size",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536,65536],\"data_offsets\":[0,0]}} | beyond 2^31",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,9999999999],\"data_offsets\":[0,0]}} | beyond 2^31",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}} | shape is not a list",
                "{\"a\":7} | dtype",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[8,8]}} | Duplicate",
                "{\"__metadata__\":{\"k\":1},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | __metadata__.k is not text"
            })
    void refusesHeadersThatLie(String header, String said) throws IOException {
        refused(file(header, new byte[8]), said);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 3, 1_000, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesHeaderLengthsThatCannotBe(long length) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        bytes.put("{}".getBytes(StandardCharsets.UTF_8));
        refused(Files.write(folder.resolve("x.safetensors"), bytes.array()), "its header has");
    }

    @Test
    void refusesFilesWithoutRoomForAHeader() throws IOException {
        refused(Files.write(folder.resolve("x.safetensors"), new byte[7]), "too short");
    }

    @Test
    void everyTruncationOfAFileIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Safetensors(Map.of("x", tensor(new float[] {1, 2, 3}, 3)), Map.of()).write(out, ElementType.F32);
        for (int length = 0; length < out.size(); length++) {
            Path file =
                    Files.write(folder.resolve("cut.safetensors"), java.util.Arrays.copyOf(out.toByteArray(), length));
            assertThrows(InvalidInputException.class, () -> Safetensors.read(file), "cut to " + length);
        }
    }

    private static void refused(Path file, String said) {
        String message = assertThrows(InvalidInputException.class, () -> Safetensors.read(file))
                .getMessage();
        assertTrue(message.contains(said) && message.contains(file.toString()), message);
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("x.safetensors"),
                bytes.putLong(json.length).put(json).put(data).array());
    }

    private Safetensors roundTrip(Safetensors content, ElementType type) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.write(out, type);
        return Safetensors.read(Files.write(folder.resolve("x.safetensors"), out.toByteArray()));
    }

    private static Tensor tensor(float[] values, int... shape) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return new Tensor(shape, doubles);
    }
}
