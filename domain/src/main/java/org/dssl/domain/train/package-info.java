/** Splits, schedules, metrics and statistics. */
package org.dssl.domain.train;
