package org.dssl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dssl.domain.problem.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What wrong arguments tell the user: the nearest right one, not the whole help. */
final class Usage {
    private Usage() {}

    static String message(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return command + ": " + problem(e) + " " + command + " --help shows how.";
    }

    private static String problem(ParameterException e) {
        if (e instanceof UnmatchedArgumentException) {
            return unmatched((UnmatchedArgumentException) e);
        }
        if (e instanceof MissingParameterException) {
            List<ArgSpec> missing = ((MissingParameterException) e).getMissing();
            return missing.stream().map(Usage::name).collect(Collectors.joining(" and ")) + " must be given.";
        }
        return e.getMessage() + ".";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String wrong = e.getUnmatched().get(0);
        if (wrong.startsWith("-")) {
            List<String> known =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            return ("no such option " + wrong + ". " + Suggestions.didYouMean(wrong, known)).strip();
        }
        if (command.getSubcommands().isEmpty()) {
            return "one argument too many: " + wrong + ".";
        }
        List<String> known = new ArrayList<>(command.getSubcommands().keySet());
        return "no such command " + wrong + ". " + Suggestions.didYouMean(wrong, known) + "Commands: "
                + String.join(", ", known) + ".";
    }

    private static String name(ArgSpec argument) {
        return argument.isOption()
                ? ((CommandLine.Model.OptionSpec) argument).longestName() + " " + argument.paramLabel()
                : argument.paramLabel();
    }
}
