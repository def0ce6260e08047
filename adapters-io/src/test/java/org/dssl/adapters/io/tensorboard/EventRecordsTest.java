package org.dssl.adapters.io.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes written by tensorboard 2.21 (RecordWriter, Event, Summary). */
class EventRecordsTest {

    @Test
    void theFirstRecordIsTheVersionThatTensorBoardWrites() {
        assertEquals("0f000000000000006d532b091a0d627261696e2e4576656e743a32fc985129", hex(EventRecords.version()));
    }

    @ParameterizedTest
    @CsvSource({
        "300, loss/mask, 0.25, 1700000000000000e7cef81e10ac022a120a100a096c6f73732f6d61736b150000803e52151831",
        "0,   é,         NaN,  0d000000000000003c37b8342a0b0a090a02c3a9150000c07f60155bad"
    })
    void aPointIsWhatTensorBoardWrites(long step, String tag, double value, String bytes) {
        assertEquals(bytes, hex(EventRecords.scalar(step, tag, value)));
    }

    @Test
    void theSumIsThatOfTheFormat() {
        // The check value of CRC-32C is e3069283 (RFC 3720 names its polynomial); turned by 15 bits, plus a282ead8.
        int sum = EventRecords.maskedSum("123456789".getBytes(StandardCharsets.US_ASCII));
        assertEquals(((0xe3069283 >>> 15) | (0xe3069283 << 17)) + 0xa282ead8, sum);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
