package org.dssl.plugins.pretext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Measure;
import org.dssl.ports.spi.PretextTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollapseTest {

    private static PretextTask task(String loss) {
        ContrastiveTask.Provider provider = new ContrastiveTask.Provider();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), option.defaultValue());
        }
        values.put("loss", loss);
        return provider.create(new OptionValues(values));
    }

    @ParameterizedTest
    @CsvSource({"cosine, true", "simsiam, true", "barlow-twins, false", "nt-xent, false"})
    void aSmallDeviationIsAFaultOnlyOfLossesThatOneVectorSolves(String loss, boolean warns) {
        List<Measure> measures = task(loss).measures();
        assertEquals(
                List.of("deviation", "encoder-deviation", "alignment", "uniformity"),
                measures.stream().map(Measure::name).toList());
        assertEquals(warns, measures.get(0).least() > Double.NEGATIVE_INFINITY);
    }
}
