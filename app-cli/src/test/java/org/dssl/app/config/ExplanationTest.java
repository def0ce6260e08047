package org.dssl.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.ConfigNode;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final Explanation explanation = new Explanation(Schema.of(ConfigFixture.TASKS));

    @Test
    void anOptionIsToldWithMeaningTypeRangeDefaultAndUnit() {
        assertEquals(
                """
                graph.radius
                  Neighbours are searched for up to here.
                  number, between 0.5 and 30 Å
                  default 8.0 Å
                """,
                explanation.of("graph.radius"));
        assertEquals(
                """
                finetune.loss
                  Mean absolute or mean squared error.
                  one of l1, mse
                  default l1
                """,
                explanation.of("finetune.loss"));
    }

    @Test
    void aSectionListsItsKeysAndShortForm() {
        String text = explanation.of("pretrain.data");
        assertTrue(text.contains("data: VALUE is short for data: { source: VALUE }"), text);
        assertTrue(text.contains("limit"), text);
        assertTrue(explanation.of("pretrain.tasks").contains("atomic-stiffness"));
    }

    @Test
    void theEndOfAPathIsEnough() {
        String text = explanation.of("epochs");
        assertTrue(text.contains("pretrain.epochs") && text.contains("finetune.epochs"), text);
    }

    @Test
    void anUnknownKeyGetsTheNearest() {
        assertEquals(
                "pretrain.epoch  no such key. Did you mean pretrain.epochs? dssl explain lists all.",
                assertThrows(InvalidInputException.class, () -> explanation.of("pretrain.epoch"))
                        .getMessage());
    }

    @Test
    void everyKeyIsListedAndExplainedAndHasADefaultThatItsOwnRulesAllow() throws OptionCheck.Wrong {
        String all = explanation.all();
        assertTrue(explanation.keys().size() > 70, "keys: " + explanation.keys().size());
        for (String key : explanation.keys()) {
            String text = explanation.of(key);
            assertEquals(4, text.lines().count(), text);
            assertFalse(text.contains("null"), text);
            assertTrue(all.contains(key.substring(key.lastIndexOf('.') + 1)), key);
            var option = explanation.optionOf(key);
            if (option.defaultValue() != null && !(option.defaultValue() instanceof java.util.List)) {
                ConfigNode node = new ConfigNode(option.defaultValue(), key, "default", 0);
                assertEquals(option.defaultValue(), OptionCheck.value(option, node), key);
            }
        }
    }
}
