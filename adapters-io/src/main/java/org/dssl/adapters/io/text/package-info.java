/** Text files for people and programs: JSON and CSV. */
package org.dssl.adapters.io.text;
