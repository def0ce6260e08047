package org.dssl.plugins.pretext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.augment.View;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.crystal.TestCrystals;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.Head;
import org.dssl.ports.spi.Labels;
import org.dssl.ports.spi.PretextTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementPropertyTest {
    @TempDir
    Path folder;

    /** The defaults, changed as given: name, value. */
    private static PretextTask task(Object... changes) {
        ElementProperty provider = new ElementProperty();
        Map<String, Object> values = new HashMap<>();
        for (Option option : provider.options()) {
            values.put(option.name(), option.defaultValue());
        }
        for (int i = 0; i < changes.length; i += 2) {
            values.put((String) changes[i], changes[i + 1]);
        }
        return provider.create(new OptionValues(values));
    }

    private PretextTask ofFile(String text, Object... changes) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), text);
        Object[] all = new Object[4 + changes.length];
        System.arraycopy(new Object[] {"property", "hardness", "file", file.toString()}, 0, all, 0, 4);
        System.arraycopy(changes, 0, all, 4, changes.length);
        return task(all);
    }

    private String refusal(String text, Object... changes) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, () -> ofFile(text, changes));
        return refused.getMessage().replace(folder + java.io.File.separator, "");
    }

    /** Labels of rocksalt, Na first and Cl after, with the atoms masked that the bits say. */
    private static Object labels(PretextTask task, boolean... masked) {
        Crystal crystal = TestCrystals.rocksalt();
        boolean[] mask = new boolean[crystal.atoms()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = masked[crystal.atomicNumber(i) == 11 ? 0 : 1];
        }
        Object[] found = new Object[1];
        task.label(0, new View(crystal, crystal, null, mask, new double[0]), (Labels) Proxy.newProxyInstance(
                Labels.class.getClassLoader(), new Class<?>[] {Labels.class}, (proxy, method, arguments) -> {
                    assertEquals("property", arguments[0]);
                    found[0] = arguments[1];
                    return null;
                }));
        return crystal.atomicNumber(0) == 11 ? found[0] : null;
    }

    @Test
    void numbersAreTrainedTowardsInSpreadsFromTheMeanOfTheElements() {
        ElementColumn column = ElementColumn.named("electronegativity").orElseThrow();
        double sodium = (0.93 - column.mean()) / column.spread();
        double[] found = (double[]) labels(task("property", "electronegativity"), true, false);
        assertEquals(sodium, found[0], 1e-12);
        assertTrue(Double.isNaN(found[found.length - 1]), "an atom that shows its element was asked about");
    }

    @Test
    void classesHaveOneLogitEachAndEveryAtomIsAskedAboutIfWanted() {
        PretextTask task = task("property", "block", "atoms", "all");
        assertEquals(List.of(Head.perAtom("property", 4)), task.heads());
        List<String> blocks = ElementColumn.named("block").orElseThrow().classes();
        int[] found = (int[]) labels(task, false, false);
        assertEquals(blocks.indexOf("s"), found[0]);
        assertEquals(blocks.indexOf("p"), found[found.length - 1]);
    }

    @Test
    void valuesOfAFileAreReadAndUnknownOnesLeftOut() throws IOException {
        PretextTask task = ofFile("# of my own\nsymbol,hardness\nNa,2\nK,4\nCl,\n", "atoms", "all");
        double[] found = (double[]) labels(task, false, false);
        assertEquals(-1, found[0], 1e-12);
        assertTrue(Double.isNaN(found[found.length - 1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol,hardness\nNa,soft\nCl,hard\n", "\uFEFFhardness, symbol\n3,Cl\n4,Na\n"})
    void classesOfAFileAreOrderedByName(String text) throws IOException {
        PretextTask task = ofFile(text, "kind", "class", "atoms", "all");
        assertEquals(List.of(Head.perAtom("property", 2)), task.heads());
        int[] found = (int[]) labels(task, false, false);
        assertArrayEquals(new int[] {1, 0}, new int[] {found[0], found[found.length - 1]});
    }

    @ParameterizedTest
    @CsvSource({
        "'symbol,hardness|Na,2|Xx,3', 'mine.csv:3  \"Xx\" is no element. Give a symbol such as Fe.'",
        "'symbol,hardness|Na,2|Na,3', 'mine.csv:3  Na has a value already. Remove one of the two rows.'",
        "'symbol,hardness|Rf,2', 'mine.csv:2  Rf is beyond the 100 elements that a network knows.'",
        "'symbol,hardness|Na,2,1', 'mine.csv:2  the row has 3 cells, the header another number.'",
        "'symbol,hardnes|Na,2', 'mine.csv:1  there is no column hardness. Did you mean hardnes? There are symbol, hardnes.'",
        "'element,hardness|Na,2', 'mine.csv:1  there is no column symbol. There are element, hardness.'",
        "'symbol,hardness|Na,', 'mine.csv  the column hardness is empty.'"
    })
    void whatIsWrongWithAFileIsNamedWithItsLine(String text, String message) {
        assertEquals(message, refusal(text.replace("|", "\n") + "\n"));
    }

    @Test
    void aWordAmongNumbersIsRefusedIfNumbersAreWanted() {
        String text = "symbol,hardness\nNa,2\nCl,soft\n";
        assertEquals(
                "mine.csv:3  \"soft\" is no number. Mend it, or set kind: class.", refusal(text, "kind", "number"));
        assertTrue(refusal("symbol,hardness\nNa,2\n", "kind", "class").contains("one class only"));
    }

    @Test
    void anUnknownPropertyIsRefusedWithTheNearest() {
        String message = assertThrows(IllegalArgumentException.class, () -> task("property", "grup"))
                .getMessage();
        assertTrue(message.contains("Did you mean group? "), message);
        assertThrows(IllegalArgumentException.class, ElementPropertyTest::task);
        assertThrows(IllegalArgumentException.class, () -> task("property", "group", "kind", "class"));
    }
}
