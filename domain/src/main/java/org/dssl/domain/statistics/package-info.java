/** What sets of crystals consist of, and how two of them differ. */
package org.dssl.domain.statistics;
