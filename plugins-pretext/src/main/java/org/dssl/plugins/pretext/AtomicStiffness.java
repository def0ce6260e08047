package org.dssl.plugins.pretext;

import java.util.List;
import org.dssl.domain.crystal.ElementColumn;
import org.dssl.ports.config.Option;
import org.dssl.ports.config.OptionValues;
import org.dssl.ports.spi.PretextTask;

/** The micro-property of elasticity; L1 over the atoms asked about. */
public final class AtomicStiffness extends BuiltinProvider {
    public AtomicStiffness() {
        super("atomic-stiffness", "Predict the atomic stiffness (Jin, Yuan, Gao 2023) of masked atoms");
    }

    @Override
    public List<Option> options() {
        return MaskedView.options(
                ElementPropertyTask.ATOMS,
                Option.choice(
                        "scale",
                        "spread",
                        List.of("spread", "none"),
                        "Divide the values by their spread over the elements, or leave them as published"),
                Option.choice(
                        "unknown",
                        "leave-out",
                        List.of("leave-out", "zero"),
                        "Elements without a published value: left out of the loss, or trained as 0 (released code)"));
    }

    @Override
    public PretextTask create(OptionValues values) {
        ElementColumn stiffness = ElementColumn.named(id()).orElseThrow();
        double scale = values.text("scale").equals("spread") ? stiffness.spread() : 1;
        double unknown = values.text("unknown").equals("zero") ? 0 : Double.NaN;
        return ElementPropertyTask.ofNumbers(values, "stiffness", stiffness, 0, scale, unknown);
    }
}
