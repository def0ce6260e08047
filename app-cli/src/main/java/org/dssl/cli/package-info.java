/** The {@code dssl} command: arguments, progress, tables, exit codes. What it does is in {@link org.dssl.app.UseCases}. */
package org.dssl.cli;
