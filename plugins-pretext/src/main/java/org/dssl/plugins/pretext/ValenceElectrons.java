package org.dssl.plugins.pretext;

import java.util.List;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;

/** The micro-property of band gaps, one of 17 classes. */
public final class ValenceElectrons extends BuiltinProvider {
    public ValenceElectrons() {
        super("valence-electrons", "Predict the number of valence electrons (1 … 17) of masked atoms");
    }

    @Override
    public List<Option> options() {
        return MaskedView.options(ElementPropertyTask.ATOMS);
    }

    @Override
    public PretextTask create(OptionValues values) {
        return ElementPropertyTask.ofClasses(
                values, "electrons", ElementColumn.named(id()).orElseThrow());
    }
}
