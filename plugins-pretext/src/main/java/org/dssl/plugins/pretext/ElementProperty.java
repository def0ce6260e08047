package org.dssl.plugins.pretext;

import java.nio.file.Path;
import java.util.List;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.domain.problem.Suggestions;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;

/** Any property of the elements, built in or of the user's own; numbers are trained towards in spreads from their mean. */
public final class ElementProperty extends BuiltinProvider {
    public ElementProperty() {
        super("element-property", "Predict a property of the element of masked atoms, built-in or from your CSV");
    }

    @Override
    public List<Option> options() {
        return MaskedView.options(
                Option.text(
                        "property",
                        null,
                        "One of " + String.join(", ", ElementColumn.names()) + "; or a column of file"),
                Option.path("file", "CSV with the columns symbol and property; a value left empty is unknown"),
                Option.choice(
                        "kind",
                        "auto",
                        List.of("auto", "number", "class"),
                        "Of file: what its values are; auto: numbers if all of them are"),
                ElementPropertyTask.ATOMS);
    }

    @Override
    public PretextTask create(OptionValues values) {
        ElementColumn column = column(values);
        return column.hasClasses()
                ? ElementPropertyTask.ofClasses(values, "property", column)
                : ElementPropertyTask.ofNumbers(values, "property", column, column.mean(), column.spread(), Double.NaN);
    }

    private static ElementColumn column(OptionValues values) {
        if (!values.isSet("property")) {
            throw new IllegalArgumentException("names no property. Give property, one of "
                    + String.join(", ", ElementColumn.names()) + ", or file and property for one of your own.");
        }
        String property = values.text("property");
        if (values.isSet("file")) {
            return new ElementCsv(Path.of(values.text("file")), property, values.text("kind")).column();
        }
        if (!values.text("kind").equals("auto")) {
            throw new IllegalArgumentException("kind is of the values in a file. Give file, or remove kind.");
        }
        return ElementColumn.named(property)
                .orElseThrow(() -> new IllegalArgumentException("there is no property \"" + property + "\". "
                        + Suggestions.didYouMean(property, ElementColumn.names()) + "Known: "
                        + String.join(", ", ElementColumn.names()) + "; or give file, a CSV with the column "
                        + property + "."));
    }
}
