package org.dssl.cli;

import java.io.PrintWriter;
import java.time.Clock;

/**
 * Where the command writes and how.
 *
 * @param interactive whether out is a terminal, where a line can be redrawn
 * @param colours whether ANSI colours may be used
 * @param columns of the terminal
 */
record Console(PrintWriter out, PrintWriter err, boolean interactive, boolean colours, int columns, Clock clock) {}
