package org.dssl.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Help that shows options as people type them, {@code --set KEY=VALUE} instead of {@code --set=KEY=VALUE}. */
final class HelpText extends Help {
    HelpText(CommandSpec command, ColorScheme colours) {
        super(command, colours);
    }

    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        IParamLabelRenderer standard = super.parameterLabelRenderer();
        return new IParamLabelRenderer() {
            @Override
            public Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<IStyle> styles) {
                if (!argument.isOption()) {
                    return standard.renderParameterLabel(argument, ansi, styles);
                }
                String label = argument.arity().max() == 0 ? "" : argument.paramLabel();
                return label.isEmpty()
                        ? ansi.text("")
                        : ansi.text(" ").concat(colorScheme().optionParamText(label));
            }

            @Override
            public String separator() {
                return " ";
            }
        };
    }
}
