/** Whether claimed uncertainties are those of the errors. */
package org.dssl.domain.uncertainty;
