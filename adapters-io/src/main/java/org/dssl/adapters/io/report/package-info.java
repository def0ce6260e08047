/** The report page of a run. */
package org.dssl.adapters.io.report;
