package org.dssl.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have. */
@Command(
        sortOptions = false,
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n",
        footerHeading = "%nExamples:%n",
        abbreviateSynopsis = false)
abstract class DsslCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            order = 100)
    private boolean help;

    @Option(names = "--debug", description = "Print the stack trace of an internal error.", order = 99)
    boolean debug;
}
