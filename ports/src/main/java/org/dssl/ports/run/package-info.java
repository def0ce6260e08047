/** The run folder: what a run leaves behind, and the summary and report made from it. */
package org.dssl.ports.run;
